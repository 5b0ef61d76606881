#include "rules/period.h"

#include "nb/text/utf8.h"

bool nb_period_is_stated(nb_rule_ctx *ctx, const nb_period *period)
{
    const nb_report *report = nb_ctx_report(ctx);
    nb_view words = nb_view_sub(nb_ctx_text(ctx), period->sentence.start, period->sentence.end);
    const nb_section *overview = nb_report_section(report, NB_SECTION_OVERVIEW);
    return nb_span_inside(period->dates, report->preamble) ||
           (overview && nb_span_inside(period->dates, overview->span)) ||
           nb_match_contains(words, "统计期|统计时|统计区间|统计周期|本报告|所列数据");
}

bool nb_period_is_sound(const nb_period *period)
{
    return period->state == NB_PERIOD_READ && period->start.is_possible && period->end.is_possible;
}

int nb_date_compare(const nb_date *a, const nb_date *b)
{
    if (a->year != b->year)
        return a->year - b->year;
    if (a->month != b->month && a->month && b->month)
        return a->month - b->month;
    return a->day && b->day ? a->day - b->day : 0;
}

/* 成立领导小组, 整合平台资源: something else was set up or merged. */
static const char NOT_THE_BODY[] =
    "小组|专班|队伍|工作组|平台|栏目|网站|账号|新媒体|公众号|渠道|资源|机制|复议|诉讼|处罚|制度";

bool nb_report_has_changed_body(const nb_report *report)
{
    for (uint32_t i = 0; i < report->sentence_count; i++) {
        nb_view text = report->sentences[i].text.text;
        if (nb_match_contains(text, "成立|组建|挂牌|机构改革|撤销|合并|更名|划转|整合|新设") &&
            !nb_match_contains(text, NOT_THE_BODY))
            return true;
    }
    return false;
}

int nb_report_year_apart(const nb_report *report, bool *is_sure)
{
    *is_sure = true;
    if (report->year_source == NB_YEAR_FORCED || report->title.year)
        return report->year_source == NB_YEAR_FORCED ? report->year : report->title.year;
    int year = 0;
    uint32_t agree = 0;
    bool disagree = false;
    nb_year_source last = NB_YEAR_NONE;
    for (uint32_t i = 0; i < report->year_count; i++) {
        const nb_year_evidence *e = &report->years[i];
        if (e->source == NB_YEAR_PERIOD)
            continue;
        if (!year)
            year = e->year;
        disagree = disagree || e->year != year;
        agree += e->year == year && e->source != last ? 1 : 0;
        last = e->source;
    }
    *is_sure = agree >= 2 && !disagree;
    return year;
}

/* ---- writing dates ---- */

typedef struct numeral {
    nb_span span;
    int value;
    char kind; /* '0' ASCII, 'w' full-width, 'h' Han */
} numeral;

static int han_value(uint32_t cp)
{
    switch (cp) {
    case 0x3007: /* 〇 */
    case 0x25CB: /* ○ */
    case 0x96F6: /* 零 */
        return 0;
    case 0x4E00:
        return 1;
    case 0x4E8C:
        return 2;
    case 0x4E09:
        return 3;
    case 0x56DB:
        return 4;
    case 0x4E94:
        return 5;
    case 0x516D:
        return 6;
    case 0x4E03:
        return 7;
    case 0x516B:
        return 8;
    case 0x4E5D:
        return 9;
    case 0x5341:
        return 10;
    default:
        return -1;
    }
}

static char kind_of(uint32_t cp, int *digit)
{
    if (cp >= '0' && cp <= '9') {
        *digit = (int)cp - '0';
        return '0';
    }
    if (cp >= 0xFF10 && cp <= 0xFF19) {
        *digit = (int)cp - 0xFF10;
        return 'w';
    }
    *digit = han_value(cp);
    return *digit >= 0 ? 'h' : '\0';
}

/* One more character of a numeral; 十 multiplies. */
static int extend(int value, int digit, char kind)
{
    if (value > 100000000)
        return value;
    if (kind == 'h' && digit == 10)
        return (value ? value : 1) * 10;
    if (kind == 'h' && value >= 10 && value % 10 == 0 && value < 100)
        return value + digit;
    return value * 10 + digit;
}

enum { NUMERALS_MAX = 3 };

/* The numerals of a date as printed; more than three: 99. */
static uint32_t split(nb_view text, nb_span span, numeral out[NUMERALS_MAX])
{
    nb_view v = nb_view_sub(text, 0, span.end);
    uint32_t count = 0;
    bool is_open = false;
    for (uint32_t at = span.start; at < v.len;) {
        uint32_t from = at;
        int digit;
        char kind = kind_of(nb_utf8_next(v, &at), &digit);
        if (!kind) {
            is_open = false;
            continue;
        }
        if (!is_open) {
            if (count == NUMERALS_MAX)
                return 99;
            out[count++] = (numeral){nb_span_of(from, at), extend(0, digit, kind), kind};
            is_open = true;
            continue;
        }
        out[count - 1].span.end = at;
        out[count - 1].value = extend(out[count - 1].value, digit, kind);
    }
    return count;
}

