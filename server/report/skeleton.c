#include "nb/report/skeleton.h"

#include "nb/base/buf.h"

#include <string.h>

#define PLACEHOLDER_OPEN "【待填："
#define PLACEHOLDER_CLOSE "】"

nb_view nb_skeleton_placeholder(nb_arena *arena, const char *what)
{
    return nb_arena_printf(arena, PLACEHOLDER_OPEN "%s" PLACEHOLDER_CLOSE, what);
}

bool nb_skeleton_is_unfilled(nb_view text)
{
    return nb_view_contains(text, NB_V(PLACEHOLDER_OPEN));
}

typedef struct writer {
    nb_arena *arena;
    nb_buf out;
    const nb_form *form;
    const nb_skeleton_style *style;
    const nb_skeleton_values *values;
    int year; /* 0: unknown, as in a section that a fix inserts */
    nb_view body;
} writer;

static void end_line(writer *w)
{
    nb_buf_add_view(&w->out, w->style->eol);
    if (w->style->blank_lines)
        nb_buf_add_view(&w->out, w->style->eol);
}

static void write_framed(writer *w, nb_view before, nb_view text, nb_view after)
{
    nb_buf_add_view(&w->out, before);
    nb_buf_add_view(&w->out, text);
    nb_buf_add_view(&w->out, after);
    end_line(w);
}

static void write_paragraph(writer *w, nb_view text)
{
    write_framed(w, w->style->paragraph_before, text, w->style->paragraph_after);
}

static void write_heading(writer *w, int number, const char *title)
{
    const nb_skeleton_style *s = w->style;
    nb_view text = nb_view_of(title);
    if (number > 0)
        text = nb_arena_printf(w->arena, "%.*s%.*s%.*s%.*s", NB_ARG(s->number_before),
                               NB_ARG(nb_numeral_han(w->arena, (uint32_t)number)),
                               NB_ARG(s->number_after), NB_ARG(text));
    write_framed(w, s->heading_before, text, s->heading_after);
}

static void write_subheading(writer *w, int number, const char *title)
{
    nb_view text = nb_arena_printf(w->arena, "（%.*s）%s",
                                   NB_ARG(nb_numeral_han(w->arena, (uint32_t)number)), title);
    write_framed(w, w->style->sub_before, text, w->style->sub_after);
}

static void write_placeholder(writer *w, const char *what)
{
    write_paragraph(w, nb_skeleton_placeholder(w->arena, what));
}

/* ---- text of the sections ---- */

static bool has_tables(const nb_form *form)
{
    return form->table_count > 0;
}

/*
 * The sentences of a report whose tables are filled with 0. A section that a fix inserts into a
 * report (year 0) states nothing: what happened is not known.
 */
static nb_view zero_sentence(const writer *w, nb_section_key key)
{
    if (w->year == 0)
        return (nb_view){0};
    switch (key) {
    case NB_SECTION_REQUESTS:
        return nb_arena_printf(w->arena,
                               "%d年，新收政府信息公开申请0件，上年结转0件，办结0件，"
                               "结转下年度继续办理0件。",
                               w->year);
    case NB_SECTION_FEES:
        return nb_arena_printf(w->arena, "%d年，依申请提供政府信息未收取费用。", w->year);
    case NB_SECTION_REVIEW:
        return nb_arena_printf(
            w->arena, "%d年，未发生因政府信息公开申请行政复议、提起行政诉讼的情况。", w->year);
    case NB_SECTION_DISCLOSURE:
        return nb_arena_printf(w->arena, "%d年，主动公开政府信息0条。", w->year);
    default:
        return (nb_view){0};
    }
}

static const char *placeholder_of(nb_section_key key)
{
    switch (key) {
    case NB_SECTION_OVERVIEW:
        return "本年度政府信息公开工作总体情况";
    case NB_SECTION_DISCLOSURE:
        return "主动公开政府信息的数量、类别和渠道";
    case NB_SECTION_REQUESTS:
        return "收到和处理政府信息公开申请的数量和结果，没有的写明未收到";
    case NB_SECTION_FEES:
        return "收费和减免的金额，没有的写明未收取";
    case NB_SECTION_REVIEW:
        return "行政复议、行政诉讼的数量和结果，没有的写明未发生";
    case NB_SECTION_OTHER:
        return "其他需要报告的事项，没有的写明无";
    default:
        return "本部分内容";
    }
}

