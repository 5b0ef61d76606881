#include <stdio.h>
#include <string.h>

#include "harness.h"
#include "nb/text/utf8.h"

typedef NB_VEC(char) char_vec;

static void add(nb_arena *arena, char_vec *out, nb_view v)
{
    for (uint32_t i = 0; i < v.len; i++)
        *nb_vec_push(arena, out) = v.ptr[i];
}

bool fixture_is_document(const char *name)
{
    nb_view v = nb_view_of(name);
    return nb_view_ends_with(v, NB_V(".txt")) || nb_view_ends_with(v, NB_V(".md")) ||
           nb_view_ends_with(v, NB_V(".html"));
}

static bool option_set(nb_check_options *options, nb_view line)
{
    char name[16];
    char value[16];
    char text[64];
    (void)snprintf(text, sizeof text, "%.*s", NB_ARG(line));
    if (sscanf(text, "option %15s %15s", name, value) != 2)
        return false;
    int number = 0;
    (void)sscanf(value, "%d", &number);
    if (strcmp(name, "year") == 0) {
        options->report.force_year = number;
    } else if (strcmp(name, "form") == 0) {
        options->report.force_form = nb_form_of_year(number);
    } else if (strcmp(name, "length") == 0) {
        options->rules.length_limit = number;
    } else if (strcmp(name, "issuer") == 0) {
        options->report.issuer_kind = value[0] == 'g'   ? NB_ISSUER_GOVERNMENT
                                      : value[0] == 'd' ? NB_ISSUER_DEPARTMENT
                                                        : NB_ISSUER_TOWNSHIP;
    } else {
        return false;
    }
    return true;
}

static bool sidecar_read(nb_arena *arena, nb_view sidecar, fixture *out)
{
    char_vec expected = {0};
    char_vec header = {0};
    for (uint32_t at = 0; at < sidecar.len;) {
        uint32_t end = nb_view_find(sidecar, NB_V("\n"), at);
        nb_view line = nb_view_trim(nb_view_sub(sidecar, at, end));
        at = end == NB_VIEW_NONE ? sidecar.len : end + 1;
        bool is_option = nb_view_starts_with(line, NB_V("option "));
        if (is_option && !option_set(&out->options, line)) {
            printf("%s: not understood: %.*s\n", out->path, NB_ARG(line));
            return false;
        }
        char_vec *part = is_option || line.len == 0 || line.ptr[0] == '#' ? &header : &expected;
        if (line.len == 0)
            continue;
        add(arena, part, line);
        add(arena, part, NB_V("\n"));
    }
    out->header = (nb_view){header.items, header.len};
    out->expected = (nb_view){expected.items, expected.len};
    return true;
}

bool fixture_load(nb_arena *arena, const char *path, fixture *out)
{
    nb_view v = nb_view_of(path);
    uint32_t slash = nb_view_find_last(v, NB_V("/"));
    *out = (fixture){.path = path,
                     .name = nb_view_sub(v, slash == NB_VIEW_NONE ? 0 : slash + 1, v.len)};
    out->options.kind = nb_source_kind_of_path(v);
    out->options.force_report = true;
    out->is_silent = nb_view_starts_with(out->name, NB_V("silent-"));
    out->is_clean = nb_view_starts_with(out->name, NB_V("clean-"));
    if (!harness_read(arena, path, &out->text)) {
        printf("%s: cannot be read\n", path);
        return false;
    }
    nb_view stem = nb_view_sub(v, 0, nb_view_find_last(v, NB_V(".")));
    nb_view sidecar;
    nb_view sidecar_path = nb_arena_printf(arena, "%.*s.expect", NB_ARG(stem));
    out->has_sidecar = harness_read(arena, sidecar_path.ptr, &sidecar);
    return !out->has_sidecar || sidecar_read(arena, sidecar, out);
}

/* Covered text as it stands in a sidecar; CR is left out, so that CRLF makes no difference. */
static void add_quoted(nb_arena *arena, char_vec *out, nb_view v)
{
    add(arena, out, NB_V("\""));
    for (uint32_t at = 0; at < v.len;) {
        uint32_t from = at;
        bool is_valid = nb_utf8_next(v, &at) != NB_UTF8_INVALID;
        char c = v.ptr[from];
        if (!is_valid)
            add(arena, out, nb_arena_printf(arena, "\\x%02X", (unsigned)(unsigned char)c));
        else if (c == '\n')
            add(arena, out, NB_V("\\n"));
        else if (c == '\t')
            add(arena, out, NB_V("\\t"));
        else if (c == '"' || c == '\\')
            add(arena, out, nb_arena_printf(arena, "\\%c", c));
        else if (c != '\r')
            add(arena, out, nb_view_sub(v, from, at));
    }
    add(arena, out, NB_V("\"\n"));
}

nb_view fixture_findings(nb_arena *arena, const nb_analysis *analysis, const nb_rule *rule)
{
    char_vec out = {0};
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_finding *f = &analysis->findings[i];
        if (f->rule != rule)
            continue;
        add(arena, &out,
            nb_arena_printf(arena, "%s %s ", nb_severity_name(f->severity), f->rule->code));
        add_quoted(arena, &out, nb_view_sub(analysis->text, f->span.start, f->span.end));
    }
    return (nb_view){out.items, out.len};
}
