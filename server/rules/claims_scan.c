#include "rules/claims_scan.h"

#include "nb/text/needles.h"

typedef struct word {
    const char *text;
    uint32_t has;
} word;

/* clang-format off */
static const word words[] = {
    {"历年", NB_HAS_OTHER_TIME}, {"近年", NB_HAS_OTHER_TIME}, {"以来", NB_HAS_OTHER_TIME},
    {"年间", NB_HAS_OTHER_TIME}, {"季度", NB_HAS_OTHER_TIME}, {"上半年", NB_HAS_OTHER_TIME},
    {"下半年", NB_HAS_OTHER_TIME}, {"月至", NB_HAS_OTHER_TIME}, {"月底", NB_HAS_OTHER_TIME},
    {"月末", NB_HAS_OTHER_TIME}, {"每月", NB_HAS_OTHER_TIME}, {"每年", NB_HAS_OTHER_TIME},
    {"计划", NB_HAS_OTHER_TIME}, {"力争", NB_HAS_OTHER_TIME}, {"预计", NB_HAS_OTHER_TIME},
    {"将", NB_HAS_OTHER_TIME},
    {"累计", NB_HAS_CUMULATIVE},
    {"年", NB_HAS_YEAR},
    {"全年", NB_HAS_THIS_YEAR}, {"本年", NB_HAS_THIS_YEAR}, {"今年", NB_HAS_THIS_YEAR},
    {"年度", NB_HAS_THIS_YEAR},
    {"未", NB_HAS_NEGATION}, {"没有", NB_HAS_NEGATION}, {"无", NB_HAS_NEGATION},
    {"申请", NB_HAS_REQUEST},
    {"予以公开", NB_HAS_RESULT}, {"不予", NB_HAS_RESULT}, {"部分公开", NB_HAS_RESULT},
    {"全部公开", NB_HAS_RESULT}, {"无法提供", NB_HAS_RESULT}, {"其他处理", NB_HAS_RESULT},
    {"其它处理", NB_HAS_RESULT}, {"同意", NB_HAS_RESULT},
    {"复议", NB_HAS_REVIEW}, {"诉讼", NB_HAS_REVIEW},
    {"规范性文件", NB_HAS_DOCUMENT}, {"规章", NB_HAS_DOCUMENT},
    {"行政许可", NB_HAS_DECISION}, {"行政处罚", NB_HAS_DECISION}, {"行政强制", NB_HAS_DECISION},
    {"行政事业性收费", NB_HAS_DECISION},
    {"收费通知", NB_HAS_FEE}, {"信息处理费", NB_HAS_FEE},
    {"主动公开", NB_HAS_DISCLOSED},
    {"占", NB_HAS_SHARE},
    {"其中", NB_HAS_AMONG},
    {"类别", NB_HAS_KINDS},
    {"局窗口", NB_HAS_WINDOW}, {"局门户网站", NB_HAS_WINDOW}, {"局全体干部", NB_HAS_WINDOW},
    {"局各科室", NB_HAS_WINDOW}, {"局各股室", NB_HAS_WINDOW},
    {"公开申请", NB_HAS_OBJECT}, {"依申请公开", NB_HAS_OBJECT}, {"申请公开政府信息", NB_HAS_OBJECT},
    {"政府信息申请", NB_HAS_OBJECT},
    {"全国", NB_HAS_SCOPE}, {"全省", NB_HAS_SCOPE}, {"全州", NB_HAS_SCOPE}, {"全盟", NB_HAS_SCOPE},
    {"全旗", NB_HAS_SCOPE}, {"各", NB_HAS_SCOPE}, {"系统", NB_HAS_SCOPE}, {"本机关", NB_HAS_SCOPE},
    {"本级", NB_HAS_SCOPE}, {"办公", NB_HAS_SCOPE}, {"政府办", NB_HAS_SCOPE},
    {"下属", NB_HAS_SCOPE}, {"所属", NB_HAS_SCOPE}, {"受委托", NB_HAS_SCOPE},
    {"代办", NB_HAS_SCOPE}, {"局", NB_HAS_SCOPE}, {"委", NB_HAS_SCOPE}, {"乡", NB_HAS_SCOPE},
    {"镇", NB_HAS_SCOPE}, {"街道", NB_HAS_SCOPE}, {"公司", NB_HAS_SCOPE}, {"医院", NB_HAS_SCOPE},
    {"学校", NB_HAS_SCOPE}, {"中心", NB_HAS_SCOPE}, {"部门", NB_HAS_SCOPE}, {"单位", NB_HAS_SCOPE},
    {"法院", NB_HAS_SCOPE},
    {"我", NB_HAS_SELF | NB_HAS_SCOPE}, {"本办", NB_HAS_SELF | NB_HAS_SCOPE},
    {"全县", NB_HAS_SELF | NB_HAS_SCOPE}, {"全市", NB_HAS_SELF | NB_HAS_SCOPE},
    {"全区", NB_HAS_SELF | NB_HAS_SCOPE},
    {"本局", NB_HAS_SELF}, {"本委", NB_HAS_SELF}, {"全镇", NB_HAS_SELF}, {"全乡", NB_HAS_SELF},
    {"全街", NB_HAS_SELF},
};
/* clang-format on */

