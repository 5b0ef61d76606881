#include "rules/structure.h"

#include "nb/text/utf8.h"

/* Local notices want 总体情况 to have at most a thousand characters in principle
 * (domain: 1.8, 2.3). */

/* The example: twenty-four times a sentence of more than fifty characters. */
#define NB_LINE                                                                                                                                  \
    "全年依法公开政府信息，及时回应社会关切，规范办理各类申请，持续优化平台栏目，加强培训考核，不" \
    "断提高工作质量。"
#define NB_LONG NB_LINE NB_LINE NB_LINE NB_LINE

/* Characters without blanks, up to limit. */
static uint32_t characters(nb_view v, uint32_t limit)
{
    uint32_t count = 0;
    for (uint32_t at = 0; at < v.len && count < limit;) {
        unsigned char lead = (unsigned char)v.ptr[at];
        if (lead >= 0xe4 && lead <= 0xe9 && v.len - at >= 3) { /* nearly all characters are Han */
            at += 3;
            count++;
            continue;
        }
        uint32_t cp = nb_utf8_next(v, &at);
        count += cp > ' ' && cp != 0xa0 && cp != 0x3000 ? 1 : 0;
    }
    return count;
}

static void check(nb_rule_ctx *ctx)
{
    enum { COUNTED_MAX = 1000000 };
    const nb_report *report = nb_ctx_report(ctx);
    const nb_section *overview = nb_report_section(report, NB_SECTION_OVERVIEW);
    const nb_heading *heading = overview ? nb_section_heading(report, overview) : NULL;
    if (!nb_has_fixed_titles(report) || !heading)
        return;
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->sentence_count && count < COUNTED_MAX; i++) {
        const nb_sentence *s = &report->sentences[i];
        if (s->section == NB_SECTION_OVERVIEW && s->heading != overview->heading)
            count += characters(s->text.text, COUNTED_MAX);
        else if (s->section == NB_SECTION_OVERVIEW && !s->is_heading)
            count += characters(s->text.text, COUNTED_MAX);
    }
    if (count <= (uint32_t)nb_ctx_length_limit(ctx))
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, heading->span);
    nb_finding_arg_int(draft, "count", count);
    nb_finding_arg_int(draft, "limit", nb_ctx_length_limit(ctx));
}

const nb_rule nb_rule_s121_overview_length = {
    .code = "S121",
    .slug = "overview-length",
    .severity = NB_SEVERITY_HINT,
    .fix = NB_FIX_NONE,
    .title = {"总体情况过长", "the overview is long"},
    .message = {"总体情况有{count}字，原则上不超过{limit}字",
                "the overview has {count} characters; {limit} is the rule of thumb"},
    .explanation = {"多地通知要求总体情况原则上不超过一千字，可在配置中改变上限。",
                    "Several local notices ask for at most a thousand characters; the limit can be "
                    "configured."},
    .bad = NB_SAME("一、总体情况\n" NB_LONG NB_LONG NB_LONG NB_LONG NB_LONG NB_LONG "\n"),
    .good = NB_SAME("一、总体情况\n工作有序开展。\n"),
    .no_fix = {"哪些内容可以删减，由编写单位决定",
               "What can be cut is for the reporting body to decide"},
    .basis = NULL,
    .check = check,
};