static nb_view write_wide(nb_arena *arena, nb_view digits)
{
    char *out = nb_arena_alloc(arena, (size_t)digits.len * 3 + 1);
    uint32_t len = 0;
    for (uint32_t i = 0; i < digits.len; i++)
        len += nb_utf8_put(out + len, 0xFF10u + (uint32_t)(digits.ptr[i] - '0'));
    return (nb_view){out, len};
}

/* 二〇二〇, with the sign for nought that the old numeral had. */
static nb_view write_han_year(nb_arena *arena, nb_view digits, nb_view old)
{
    static const char *const HAN[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    const char *nought = nb_view_contains(old, NB_V("○"))    ? "○"
                         : nb_view_contains(old, NB_V("零")) ? "零"
                                                             : "〇";
    nb_view out = NB_V("");
    for (uint32_t i = 0; i < digits.len; i++) {
        int digit = digits.ptr[i] - '0';
        out = nb_arena_printf(arena, "%.*s%s", NB_ARG(out), digit ? HAN[digit] : nought);
    }
    return out;
}

static nb_view write_like(nb_rule_ctx *ctx, const numeral *n, int value)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    nb_view old = nb_view_sub(nb_ctx_text(ctx), n->span.start, n->span.end);
    nb_view digits = nb_arena_printf(arena, "%d", value);
    bool is_padded = value < 10 && n->kind != 'h' &&
                     (old.len && (old.ptr[0] == '0' || nb_match_at(old, 0, NB_V("０"))));
    if (is_padded)
        digits = nb_arena_printf(arena, "0%d", value);
    if (n->kind == '0')
        return digits;
    if (n->kind == 'w')
        return write_wide(arena, digits);
    return value > 99 ? write_han_year(arena, digits, old) : nb_numeral_han(arena, (uint32_t)value);
}

bool nb_date_rewrite(nb_rule_ctx *ctx, nb_fix_draft *fix, const nb_date *date, int year, int month,
                     int day)
{
    numeral parts[NUMERALS_MAX];
    if (!nb_span_is_plain(ctx, date->span))
        return false;
    uint32_t count = split(nb_ctx_text(ctx), date->span, parts);
    uint32_t has_day = date->day ? 1 : 0;
    uint32_t has_month = date->month ? 1 : 0;
    bool has_year = count == 1 + has_month + has_day;
    if (!has_year && count != has_month + has_day)
        return false;
    uint32_t i = 0;
    if (has_year) {
        if (year && parts[0].value != year)
            nb_fix_replace(fix, parts[0].span, write_like(ctx, &parts[0], year));
        i = 1;
    }
    if (has_month && parts[i].value != month)
        nb_fix_replace(fix, parts[i].span, write_like(ctx, &parts[i], month));
    if (has_day && parts[i + 1].value != day)
        nb_fix_replace(fix, parts[i + 1].span, write_like(ctx, &parts[i + 1], day));
    return true;
}

static const nb_text2 rewrite_it = {"将统计期限改为{0}年1月1日至12月31日",
                                    "write 1 January to 31 December {0}"};

bool nb_date_is_rewritable(nb_rule_ctx *ctx, const nb_date *date)
{
    numeral parts[NUMERALS_MAX];
    uint32_t count = split(nb_ctx_text(ctx), date->span, parts);
    uint32_t rest = (date->day ? 1u : 0u) + (date->month ? 1u : 0u);
    return nb_span_is_plain(ctx, date->span) && (count == rest || count == rest + 1);
}

void nb_period_offer(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_period *period, int year,
                     bool is_preferred)
{
    if (!year || !nb_date_is_rewritable(ctx, &period->start) ||
        !nb_date_is_rewritable(ctx, &period->end))
        return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, rewrite_it,
                                       nb_arena_printf(nb_ctx_arena(ctx), "%d", year));
    bool is_one = period->start.span.start == period->end.span.start; /* 2020年度 */
    (void)nb_date_rewrite(ctx, fix, &period->start, year, 1, 1);
    if (!is_one)
        (void)nb_date_rewrite(ctx, fix, &period->end, year, 12, 31);
    if (is_preferred)
        nb_fix_prefer(fix);
}

nb_view nb_period_text(nb_rule_ctx *ctx, const nb_period *period)
{
    return nb_view_sub(nb_ctx_text(ctx), period->dates.start, period->dates.end);
}
