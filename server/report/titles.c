#include "nb/text/utf8.h"
#include "report/reader.h"

#include <string.h>

/*
 * Titles of the parts of a report. Bodies word them freely, so a title is first told by its key
 * words and only then compared with the form's wording (domain: 2.1, 2.2).
 */

enum {
    TITLE_CHARS_MAX = 45, /* a longer text is a sentence */
    NORMAL_MAX = 256,     /* bytes of a normalised title */
};

/* Words that say nothing about which part it is, in front of 总体情况 and its like. */
static const char LEAD[] = "政府信息公开工作|政府信息公开|政务公开工作|政务公开|信息公开工作|"
                           "信息公开|本年度|年度|年|本机关|"
                           "本单位|本局|工作|推进|开展|落实|的|20|0|1|2|3|4|5|6|7|8|9";

static const char OVERVIEW[] =
    "总体情况|总体概述|概述|概况|总体概况|基本情况|总体工作情况|总体工作|总述|综述|整体情况|"
    "主要工作|"
    "主要工作概述|基本工作情况|情况概述|情况综述|主要情况|组织领导和制度建设情况|总体工作概述|"
    "总体情况概述|基本情况概述|引言|前言|总的情况";

static bool is_in(nb_view v, const char *words)
{
    for (const char *word = words; *word;) {
        const char *end = strchr(word, '|');
        size_t size = end ? (size_t)(end - word) : strlen(word);
        if (v.len == size && !memcmp(v.ptr, word, size))
            return true;
        word += size + (end ? 1 : 0);
    }
    return false;
}

static bool is_overview(nb_view title, int number)
{
    uint32_t at = 0, len = 0;
    for (;;) {
        if (is_in(nb_view_sub(title, at, title.len), OVERVIEW))
            return true;
        if (nb_match_word(title, at, LEAD, &len) == NB_VIEW_NONE)
            break;
        at += len;
    }
    if (number == 1 && is_in(nb_view_sub(title, at, title.len), "情况|工作情况"))
        return true;
    return number == 1 && nb_match_ends(title, "总体情况|概述|概况|基本情况|组织领导情况") &&
           !nb_match_contains(title, "提案|主动公开|申请");
}

static bool is_problems(nb_view title)
{
    return nb_match_contains(
        title, "存在问题|存在的问题|主要问题|问题及|问题和|问题与|问题、|现存问题|不足|改进|"
               "存在困难|存在的困难|工作打算|下一步|努力方向|工作安排|工作计划|整改");
}

static bool is_other(nb_view title)
{
    return nb_match_contains(title, "需要报告|需报告|需要说明|需说明|其他事项|其它事项|其他需要|"
                                    "其它需要|其他工作情况|其它工作情况|报告的事项");
}

nb_section_key nb_title_key(nb_view title, int number)
{
    if (!title.len || nb_match_length(title, TITLE_CHARS_MAX + 1) > TITLE_CHARS_MAX)
        return NB_SECTION_NONE;
    if (nb_match_contains(title, "统计表|,|;"))
        return NB_SECTION_NONE;
    if (is_other(title) || (number >= 5 && is_in(title, "其他情况|其它情况|其他|其它")))
        return NB_SECTION_OTHER;
    if (nb_match_contains(title, "复议|诉讼"))
        return NB_SECTION_REVIEW;
    if (is_problems(title))
        return NB_SECTION_PROBLEMS;
    if (nb_match_contains(title, "收费|减免|费用"))
        return NB_SECTION_FEES;
    if (nb_match_contains(title, "主动公开"))
        return NB_SECTION_DISCLOSURE;
    if (nb_match_contains(title, "申请|不予公开|收到和处理"))
        return NB_SECTION_REQUESTS;
    return is_overview(title, number) ? NB_SECTION_OVERVIEW : NB_SECTION_NONE;
}

/* ---- closeness to the official wording ---- */

typedef struct normal {
    char bytes[NORMAL_MAX];
    uint32_t len;
} normal;

static void normal_add(normal *n, const char *bytes, uint32_t len)
{
    if (n->len + len > NORMAL_MAX)
        return;
    memcpy(n->bytes + n->len, bytes, len);
    n->len += len;
}

