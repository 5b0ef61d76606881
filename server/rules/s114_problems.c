#include "rules/places.h"

/* The part on problems must name one, and what is done about it (domain: X-14). */

static const char PROBLEM[] = "不足|问题|差距|有待|不够|薄弱|欠缺|不强|不高|不到位|不全|短板|困难|"
                              "单一|滞后|不及时|需进一步|仍需|亟待|"
                              "需要进一步|不完善|不健全|不规范|不深|不多|不平衡|偏少|偏低|缺乏|"
                              "还需|仍存在|较少|较弱|不广|需加强|需要加强";
static const char MEASURE[] = "下一步|改进|加强|完善|将|提升|提高|强化|推进|优化|措施|进一步|健全|"
                              "规范|拓展|丰富|继续|深化|落实|加大|"
                              "解决|针对";

static const nb_text2 no_measures = {"未写明改进情况", "nothing is said of improvements"};
static const nb_text2 says_nothing = {"内容过短，未写明存在的问题和改进情况",
                                      "too short: neither problems nor improvements are named"};

/* Characters of prose in the section, up to limit. */
static uint32_t length_of(const nb_report *report, const nb_section *section, uint32_t limit)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->sentence_count && count < limit; i++) {
        const nb_sentence *s = &report->sentences[i];
        if (s->section != section->key || s->is_heading)
            continue;
        nb_span span = nb_mapped_whole(&s->text);
        if (report->sign_off.has_body && nb_span_touches(span, report->sign_off.body_span))
            continue;
        if (report->sign_off.has_date && nb_span_touches(span, report->sign_off.date.span))
            continue;
        count += nb_match_length(s->text.text, limit);
    }
    return count;
}

static bool subheading_says(const nb_report *report, const char *words)
{
    for (uint32_t i = 0; i < report->heading_count; i++) {
        const nb_heading *h = &report->headings[i];
        if (h->section == NB_SECTION_PROBLEMS && h->depth > 1 && nb_match_contains(h->title, words))
            return true;
    }
    return false;
}

static bool says(const nb_report *report, const char *words)
{
    return nb_section_says(report, NB_SECTION_PROBLEMS, words) || subheading_says(report, words);
}

static void offer(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_section *section,
                  bool has_problem, bool has_measure)
{
    static const nb_text2 add_it = {"补上待填的{0}", "insert {0}, to be filled in"};
    nb_arena *arena = nb_ctx_arena(ctx);
    bool is_zh = nb_ctx_lang(ctx) == NB_LANG_ZH;
    nb_view problem = nb_skeleton_placeholder(arena, "存在的具体问题和不足");
    nb_view measure = nb_skeleton_placeholder(arena, "已经采取和下一步将采取的改进措施");
    bool wants_both = has_problem == has_measure;
    nb_view text = wants_both ? nb_arena_printf(arena, "%.*s%.*s", NB_ARG(problem), NB_ARG(measure))
                   : has_problem ? measure
                                 : problem;
    nb_view what = nb_view_of(wants_both ? (is_zh ? "问题和改进措施" : "problems and improvements")
                              : has_problem ? (is_zh ? "改进措施" : "improvements")
                                            : (is_zh ? "存在的问题" : "problems"));
    (void)nb_section_append(ctx, draft, section, add_it, what, nb_paragraph_like(ctx, text));
}

static void check(nb_rule_ctx *ctx)
{
    enum { CHARS_MIN = 10 };
    const nb_report *report = nb_ctx_report(ctx);
    const nb_section *section = nb_report_section(report, NB_SECTION_PROBLEMS);
    const nb_heading *heading = section ? nb_section_heading(report, section) : NULL;
    if (!heading)
        return;
    uint32_t length = length_of(report, section, 100);
    if (length == 0) /* S102 says so */
        return;
    bool has_problem = says(report, PROBLEM), has_measure = says(report, MEASURE);
    bool is_short = length < CHARS_MIN;
    if (has_problem && has_measure && !is_short)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, heading->span);
    if (is_short || (!has_problem && !has_measure))
        nb_finding_message(draft, says_nothing);
    else if (!has_measure)
        nb_finding_message(draft, no_measures);
    offer(ctx, draft, section, has_problem, has_measure);
}

const nb_rule nb_rule_s114_problems = {
    .code = "S114",
    .slug = "problems-and-measures",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"问题及改进部分内容不全", "problems or improvements are not named"},
    .message = {"未写明存在的问题", "no problem is named"},
    .explanation =
        {"这一部分应当既写存在的主要问题，也写改进情况，且要具体；只写“无”、只谈成绩或者只谈打算都"
         "不合要求。",
         "This part names the main problems as well as the improvements, concretely; \"none\", "
         "praise alone or plans alone will not do."},
    .bad = NB_SAME("五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n未收取费用。\n"),
    .good = NB_SAME(
        "五、存在的主要问题及改进情况\n解读形式较为单一。下一步将丰富解读形式，提高解读质量。\n"),
    .basis = "《中华人民共和国政府信息公开条例》第五十条第（四）项",
    .check = check,
};