static const char *dimension_placeholder(const char *key)
{
    if (strcmp(key, "disclosure") == 0)
        return "主动公开的数量、重点领域和政策解读情况";
    if (strcmp(key, "requests") == 0)
        return "申请的渠道、办理结果和便民措施";
    if (strcmp(key, "management") == 0)
        return "政府信息的制作、审核、更新和规范性文件管理情况";
    if (strcmp(key, "platform") == 0)
        return "政府网站、政务新媒体和查阅场所建设情况";
    return "监督检查和培训情况；工作考核、社会评议、责任追究结果情况";
}

static void write_overview(writer *w)
{
    if (w->form->dimension_count == 0) {
        write_placeholder(w, placeholder_of(NB_SECTION_OVERVIEW));
        return;
    }
    for (uint32_t i = 0; i < w->form->dimension_count; i++) {
        const nb_form_dimension *dimension = &w->form->dimensions[i];
        nb_view zero = {0};
        write_subheading(w, (int)i + 1, dimension->title);
        if (strcmp(dimension->key, "requests") == 0)
            zero = zero_sentence(w, NB_SECTION_REQUESTS);
        nb_view text = nb_skeleton_placeholder(w->arena, dimension_placeholder(dimension->key));
        write_paragraph(w, nb_arena_printf(w->arena, "%.*s%.*s", NB_ARG(zero), NB_ARG(text)));
    }
}

static void write_problems(writer *w)
{
    write_subheading(w, 1, "存在的主要问题");
    write_placeholder(w, "本年度工作中存在的具体问题和不足");
    write_subheading(w, 2, "改进情况");
    write_placeholder(w, "针对上述问题已经采取和下一步将采取的改进措施");
}

static void write_other(writer *w)
{
    bool has_fee_rule = w->form->id == NB_FORM_2021;
    if (has_fee_rule && w->year)
        write_paragraph(w, nb_arena_printf(w->arena,
                                           "%d年，未发出收费通知，未收取政府信息公开信息处理费。",
                                           w->year));
    else if (has_fee_rule)
        write_placeholder(w, "信息处理费收取情况（件数、总金额），没有的写明未收取；其他事项");
    else if (w->year)
        write_paragraph(w, nb_arena_printf(w->arena, "%d年，无其他需要报告的事项。", w->year));
    else
        write_placeholder(w, placeholder_of(NB_SECTION_OTHER));
}

static void write_tables(writer *w, nb_section_key key)
{
    for (uint32_t i = 0; i < w->form->table_count; i++) {
        const nb_form_table *table = &w->form->tables[i];
        if (table->section != key)
            continue;
        nb_buf_add_view(&w->out, nb_skeleton_table(w->arena, table, w->style, w->values));
        if (w->style->blank_lines && w->style->dialect != NB_DIALECT_PARA_CELLS)
            nb_buf_add_view(&w->out, w->style->eol);
    }
}

static bool section_has_table(const nb_form *form, nb_section_key key)
{
    for (uint32_t i = 0; i < form->table_count; i++)
        if (form->tables[i].section == key)
            return true;
    return false;
}

static void write_body(writer *w, const nb_form_section *section)
{
    switch (section->key) {
    case NB_SECTION_OVERVIEW:
        write_overview(w);
        return;
    case NB_SECTION_PROBLEMS:
        write_problems(w);
        return;
    case NB_SECTION_OTHER:
        write_other(w);
        return;
    default:
        break;
    }
    if (section_has_table(w->form, section->key)) {
        write_tables(w, section->key);
        return;
    }
    nb_view zero = zero_sentence(w, section->key);
    nb_view text = nb_skeleton_placeholder(w->arena, placeholder_of(section->key));
    write_paragraph(w, nb_arena_printf(w->arena, "%.*s%.*s", NB_ARG(zero), NB_ARG(text)));
}

static void write_section(writer *w, const nb_form_section *section, int number)
{
    write_heading(w, number, section->title);
    write_body(w, section);
}

/* ---- the report ---- */