/* Words that may be exchanged for each other, or left out, in any wording. */
static const struct {
    nb_view from;
    nb_view to;
} SAME[] = {
    {{NB_LIT("其它")}, {NB_LIT("其他")}}, {{NB_LIT("措施")}, {NB_LIT("情况")}},
    {{NB_LIT("举措")}, {NB_LIT("情况")}}, {{NB_LIT("政务信息")}, {NB_LIT("政府信息")}},
    {{NB_LIT("资讯")}, {NB_LIT("信息")}}, {{NB_LIT("行政机关")}, {NB_LIT("")}},
    {{NB_LIT("本机关")}, {NB_LIT("")}},   {{NB_LIT("有关")}, {NB_LIT("")}},
    {{NB_LIT("相关")}, {NB_LIT("")}},     {{NB_LIT("以及")}, {NB_LIT("")}},
    {{NB_LIT("的")}, {NB_LIT("")}},       {{NB_LIT("等")}, {NB_LIT("")}},
    {{NB_LIT("所")}, {NB_LIT("")}},       {{NB_LIT("类")}, {NB_LIT("")}},
    {{NB_LIT("和")}, {NB_LIT("")}},       {{NB_LIT("及")}, {NB_LIT("")}},
    {{NB_LIT("与")}, {NB_LIT("")}},       {{NB_LIT("、")}, {NB_LIT("")}},
    {{NB_LIT(",")}, {NB_LIT("")}},        {{NB_LIT("\"")}, {NB_LIT("")}},
};

/* First characters of SAME, so that few places are compared with all of it. */
static bool may_replace(uint32_t cp)
{
    switch (cp) {
    case 0x5176: /* 其 */
    case 0x63AA: /* 措 */
    case 0x4E3E: /* 举 */
    case 0x653F: /* 政 */
    case 0x8D44: /* 资 */
    case 0x884C: /* 行 */
    case 0x672C: /* 本 */
    case 0x6709: /* 有 */
    case 0x76F8: /* 相 */
    case 0x4EE5: /* 以 */
    case 0x7684: /* 的 */
    case 0x7B49: /* 等 */
    case 0x6240: /* 所 */
    case 0x7C7B: /* 类 */
    case 0x548C: /* 和 */
    case 0x53CA: /* 及 */
    case 0x4E0E: /* 与 */
    case 0x3001: /* 、 */
    case ',':
    case '"':
        return true;
    default:
        return false;
    }
}

static void normalise(normal *n, nb_view title)
{
    n->len = 0;
    for (uint32_t at = 0; at < title.len;) {
        bool replaced = false;
        uint32_t next = at;
        if (!may_replace(nb_utf8_next(title, &next))) {
            normal_add(n, title.ptr + at, next - at);
            at = next;
            continue;
        }
        for (uint32_t i = 0; i < sizeof SAME / sizeof SAME[0] && !replaced; i++) {
            if (!nb_match_at(title, at, SAME[i].from))
                continue;
            normal_add(n, SAME[i].to.ptr, SAME[i].to.len);
            at += SAME[i].from.len;
            replaced = true;
        }
        if (!replaced)
            normal_add(n, title.ptr + at++, 1);
    }
}

static nb_view normal_view(const normal *n)
{
    return (nb_view){n->bytes, n->len};
}

typedef struct comparison {
    normal title;
    uint32_t best; /* smallest distance met */
    const char *nearest;
} comparison;

enum { NEAR = 1, FAR = 2 };

/* wording is as printed; the forms' titles are written without blanks and half-width signs. */
static void compare(comparison *c, const char *wording)
{
    normal n;
    normalise(&n, nb_view_of(wording));
    nb_view a = normal_view(&c->title), b = normal_view(&n);
    uint32_t distance;
    if (nb_view_eq(a, b))
        distance = 0;
    else if (a.len > b.len + 4 || b.len > a.len + 4)
        distance = FAR;
    else
        distance = nb_fold_distance(a, b, NEAR);
    if (distance < c->best) {
        c->best = distance;
        c->nearest = wording;
    }
}

static void compare_list(comparison *c, const char *const *list)
{
    for (; list && *list; list++)
        compare(c, *list);
}

/*
 * One wrong character in four is too much to be sure of, so the shortest title counts as misspelt
 * only in the ways that it is really mistyped.
 */
static bool is_misspelt_overview(nb_view title)
{
    return is_in(title,
                 "总休情况|总体清况|总体情祝|总体情况况|总体情|总情况|体情况|总体况|总本情况");
}

static void compare_section(comparison *c, const nb_form_section *section)
{
    compare(c, section->title);
    compare_list(c, section->variants);
}

/* The wording itself: what most headings have. */
static bool is_wording(nb_view title, const nb_form_section *section)
{
    if (nb_view_eq(title, nb_view_of(section->title)))
        return true;
    for (const char *const *v = section->variants; v && *v; v++)
        if (nb_view_eq(title, nb_view_of(*v)))
            return true;
    return false;
}

