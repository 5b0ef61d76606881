#include "cli/json.h"
#include "cli/output.h"

/* SARIF 2.1.0 (OASIS, 27 March 2020), one run; results are written file by file. */

static const char *level_of(nb_severity severity)
{
    if (severity == NB_SEVERITY_ERROR)
        return "error";
    return severity == NB_SEVERITY_WARNING ? "warning" : "note";
}

/* A path as a relative or file URI reference: everything but unreserved characters and '/' is
 * percent-encoded. */
static void write_uri(json *j, const char *path)
{
    nb_buf uri = {0};
    if (path[0] == '/')
        nb_buf_add_str(&uri, "file://");
    for (const char *s = path; *s; s++) {
        unsigned char c = (unsigned char)*s;
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~' ||
                        c == '/';
        if (is_plain)
            nb_buf_add_char(&uri, (char)c);
        else
            nb_buf_printf(&uri, "%%%02X", c);
    }
    json_key(j, "artifactLocation");
    json_open(j, '{');
    json_key(j, "uri");
    json_string(j, nb_buf_view(&uri));
    json_close(j, '}');
    nb_buf_release(&uri);
}

static void write_message(json *j, const char *key, nb_view text)
{
    json_key(j, key);
    json_open(j, '{');
    json_key(j, "text");
    json_string(j, text);
    json_close(j, '}');
}

static void write_region(json *j, const char *key, const nb_lines *lines, nb_span span)
{
    nb_range range = nb_lines_range(lines, span, NB_UTF16);
    json_key(j, key);
    json_open(j, '{');
    json_key(j, "startLine");
    json_int(j, range.start.line + 1);
    json_key(j, "startColumn");
    json_int(j, range.start.character + 1);
    json_key(j, "endLine");
    json_int(j, range.end.line + 1);
    json_key(j, "endColumn");
    json_int(j, range.end.character + 1);
    json_close(j, '}');
}

static void write_location(json *j, const cli_result *result, nb_span span, const nb_view *message)
{
    json_open(j, '{');
    json_key(j, "physicalLocation");
    json_open(j, '{');
    write_uri(j, result->path);
    write_region(j, "region", &result->analysis->lines, span);
    json_close(j, '}');
    if (message)
        write_message(j, "message", *message);
    json_close(j, '}');
}

static void write_fix(json *j, const cli_result *result, const nb_fix *fix)
{
    json_open(j, '{');
    write_message(j, "description", fix->title);
    json_key(j, "artifactChanges");
    json_open(j, '[');
    json_open(j, '{');
    write_uri(j, result->path);
    json_key(j, "replacements");
    json_open(j, '[');
    for (uint32_t i = 0; i < fix->edit_count; i++) {
        json_open(j, '{');
        write_region(j, "deletedRegion", &result->analysis->lines, fix->edits[i].span);
        write_message(j, "insertedContent", fix->edits[i].new_text);
        json_close(j, '}');
    }
    json_close(j, ']');
    json_close(j, '}');
    json_close(j, ']');
    json_close(j, '}');
}

static uint32_t index_of(const nb_rule *rule)
{
    uint32_t i = 0;
    while (i < nb_rule_count && nb_rules[i] != rule)
        i++;
    return i;
}

static void write_result(json *j, const cli_result *result, const nb_finding *f)
{
    json_open(j, '{');
    json_key(j, "ruleId");
    json_text(j, f->rule->code);
    json_key(j, "ruleIndex");
    json_int(j, index_of(f->rule));
    json_key(j, "level");
    json_text(j, level_of(f->severity));
    write_message(j, "message", f->message);
    json_key(j, "locations");
    json_open(j, '[');
    write_location(j, result, f->span, NULL);
    json_close(j, ']');
    if (f->related_count) {
        json_key(j, "relatedLocations");
        json_open(j, '[');
        for (uint32_t i = 0; i < f->related_count; i++)
            write_location(j, result, f->related[i].span, &f->related[i].message);
        json_close(j, ']');
    }
    char print[17];
    (void)snprintf(print, sizeof print, "%016llx", (unsigned long long)f->fingerprint);
    json_key(j, "partialFingerprints");
    json_open(j, '{');
    json_key(j, "nianbao/v1");
    json_text(j, print);
    json_close(j, '}');
    if (f->fix_count) {
        json_key(j, "fixes");
        json_open(j, '[');
        for (uint32_t i = 0; i < f->fix_count; i++)
            write_fix(j, result, &f->fixes[i]);
        json_close(j, ']');
    }
    json_close(j, '}');
}

static void sarif_file(nb_buf *out, const cli_style *style, const cli_result *result)
{
    (void)style;
    json j = {.out = out};
    for (uint32_t i = 0; result->analysis && i < result->analysis->finding_count; i++)
        write_result(&j, result, &result->analysis->findings[i]);
}

static void write_rule(json *j, const nb_rule *rule, nb_lang lang)
{
    json_open(j, '{');
    json_key(j, "id");
    json_text(j, rule->code);
    json_key(j, "name");
    json_text(j, rule->slug);
    write_message(j, "shortDescription", nb_view_of(nb_text2_in(rule->title, lang)));
    write_message(j, "fullDescription", nb_view_of(nb_text2_in(rule->explanation, lang)));
    json_key(j, "defaultConfiguration");
    json_open(j, '{');
    json_key(j, "level");
    json_text(j, level_of(rule->severity));
    json_close(j, '}');
    json_close(j, '}');
}

static void sarif_begin(nb_buf *out, const cli_style *style)
{
    nb_buf_add_str(out, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
                        "\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{"
                        "\"name\":\"nianbao\",\"version\":\"" NB_VERSION "\",\"rules\":");
    json j = {.out = out};
    json_open(&j, '[');
    for (uint32_t i = 0; i < nb_rule_count; i++)
        write_rule(&j, nb_rules[i], style->options->lang);
    json_close(&j, ']');
    nb_buf_add_str(out, "}},\"columnKind\":\"utf16CodeUnits\",\"results\":[");
}

static void sarif_end(nb_buf *out, const cli_style *style, const cli_totals *totals)
{
    (void)style;
    nb_buf_printf(out, "],\"invocations\":[{\"executionSuccessful\":%s}]}]}\n",
                  totals->failed ? "false" : "true");
}

const cli_output cli_output_sarif = {sarif_begin, sarif_file, ",", sarif_end};
