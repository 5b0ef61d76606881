#include "rules/places.h"

/*
 * A heading with nothing under it. In the parts that consist of a table the table may be an image
 * that the text does not show, so there it is a hint (domain: 3.0).
 */

static const nb_text2 write_none = {"写明“{0}”", "write \"{0}\""};

static bool is_table_part(const nb_report *report, nb_section_key key)
{
    return nb_has_fixed_titles(report) &&
           (key == NB_SECTION_DISCLOSURE || key == NB_SECTION_REQUESTS || key == NB_SECTION_REVIEW);
}

static bool is_signature(const nb_report *report, nb_span span)
{
    const nb_sign_off *s = &report->sign_off;
    return (s->has_body && nb_span_touches(span, s->body_span)) ||
           (s->has_date && nb_span_touches(span, s->date.span));
}

/* Han characters or digits; signs and dots alone say nothing. */
static bool says_something(nb_view v)
{
    for (uint32_t i = 0; i < v.len; i++) {
        unsigned char c = (unsigned char)v.ptr[i];
        if ((c >= '0' && c <= '9') || (c >= 0xe4 && c <= 0xe9))
            return true;
    }
    return false;
}

static void offer_none(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_heading *heading)
{
    nb_view sentence = NB_V("本年度无其他需要报告的事项。");
    if (heading->is_mid_line || heading->is_run_in)
        return;
    uint32_t end = nb_ctx_report(ctx)->markup->blocks[heading->block].span.end;
    uint32_t place = nb_line_behind(ctx, end);
    nb_view text = nb_ctx_text(ctx);
    nb_arena *arena = nb_ctx_arena(ctx);
    nb_view before = NB_V("");
    if (place > 0 && text.ptr[place - 1] != '\n' && text.ptr[place - 1] != '\r')
        before = nb_ctx_report(ctx)->eol;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, write_none, sentence);
    nb_view paragraph = nb_paragraph_like(ctx, sentence);
    nb_fix_replace(fix, nb_span_of(place, place),
                   nb_arena_printf(arena, "%.*s%.*s", NB_ARG(before), NB_ARG(paragraph)));
}

/* What the form wants there: its tables, empty, or a placeholder. */
static void offer_body(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_section *section,
                       const nb_heading *heading)
{
    static const nb_text2 add_table = {"补上空白表格", "insert the empty table"};
    static const nb_text2 add_text = {"补上待填内容", "insert a place to be filled in"};
    nb_arena *arena = nb_ctx_arena(ctx);
    const nb_report *report = nb_ctx_report(ctx);
    if (heading->is_mid_line || !report->form || section->key == NB_SECTION_NONE)
        return;
    nb_skeleton_style style = nb_skeleton_style_of(arena, report);
    nb_view body = nb_skeleton_section_body(arena, report->form, section->key, &style);
    if (body.len)
        (void)nb_section_append(ctx, draft, section,
                                nb_skeleton_is_unfilled(body) ? add_text : add_table, NB_V(""),
                                body);
}

/* The first index behind from whose sentence begins at or behind offset. */
static bool has_prose(const nb_report *report, const nb_section *section, uint32_t *at)
{
    bool found = false;
    for (; *at < report->sentence_count; (*at)++) {
        const nb_sentence *s = &report->sentences[*at];
        nb_span span = nb_mapped_whole(&s->text);
        if (span.start >= section->span.end)
            break;
        if (span.start < section->body.start || s->is_heading)
            continue;
        found = found || (!is_signature(report, span) && says_something(s->text.text));
    }
    return found;
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    uint32_t at = 0;
    for (uint32_t i = 0; i < report->section_count; i++) {
        const nb_section *section = &report->sections[i];
        const nb_heading *heading = nb_section_heading(report, section);
        if (!heading || has_prose(report, section, &at) || nb_section_has_table(report, section))
            continue;
        bool is_soft = is_table_part(report, section->key) || section->key == NB_SECTION_NONE;
        nb_finding_draft *draft =
            nb_ctx_find(ctx, is_soft ? NB_SEVERITY_HINT : NB_SEVERITY_WARNING, heading->span);
        nb_finding_arg(draft, "title", heading->title);
        if (section->key == NB_SECTION_OTHER)
            offer_none(ctx, draft, heading);
        else
            offer_body(ctx, draft, section, heading);
    }
}

const nb_rule nb_rule_s102_empty_section = {
    .code = "S102",
    .slug = "empty-section",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"部分没有内容", "a part is empty"},
    .message = {"“{title}”下没有内容", "nothing stands under \"{title}\""},
    .explanation =
        {"每个部分都应当报告情况；没有的，也要写明“无”“未收到”等。表格类部分的表格如果是图片，"
         "文本中看不到，只作提示。",
         "Every part has to report; where there is nothing, say so. A table that is an "
         "image is not seen in the text, so for those parts this is a hint."},
    .bad = NB_SAME("一、总体情况\n二、主动公开政府信息情况\n公开了八条信息。\n"),
    .good =
        NB_SAME("一、总体情况\n本年度工作有序开展。\n二、主动公开政府信息情况\n公开了八条信息。\n"),
    .basis = "《中华人民共和国政府信息公开条例》第五十条",
    .check = check,
};
