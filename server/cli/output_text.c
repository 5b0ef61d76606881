#include <stdio.h>
#include <string.h>

#include "cli/output.h"
#include "cli/snippet.h"

static const char *severity_word(nb_severity severity, nb_lang lang)
{
    static const char *const zh[] = {"", "错误", "警告", "信息", "提示"};
    return lang == NB_LANG_EN ? nb_severity_name(severity) : zh[severity];
}

static const char *color_on(const cli_style *style, nb_severity severity)
{
    static const char *const codes[] = {"", "\033[1;31m", "\033[1;33m", "\033[1;34m", "\033[1;36m"};
    return style->has_color ? codes[severity] : "";
}

static const char *bold(const cli_style *style)
{
    return style->has_color ? "\033[1m" : "";
}

static const char *plain(const cli_style *style)
{
    return style->has_color ? "\033[0m" : "";
}

/* path:line:column of the start, counted in characters from 1 as editors do. */
static void add_place(nb_buf *out, const char *path, const nb_lines *lines, nb_span span)
{
    nb_position at = nb_lines_position(lines, span.start, NB_UTF32);
    snippet_add_clean(out, nb_view_of(path));
    nb_buf_printf(out, ":%u:%u", at.line + 1, at.character + 1);
}

static void add_related(nb_buf *out, const cli_style *style, const cli_result *result,
                        const nb_related *related)
{
    nb_buf_add_str(out, style->options->lang == NB_LANG_EN ? "  = see " : "  = 参见 ");
    add_place(out, result->path, &result->analysis->lines, related->span);
    nb_buf_add_str(out, ": ");
    snippet_add_clean(out, related->message);
    nb_buf_add_char(out, '\n');
}

static void add_help(nb_buf *out, const cli_style *style, const nb_fix *fix)
{
    bool is_english = style->options->lang == NB_LANG_EN;
    nb_buf_printf(out, "  = %s%s%s", bold(style), is_english ? "help: " : "修改：", plain(style));
    snippet_add_clean(out, fix->title);
    if (fix->kind == NB_FIX_SAFE)
        nb_buf_add_str(out, is_english ? " (`nianbao fix` does it)" : "（nianbao fix 可自动完成）");
    nb_buf_add_char(out, '\n');
}

static void add_finding(nb_buf *out, const cli_style *style, const cli_result *result,
                        const nb_finding *f)
{
    const nb_lines *lines = &result->analysis->lines;
    nb_buf_add_str(out, bold(style));
    add_place(out, result->path, lines, f->span);
    nb_buf_printf(out, ":%s %s%s[%s]%s%s: ", plain(style), color_on(style, f->severity),
                  severity_word(f->severity, style->options->lang), f->rule->code, plain(style),
                  bold(style));
    snippet_add_clean(out, f->message);
    nb_buf_printf(out, "%s\n", plain(style));
    snippet_add(out, lines, f->span, color_on(style, f->severity), plain(style));
    for (uint32_t i = 0; i < f->related_count; i++)
        add_related(out, style, result, &f->related[i]);
    for (uint32_t i = 0; i < f->fix_count; i++)
        add_help(out, style, &f->fixes[i]);
    nb_buf_add_char(out, '\n');
}

static void add_verdict(nb_buf *out, const cli_style *style, const nb_verdict *v)
{
    static const nb_text2 states[] = {{"成立", "holds"}, {"不成立", "FAILS"}, {"无法判断", "-"}};
    nb_lang lang = style->options->lang;
    const char *label = cli_verdict_label(v);
    nb_buf_printf(out, "  %s  %s  %s  %s", nb_table_key_name(v->table->key),
                  nb_text2_in(states[v->state], lang), nb_text2_in(v->identity->says, lang),
                  label ? label : "");
    if (v->state == NB_VERDICT_UNJUDGED) {
        nb_buf_add_str(out, lang == NB_LANG_EN ? ": " : "：");
        snippet_add_clean(out, v->reason);
    } else {
        char left[32];
        char right[32];
        uint32_t left_len = nb_figure_format(v->left_micro, 0, left);
        uint32_t right_len = nb_figure_format(v->right_micro, 0, right);
        const char *sign = v->left_micro == v->right_micro
                               ? (v->identity->relation == NB_REL_EQ ? "=" : "≤")
                           : v->state == NB_VERDICT_HOLDS       ? "≤"
                           : v->identity->relation == NB_REL_EQ ? "≠"
                                                                : ">";
        nb_buf_printf(out, "  %.*s %s %.*s", (int)left_len, left, sign, (int)right_len, right);
    }
    nb_buf_add_char(out, '\n');
}

