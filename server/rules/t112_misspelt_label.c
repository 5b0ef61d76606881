#include <string.h>

#include "nb/text/fold.h"
#include "rules/table_names.h"

/* A row or column label of the form with a character or two wrong. */

static const nb_text2 change_to = {"改为“{0}”", "make it \"{0}\""};

static void report_label(nb_rule_ctx *ctx, nb_span span, nb_view official)
{
    nb_view printed = nb_view_sub(nb_ctx_text(ctx), span.start, span.end);
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_WARNING, span);
    nb_finding_arg(draft, "official", official);
    /* Markup inside the label is not for us to rearrange. */
    for (uint32_t i = 0; i < printed.len; i++)
        if (printed.ptr[i] == '<' || printed.ptr[i] == '\n' || printed.ptr[i] == '\r' ||
            printed.ptr[i] == '&')
            return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, change_to, official);
    nb_fix_replace(fix, span, official);
}

/* Without the tags that a cell of HTML or Markdown may have inside: 社会公益<br>组织 */
static nb_view without_tags(nb_arena *arena, nb_view printed)
{
    if (!memchr(printed.ptr, '<', printed.len))
        return printed;
    char *bytes = nb_arena_alloc(arena, printed.len);
    uint32_t len = 0;
    bool in_tag = false;
    for (uint32_t i = 0; i < printed.len; i++) {
        in_tag |= printed.ptr[i] == '<';
        if (!in_tag)
            bytes[len++] = printed.ptr[i];
        in_tag &= printed.ptr[i] != '>';
    }
    return (nb_view){bytes, len};
}

static bool is_variant(nb_arena *arena, nb_view folded, const nb_form_column *column)
{
    for (uint32_t i = 0; column->variants && column->variants[i]; i++)
        if (nb_view_eq(folded,
                       nb_fold_view(arena, nb_view_of(column->variants[i]), NB_FOLD_PUNCTUATION)))
            return true;
    return false;
}

static void check_header(nb_rule_ctx *ctx, const nb_table_block *block, uint32_t c)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    const nb_form_column *column = &block->form->columns[c];
    nb_span span = block->header_spans[c];
    nb_view official = nb_view_of(column->label);
    /* Most headers are as they should be; comparing bytes tells. */
    nb_view printed = nb_view_sub(nb_ctx_text(ctx), span.start, span.end);
    if (printed.len == 0 || printed.len > 60 || nb_view_eq(printed, official))
        return;
    nb_fold_flags flags = (nb_fold_flags)(NB_FOLD_PUNCTUATION | NB_FOLD_TRADITIONAL);
    nb_view folded = nb_fold_view(arena, without_tags(arena, printed), flags);
    nb_view label = nb_fold_view(arena, official, flags);
    uint32_t distance = nb_fold_distance(folded, label, 2);
    if (distance == 0 || distance > 2 || nb_view_starts_with(label, folded) ||
        nb_view_starts_with(folded, label) || is_variant(arena, folded, column))
        return;
    report_label(ctx, span, official);
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    for (uint32_t t = 0; t < report->table_count; t++)
        for (uint32_t b = 0; b < report->tables[t].block_count; b++) {
            if (!nb_table_is_bound(report, &report->tables[t]))
                break;
            const nb_table_block *block = &report->tables[t].blocks[b];
            for (uint32_t r = 0; r < block->form->row_count; r++)
                if (block->rows[r].is_present && block->rows[r].doubt == NB_ROW_MISSPELT)
                    report_label(ctx, block->rows[r].label_span,
                                 nb_view_of(block->form->rows[r].label));
            for (uint32_t c = 0; c < block->form->column_count; c++)
                check_header(ctx, block, c);
        }
}

#define BAD                                                                                                               \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 0 | " \
    "0 | 0 |\n"                                                                                                           \
    "| 行政规范性文伴 | 2 | 0 | 9 |\n"
#define GOOD                                                                                                              \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 0 | " \
    "0 | 0 |\n"                                                                                                           \
    "| 行政规范性文件 | 2 | 0 | 9 |\n"

const nb_rule nb_rule_t112_misspelt_label = {
    .code = "T112",
    .slug = "misspelt-label",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"表格的行、列名称与格式一致", "labels of tables are those of the form"},
    .message = {"格式中的名称是“{official}”", "the form calls it \"{official}\""},
    .explanation = {"行、列名称与统一格式差一两个字，多半是录入错误。",
                    "The label is a character or two from that of the form; most likely a slip."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .basis = "《政府信息公开条例》第五十条",
    .check = check,
};
