#include "cli/output.h"

/* Workflow commands of GitHub Actions: ::error file=…,line=…::message */

/* A property's value has more to escape than a message. */
static void add_escaped(nb_buf *out, nb_view v, bool is_property)
{
    for (uint32_t i = 0; i < v.len; i++) {
        char c = v.ptr[i];
        if (c == '%' || c == '\r' || c == '\n' || (is_property && (c == ':' || c == ',')))
            nb_buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
        else
            nb_buf_add_char(out, c);
    }
}

static const char *command_of(nb_severity severity)
{
    if (severity == NB_SEVERITY_ERROR)
        return "error";
    return severity == NB_SEVERITY_WARNING ? "warning" : "notice";
}

static void github_file(nb_buf *out, const cli_style *style, const cli_result *result)
{
    (void)style;
    nb_view path = nb_view_of(result->path);
    if (!result->analysis) {
        nb_buf_add_str(out, "::error file=");
        add_escaped(out, path, true);
        nb_buf_add_str(out, "::");
        add_escaped(out, result->error, false);
        nb_buf_add_char(out, '\n');
        return;
    }
    for (uint32_t i = 0; i < result->analysis->finding_count; i++) {
        const nb_finding *f = &result->analysis->findings[i];
        nb_range range = nb_lines_range(&result->analysis->lines, f->span, NB_UTF16);
        nb_buf_printf(out, "::%s file=", command_of(f->severity));
        add_escaped(out, path, true);
        nb_buf_printf(out, ",line=%u,endLine=%u", range.start.line + 1, range.end.line + 1);
        if (range.start.line == range.end.line) /* columns of several lines are refused */
            nb_buf_printf(out, ",col=%u,endColumn=%u", range.start.character + 1,
                          range.end.character + 1);
        nb_buf_printf(out, ",title=%s::", f->rule->code);
        add_escaped(out, f->message, false);
        nb_buf_add_char(out, '\n');
    }
}

const cli_output cli_output_github = {NULL, github_file, "", NULL};
