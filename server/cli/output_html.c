#include "cli/output.h"
#include "nb/check/page.h"

/* One page that needs nothing beside itself: no script, no picture, no address is loaded. */

static void html_begin(nb_buf *out, const cli_style *style)
{
    bool is_english = style->options->lang == NB_LANG_EN;
    nb_buf_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                  is_english ? "en" : "zh-CN");
    nb_buf_add_str(out,
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    nb_buf_add_str(out, is_english ? "Annual reports, checked" : "年报检查结果");
    nb_buf_add_str(out, "</title>\n<style>\n");
    nb_page_add_style(out);
    nb_buf_add_str(out, "</style>\n</head>\n<body>\n");
}

static void html_file(nb_buf *out, const cli_style *style, const cli_result *result)
{
    nb_view path = nb_view_of(result->path);
    if (!result->analysis) {
        nb_buf_add_str(out, "<article><h1>");
        nb_page_add_text(out, path);
        nb_buf_add_str(out, "</h1>\n<p class=\"fails\">");
        nb_page_add_text(out, result->error);
        nb_buf_add_str(out, "</p></article>\n");
        return;
    }
    if (result->analysis->is_report || result->is_named)
        nb_page_add(out, result->analysis, path, style->options->lang, NB_UTF16);
}

static void html_end(nb_buf *out, const cli_style *style, const cli_totals *totals)
{
    (void)style;
    (void)totals;
    nb_buf_add_str(out, "</body>\n</html>\n");
}

const cli_output cli_output_html = {html_begin, html_file, "", html_end};