static nb_title_match match_unknown(const comparison *start, nb_view title, int number,
                                    const nb_form *form)
{
    nb_title_match match = {.key = NB_SECTION_NONE};
    if (number <= 1 && is_misspelt_overview(title))
        return (nb_title_match){NB_SECTION_OVERVIEW, false, true, "总体情况"};
    if (nb_match_length(title, TITLE_CHARS_MAX) < 6)
        return match;
    comparison c = *start;
    for (uint32_t i = 0; i < form->section_count && c.best > 0; i++) {
        uint32_t before = c.best;
        if (form->sections[i].key != NB_SECTION_OVERVIEW)
            compare_section(&c, &form->sections[i]);
        if (c.best < before && c.best <= NEAR)
            match.key = form->sections[i].key;
    }
    match.is_official = match.key != NB_SECTION_NONE && c.best == 0;
    match.is_misspelt = match.key != NB_SECTION_NONE && c.best > 0;
    match.intended = match.is_misspelt ? c.nearest : NULL;
    return match;
}

nb_title_match nb_title_match_form(nb_arena *arena, nb_view title, int number, const nb_form *form)
{
    (void)arena;
    nb_title_match match = {.key = nb_title_key(title, number)};
    if (!form || !form->has_fixed_titles) {
        match.is_official = match.key != NB_SECTION_NONE;
        return match;
    }
    if (!title.len || nb_match_length(title, TITLE_CHARS_MAX + 1) > TITLE_CHARS_MAX)
        return match;
    const nb_form_section *section = nb_form_section_of(form, match.key);
    if (match.key != NB_SECTION_NONE && !section)
        return match;
    if (section && is_wording(title, section)) {
        match.is_official = true;
        return match;
    }
    comparison c = {.best = FAR};
    normalise(&c.title, title);
    if (!section)
        return match_unknown(&c, title, number, form);
    compare_section(&c, section);
    match.is_official = c.best == 0;
    /* 总体情况 was told by whole words: nothing in it is mistyped. */
    if (c.best == NEAR && match.key != NB_SECTION_OVERVIEW) {
        match.is_misspelt = true;
        match.intended = c.nearest;
    }
    return match;
}

/* ---- titles glued to their text ---- */

/* Longer words before those that they begin with. A title can end behind one of TERMINAL. */
static const char TERMINAL[] = "情况|概述|概况|事项|措施|举措|方面|安排|打算|做法|统计表|附表|综述";
static const char WORD[] =
    "政府信息公开|政务公开|政务信息|政府信息|信息公开|信息|依申请公开|主动公开|不予公开|公开|"
    "行政机关|"
    "行政复议|行政诉讼|行政|复议|诉讼|申诉|举报|投诉|总体|基本|主要|重点领域|重点|存在|问题|不足|"
    "改进|"
    "收到|处理|受理|接收|办理|答复|申请|提起|收费|减免|费用|支出|收取|其他|其它|需要|报告|说明|需|"
    "平台建设|平台|载体|监督|保障|管理|建设|工作|开展|数量|类别|形式|渠道|制度|队伍|机构|组织|领导|"
    "下一步|本年度|年度|因|被|由|的|类|相关|有关|和|及|与|以及|、|等|关于|推进|落实|机制|标准化|"
    "规范化|"
    "政策解读|解读|回应|关切|社会|教育|培训";
static const char CONNECTOR[] = "和|及|与|以及|、|的";

static bool is_connected(nb_view v, uint32_t at)
{
    uint32_t len = 0;
    if (nb_match_word(v, at, "统计表", NULL) != NB_VIEW_NONE)
        return true;
    if (nb_match_word(v, at, CONNECTOR, &len) == NB_VIEW_NONE)
        return false;
    return nb_match_word(v, at + len, TERMINAL, NULL) != NB_VIEW_NONE ||
           nb_match_word(v, at + len, WORD, NULL) != NB_VIEW_NONE;
}

uint32_t nb_title_stretch(nb_view folded, uint32_t at)
{
    enum { STRETCH_BYTES_MAX = TITLE_CHARS_MAX * 3 };
    uint32_t p = at, end = at, len = 0;
    while (p < folded.len && p - at < STRETCH_BYTES_MAX) {
        if (nb_match_word(folded, p, TERMINAL, &len) != NB_VIEW_NONE) {
            p += len;
            end = p;
            if (!is_connected(folded, p))
                break;
        } else if (nb_match_word(folded, p, WORD, &len) != NB_VIEW_NONE) {
            bool joins = nb_match_word(folded, p, CONNECTOR, NULL) != NB_VIEW_NONE;
            p += len;
            if (!joins)
                end = p;
        } else {
            break;
        }
    }
    return end - at;
}
