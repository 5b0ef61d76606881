#include "rules/claims_scan.h"

#include <string.h>

#define SLOTS 1024u /* of the table by first character; a power of two, sparse on purpose */
#define HAN 3u      /* bytes of each character of the words */

typedef struct word {
    nb_view text;
    uint32_t has;
} word;

#define WORD(s, bits)                                                                              \
    {                                                                                              \
        {NB_LIT(s)}, bits                                                                          \
    }

/* clang-format off */
static const word words[] = {
    WORD("历年", NB_HAS_OTHER_TIME),   WORD("近年", NB_HAS_OTHER_TIME),
    WORD("年以来", NB_HAS_OTHER_TIME), WORD("年间", NB_HAS_OTHER_TIME),
    WORD("季度", NB_HAS_OTHER_TIME),   WORD("上半年", NB_HAS_OTHER_TIME),
    WORD("下半年", NB_HAS_OTHER_TIME), WORD("月至", NB_HAS_OTHER_TIME),
    WORD("月底", NB_HAS_OTHER_TIME),   WORD("月末", NB_HAS_OTHER_TIME),
    WORD("每月", NB_HAS_OTHER_TIME),   WORD("每年", NB_HAS_OTHER_TIME),
    WORD("计划", NB_HAS_OTHER_TIME),   WORD("力争", NB_HAS_OTHER_TIME),
    WORD("预计", NB_HAS_OTHER_TIME),   WORD("将", NB_HAS_OTHER_TIME),
    WORD("累计", NB_HAS_CUMULATIVE),   WORD("年", NB_HAS_YEAR),
    WORD("全年", NB_HAS_THIS_YEAR),    WORD("本年", NB_HAS_THIS_YEAR),
    WORD("今年", NB_HAS_THIS_YEAR),    WORD("年度", NB_HAS_THIS_YEAR),
    WORD("未", NB_HAS_NEGATION),       WORD("没有", NB_HAS_NEGATION),
    WORD("无", NB_HAS_NEGATION),       WORD("申请", NB_HAS_REQUEST),
    WORD("予以公开", NB_HAS_RESULT),
    WORD("不予", NB_HAS_RESULT),       WORD("部分公开", NB_HAS_RESULT),
    WORD("全部公开", NB_HAS_RESULT),   WORD("无法提供", NB_HAS_RESULT),
    WORD("其他处理", NB_HAS_RESULT),   WORD("其它处理", NB_HAS_RESULT),
    WORD("同意", NB_HAS_RESULT),       WORD("复议", NB_HAS_REVIEW),
    WORD("诉讼", NB_HAS_REVIEW),       WORD("规范性文件", NB_HAS_DOCUMENT),
    WORD("规章", NB_HAS_DOCUMENT),     WORD("行政许可", NB_HAS_DECISION),
    WORD("行政处罚", NB_HAS_DECISION), WORD("行政强制", NB_HAS_DECISION),
    WORD("行政事业性收费", NB_HAS_DECISION), WORD("收费通知", NB_HAS_FEE),
    WORD("信息处理费", NB_HAS_FEE),    WORD("主动公开", NB_HAS_DISCLOSED),
    WORD("占", NB_HAS_SHARE),          WORD("其中", NB_HAS_AMONG),
    WORD("类别", NB_HAS_KINDS),        WORD("局窗口", NB_HAS_WINDOW),
    WORD("局门户网站", NB_HAS_WINDOW), WORD("局全体干部", NB_HAS_WINDOW),
    WORD("局各科室", NB_HAS_WINDOW),   WORD("局各股室", NB_HAS_WINDOW),
    WORD("公开申请", NB_HAS_OBJECT),   WORD("依申请公开", NB_HAS_OBJECT),
    WORD("申请公开政府信息", NB_HAS_OBJECT), WORD("政府信息申请", NB_HAS_OBJECT),
    WORD("全国", NB_HAS_SCOPE),
    WORD("全省", NB_HAS_SCOPE), WORD("全州", NB_HAS_SCOPE), WORD("全盟", NB_HAS_SCOPE),
    WORD("全旗", NB_HAS_SCOPE), WORD("各", NB_HAS_SCOPE), WORD("系统", NB_HAS_SCOPE),
    WORD("本机关", NB_HAS_SCOPE), WORD("本级", NB_HAS_SCOPE), WORD("办公", NB_HAS_SCOPE),
    WORD("政府办", NB_HAS_SCOPE), WORD("下属", NB_HAS_SCOPE), WORD("所属", NB_HAS_SCOPE),
    WORD("受委托", NB_HAS_SCOPE), WORD("代办", NB_HAS_SCOPE), WORD("局", NB_HAS_SCOPE),
    WORD("委", NB_HAS_SCOPE), WORD("乡", NB_HAS_SCOPE), WORD("镇", NB_HAS_SCOPE),
    WORD("街道", NB_HAS_SCOPE), WORD("公司", NB_HAS_SCOPE), WORD("医院", NB_HAS_SCOPE),
    WORD("学校", NB_HAS_SCOPE), WORD("中心", NB_HAS_SCOPE), WORD("部门", NB_HAS_SCOPE),
    WORD("单位", NB_HAS_SCOPE), WORD("法院", NB_HAS_SCOPE),
    WORD("我", NB_HAS_SELF | NB_HAS_SCOPE),           WORD("本局", NB_HAS_SELF),
    WORD("本委", NB_HAS_SELF),         WORD("本办", NB_HAS_SELF | NB_HAS_SCOPE),
    WORD("全镇", NB_HAS_SELF),         WORD("全乡", NB_HAS_SELF),
    WORD("全街", NB_HAS_SELF),         WORD("全县", NB_HAS_SELF | NB_HAS_SCOPE),
    WORD("全市", NB_HAS_SELF | NB_HAS_SCOPE),         WORD("全区", NB_HAS_SELF | NB_HAS_SCOPE),
};
/* clang-format on */