static void write_preamble(writer *w)
{
    const nb_form *form = w->form;
    nb_buf text = {0};
    nb_buf_add_str(&text, "根据《中华人民共和国政府信息公开条例》");
    if (form->has_fixed_titles && form->decree_title)
        nb_buf_printf(&text, "和%s（%s）", form->decree_title, form->decree);
    nb_buf_printf(&text, "要求，现公布%.*s%d年政府信息公开工作年度报告。本报告由", NB_ARG(w->body),
                  w->year);
    for (uint32_t i = 0; i < form->section_count; i++)
        nb_buf_printf(&text, "“%s”", form->sections[i].title);
    nb_buf_printf(&text, "等%.*s个部分组成。",
                  NB_ARG(nb_numeral_han(w->arena, form->section_count)));
    nb_buf_printf(&text,
                  "本报告中所列数据的统计期限自%d年1月1日起至%d年12月31日止。"
                  "如对本报告有疑问，请与%.*s联系（地址：" PLACEHOLDER_OPEN "地址" PLACEHOLDER_CLOSE
                  "，邮编：" PLACEHOLDER_OPEN "邮编" PLACEHOLDER_CLOSE "，电话：" PLACEHOLDER_OPEN
                  "电话" PLACEHOLDER_CLOSE "）。",
                  w->year, w->year, NB_ARG(w->body));
    write_paragraph(w, nb_buf_view(&text));
    nb_buf_release(&text);
}

static void write_annexes(writer *w)
{
    for (uint32_t i = 0; i < w->form->table_count; i++) {
        const nb_form_table *table = &w->form->tables[i];
        if (table->section != NB_SECTION_NONE)
            continue;
        if (table->title)
            write_paragraph(w, nb_arena_printf(w->arena, "%d年度%s", w->year, table->title));
        nb_buf_add_view(&w->out, nb_skeleton_table(w->arena, table, w->style, w->values));
        if (w->style->blank_lines && w->style->dialect != NB_DIALECT_PARA_CELLS)
            nb_buf_add_view(&w->out, w->style->eol);
    }
}

static nb_view finish(writer *w)
{
    nb_view result = nb_arena_copy(w->arena, nb_buf_view(&w->out));
    nb_buf_release(&w->out);
    return result;
}

nb_view nb_skeleton_heading(nb_arena *arena, const char *title, int number,
                            const nb_skeleton_style *style)
{
    writer w = {.arena = arena, .style = style};
    write_heading(&w, number, title);
    return finish(&w);
}

const char *nb_skeleton_section_wants(nb_section_key key)
{
    return placeholder_of(key);
}

nb_view nb_skeleton_section_body(nb_arena *arena, const nb_form *form, nb_section_key key,
                                 const nb_skeleton_style *style)
{
    const nb_form_section *section = nb_form_section_of(form, key);
    if (!section)
        return (nb_view){0};
    writer w = {.arena = arena, .form = form, .style = style};
    write_body(&w, section);
    return finish(&w);
}

nb_view nb_skeleton_dimension(nb_arena *arena, const nb_form_dimension *dimension, int number,
                              const nb_skeleton_style *style)
{
    writer w = {.arena = arena, .style = style};
    write_subheading(&w, number, dimension->title);
    write_placeholder(&w, dimension_placeholder(dimension->key));
    return finish(&w);
}

nb_view nb_skeleton_section(nb_arena *arena, const nb_form *form, nb_section_key key, int number,
                            const nb_skeleton_style *style, const nb_skeleton_values *values)
{
    const nb_form_section *section = nb_form_section_of(form, key);
    if (!section)
        return (nb_view){0};
    writer w = {.arena = arena, .form = form, .style = style, .values = values};
    write_section(&w, section, number);
    return finish(&w);
}

nb_view nb_skeleton_report(nb_arena *arena, const nb_form *form, int year, nb_view body,
                           const nb_skeleton_style *style, const nb_skeleton_values *values)
{
    static const nb_skeleton_values zeros = {.fill = {NB_LIT("0")}};
    writer w = {.arena = arena, .form = form, .style = style, .year = year};
    w.values = values ? values : &zeros;
    w.body = body.len ? body : nb_skeleton_placeholder(arena, "机关名称");

    write_framed(&w, style->title_before,
                 nb_arena_printf(arena, "%.*s%d年政府信息公开工作年度报告", NB_ARG(w.body), year),
                 style->title_after);
    write_preamble(&w);
    for (uint32_t i = 0; i < form->section_count; i++)
        write_section(&w, &form->sections[i], (int)i + 1);
    if (has_tables(form))
        write_annexes(&w);
    write_paragraph(&w, w.body);
    write_placeholder(&w, "成文日期");
    return finish(&w);
}
