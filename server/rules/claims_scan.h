#ifndef NB_RULES_CLAIMS_SCAN_H
#define NB_RULES_CLAIMS_SCAN_H

#include "nb/base/arena.h"

/*
 * Which of the words that rules look for a text holds, found in one pass, so that each rule may
 * pass over most sentences for the price of a comparison. A rule that comes to look for a further
 * word adds it to the table in claims_scan.c.
 */
enum {
    NB_HAS_OTHER_TIME = 1u << 0, /* 历年, 上半年, 将 …: perhaps not the reporting year */
    NB_HAS_CUMULATIVE = 1u << 1, /* 累计 */
    NB_HAS_THIS_YEAR = 1u << 2,  /* 全年, 本年 … */
    NB_HAS_YEAR = 1u << 3,       /* 年 */
    NB_HAS_NEGATION = 1u << 4,   /* 未收到, 没有, 无 … */
    NB_HAS_REQUEST = 1u << 5,    /* 申请 */
    NB_HAS_OBJECT = 1u << 6,     /* 公开申请, 依申请公开 …: an application by its name */
    NB_HAS_RESULT = 1u << 7,     /* 予以公开, 无法提供 … */
    NB_HAS_REVIEW = 1u << 8,     /* 复议, 诉讼 */
    NB_HAS_DOCUMENT = 1u << 9,   /* 规范性文件, 规章 */
    NB_HAS_DECISION = 1u << 10,  /* 行政许可, 行政处罚 … */
    NB_HAS_FEE = 1u << 11,       /* 收费通知, 信息处理费 */
    NB_HAS_DISCLOSED = 1u << 12, /* 主动公开 */
    NB_HAS_SHARE = 1u << 13,     /* 占 */
    NB_HAS_AMONG = 1u << 14,     /* 其中 */
    NB_HAS_KINDS = 1u << 15,     /* 类别 */
    NB_HAS_SELF = 1u << 16,      /* 我局, 全镇 …: what a body calls itself */
    NB_HAS_WINDOW = 1u << 17,    /* 局窗口, 局门户网站 … */
    NB_HAS_SCOPE = 1u << 18,     /* 全县, 办公室, 局 …: bodies and regions */
    NB_HAS_DIGIT = 1u << 19,     /* of ASCII or of full width */
    NB_HAS_LOOSE = 1u << 20,     /* blanks, or half-width , : ; ( ) */
};

typedef struct nb_scanner nb_scanner;

/* In the arena; cheap enough to be made anew for each report. */
const nb_scanner *nb_scanner_new(nb_arena *arena);

/* The set of what text has. Linear in text. */
uint32_t nb_scanner_run(const nb_scanner *scanner, nb_view text);

#endif