#define WORD_COUNT (sizeof words / sizeof words[0])

_Static_assert(WORD_COUNT <= NB_NEEDLES_MAX, "one table takes all words");

struct nb_scanner {
    const nb_needles *needles;
    nb_view texts[WORD_COUNT];
};

const nb_scanner *nb_scanner_new(nb_arena *arena)
{
    nb_scanner *scanner = NB_NEW(arena, nb_scanner);
    for (uint32_t i = 0; i < WORD_COUNT; i++)
        scanner->texts[i] = nb_view_of(words[i].text);
    scanner->needles = nb_needles_new(arena, scanner->texts, WORD_COUNT);
    return scanner;
}

/* What a byte that begins a character tells by itself. C2 begins NBSP. */
static const uint32_t told_by[256] = {
    ['0'] = NB_HAS_DIGIT,  ['1'] = NB_HAS_DIGIT,  ['2'] = NB_HAS_DIGIT, ['3'] = NB_HAS_DIGIT,
    ['4'] = NB_HAS_DIGIT,  ['5'] = NB_HAS_DIGIT,  ['6'] = NB_HAS_DIGIT, ['7'] = NB_HAS_DIGIT,
    ['8'] = NB_HAS_DIGIT,  ['9'] = NB_HAS_DIGIT,  [' '] = NB_HAS_LOOSE, ['\t'] = NB_HAS_LOOSE,
    ['\r'] = NB_HAS_LOOSE, ['\n'] = NB_HAS_LOOSE, [','] = NB_HAS_LOOSE, [':'] = NB_HAS_LOOSE,
    [';'] = NB_HAS_LOOSE,  ['('] = NB_HAS_LOOSE,  [')'] = NB_HAS_LOOSE, [0xC2] = NB_HAS_LOOSE,
};

static uint32_t other_characters(nb_view text)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    uint32_t has = 0;
    for (uint32_t i = 0; i < text.len;) {
        if (bytes[i] < 0xE0) {
            has |= told_by[bytes[i++]];
            continue;
        }
        uint32_t left = text.len - i;
        if (bytes[i] == 0xE3 && left > 2 && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x80)
            has |= NB_HAS_LOOSE; /* U+3000 */
        if (bytes[i] == 0xEF && left > 2 && bytes[i + 1] == 0xBC && bytes[i + 2] >= 0x90 &&
            bytes[i + 2] <= 0x99)
            has |= NB_HAS_DIGIT; /* U+FF10–FF19 */
        i += 3;
    }
    return has;
}

uint32_t nb_scanner_run(const nb_scanner *scanner, nb_view text)
{
    uint32_t has = other_characters(text);
    uint32_t at = 0;
    for (uint32_t i; (i = nb_needles_next(scanner->needles, text, &at)) != NB_VIEW_NONE;) {
        for (; i != NB_VIEW_NONE; i = nb_needles_more(scanner->needles, text, at, i))
            has |= words[i].has;
        at += NB_HAN_BYTES;
    }
    return has;
}
