#include <stdio.h>
#include <time.h>

#include "cli/commands.h"
#include "nb/report/skeleton.h"

/* The year that a report written today is about: the last one. */
static int last_year(void)
{
    time_t now = time(NULL);
    struct tm today;
    return localtime_r(&now, &today) ? today.tm_year + 1900 - 1 : 2025;
}

static int complain(const cli_options *options, const char *zh, const char *en)
{
    fprintf(stderr, "%s\n", options->lang == NB_LANG_EN ? en : zh);
    return CLI_FAILED;
}

int cli_template(const cli_options *options)
{
    int year = options->check.report.force_year;
    if (year == 0)
        year = last_year();
    nb_form_id id = options->check.report.force_form;
    if (id == NB_FORM_NONE)
        id = nb_form_of_year(year);
    const nb_form *form = nb_form_get(id);
    if (!form)
        return complain(options, "nianbao template：2008年以前没有年度报告",
                        "nianbao template: there were no reports before 2008");

    nb_arena *arena = nb_arena_new();
    nb_skeleton_style style = nb_skeleton_style_plain(options->dialect);
    nb_view text = nb_skeleton_report(arena, form, year, nb_view_of(options->body), &style, NULL);
    bool is_html = options->dialect == NB_DIALECT_HTML;
    if (is_html)
        fputs("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<title>政府信息公开工作年度报告</title>\n</head>\n<body>\n",
              stdout);
    (void)fwrite(text.ptr, 1, text.len, stdout);
    if (is_html)
        fputs("</body>\n</html>\n", stdout);
    nb_arena_free(arena);
    return fflush(stdout) == 0 && !ferror(stdout)
               ? CLI_OK
               : complain(options, "nianbao template：无法写出", "nianbao template: cannot write");
}