#define WORD_COUNT (sizeof words / sizeof words[0])

struct nb_scanner {
    uint8_t slots[SLOTS];     /* index of the first word + 1; 0: none */
    uint8_t next[WORD_COUNT]; /* index of the next word of the slot + 1 */
};

_Static_assert(WORD_COUNT < UINT8_MAX, "indices are bytes");

static uint32_t slot_of(const unsigned char *c)
{
    return ((c[0] * 331u + c[1]) * 67u + c[2]) & (SLOTS - 1);
}

const nb_scanner *nb_scanner_new(nb_arena *arena)
{
    nb_scanner *scanner = NB_NEW(arena, nb_scanner);
    for (uint32_t i = 0; i < WORD_COUNT; i++) {
        uint32_t slot = slot_of((const unsigned char *)words[i].text.ptr);
        scanner->next[i] = scanner->slots[slot];
        scanner->slots[slot] = (uint8_t)(i + 1);
    }
    return scanner;
}

/* What a byte below the Han characters tells. */
static uint32_t low_byte(const unsigned char *bytes, uint32_t i, uint32_t len)
{
    unsigned char c = bytes[i];
    if (c >= '0' && c <= '9')
        return NB_HAS_DIGIT;
    switch (c) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
    case ',':
    case ':':
    case ';':
    case '(':
    case ')':
    case 0xC2: /* NBSP is C2 A0 */
        return NB_HAS_LOOSE;
    case 0xE3: /* U+3000 */
        return i + 2 < len && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x80 ? NB_HAS_LOOSE : 0;
    default:
        return 0;
    }
}

/* U+FF10–FF19 */
static bool is_wide_digit(const unsigned char *c)
{
    return c[0] == 0xEF && c[1] == 0xBC && c[2] >= 0x90 && c[2] <= 0x99;
}

uint32_t nb_scanner_run(const nb_scanner *scanner, nb_view text)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    uint32_t has = 0;
    for (uint32_t i = 0; i < text.len;) {
        if (bytes[i] < 0xE4) { /* no Han character begins below */
            has |= low_byte(bytes, i, text.len);
            i += bytes[i] == 0xE3 ? HAN : 1;
            continue;
        }
        if (i + HAN > text.len)
            break;
        if (is_wide_digit(bytes + i))
            has |= NB_HAS_DIGIT;
        for (uint32_t w = scanner->slots[slot_of(bytes + i)]; w; w = scanner->next[w - 1]) {
            nb_view wanted = words[w - 1].text;
            if (wanted.len <= text.len - i && memcmp(bytes + i, wanted.ptr, wanted.len) == 0)
                has |= words[w - 1].has;
        }
        i += HAN;
    }
    return has;
}