static void text_file(nb_buf *out, const cli_style *style, const cli_result *result)
{
    bool is_english = style->options->lang == NB_LANG_EN;
    const nb_analysis *analysis = result->analysis;
    if (!analysis)
        return; /* told on stderr */
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        add_finding(out, style, result, &analysis->findings[i]);
    if (analysis->is_truncated) {
        snippet_add_clean(out, nb_view_of(result->path));
        nb_buf_add_str(out, is_english ? ": more findings of one kind than are shown\n\n"
                                       : "：同类问题过多，未全部列出\n\n");
    }
    if (!analysis->is_report && result->is_named) {
        snippet_add_clean(out, nb_view_of(result->path));
        nb_buf_add_str(
            out, is_english
                     ? ": no annual report was recognised in it (--force checks it anyway)\n\n"
                     : "：未识别出政府信息公开工作年度报告（--force 可强制检查）\n\n");
    }
    if (style->options->verdicts && analysis->verdict_count) {
        nb_buf_add_str(out, bold(style));
        snippet_add_clean(out, nb_view_of(result->path));
        nb_buf_printf(out, "%s%s\n", is_english ? ": identities" : "：勾稽关系", plain(style));
        for (uint32_t i = 0; i < analysis->verdict_count; i++)
            add_verdict(out, style, &analysis->verdicts[i]);
        nb_buf_add_char(out, '\n');
    }
}

static void add_count(nb_buf *out, uint32_t count, const char *one, bool *is_first)
{
    if (!count)
        return;
    nb_buf_printf(out, "%s%u %s%s", *is_first ? "" : ", ", count, one, count == 1 ? "" : "s");
    *is_first = false;
}

static void summary_en(nb_buf *out, const cli_totals *t)
{
    bool is_first = true;
    nb_buf_printf(out, "%u file%s checked: ", t->files, t->files == 1 ? "" : "s");
    add_count(out, t->by_severity[NB_SEVERITY_ERROR], "error", &is_first);
    add_count(out, t->by_severity[NB_SEVERITY_WARNING], "warning", &is_first);
    add_count(out, t->by_severity[NB_SEVERITY_INFORMATION], "remark", &is_first);
    add_count(out, t->by_severity[NB_SEVERITY_HINT], "hint", &is_first);
    if (is_first && t->files)
        nb_buf_add_str(out, "nothing found");
    else if (is_first)
        nb_buf_add_str(out, t->failed ? "nothing to say"
                                      : "there are none of .txt, .md, .markdown, .html or .htm");
    if (t->safe_fixes)
        nb_buf_printf(out, "; `nianbao fix` repairs %u", t->safe_fixes);
    if (t->failed)
        nb_buf_printf(out, "; %u could not be read", t->failed);
    nb_buf_add_char(out, '\n');
}

static void summary_zh(nb_buf *out, const cli_totals *t)
{
    static const char *const words[] = {"", "个错误", "个警告", "条信息", "个提示"};
    bool is_first = true;
    nb_buf_printf(out, "检查了 %u 个文件：", t->files);
    for (int s = NB_SEVERITY_ERROR; s <= NB_SEVERITY_HINT; s++) {
        if (!t->by_severity[s])
            continue;
        nb_buf_printf(out, "%s%u %s", is_first ? "" : "，", t->by_severity[s], words[s]);
        is_first = false;
    }
    if (is_first && t->files)
        nb_buf_add_str(out, "未发现问题");
    else if (is_first)
        nb_buf_add_str(out,
                       t->failed ? "没有结果" : "没有 .txt、.md、.markdown、.html 或 .htm 文件");
    if (t->safe_fixes)
        nb_buf_printf(out, "；nianbao fix 可自动修改 %u 处", t->safe_fixes);
    if (t->failed)
        nb_buf_printf(out, "；%u 个文件无法读取", t->failed);
    nb_buf_add_char(out, '\n');
}

static void text_end(nb_buf *out, const cli_style *style, const cli_totals *totals)
{
    if (style->options->lang == NB_LANG_EN)
        summary_en(out, totals);
    else
        summary_zh(out, totals);
}

const cli_output cli_output_text = {NULL, text_file, "", text_end};
