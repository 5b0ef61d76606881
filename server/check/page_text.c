#include "check/page.h"
#include "nb/text/utf8.h"

/* Text and places as HTML: what every part of the page is made of. */

void nb_page_add_text(nb_buf *out, nb_view v)
{
    for (uint32_t at = 0; at < v.len;) {
        uint32_t from = at;
        uint32_t cp = nb_utf8_next(v, &at);
        if (cp == '&')
            nb_buf_add_str(out, "&amp;");
        else if (cp == '<')
            nb_buf_add_str(out, "&lt;");
        else if (cp == '>')
            nb_buf_add_str(out, "&gt;");
        else if (cp == '"')
            nb_buf_add_str(out, "&quot;");
        else if (cp == '\'')
            nb_buf_add_str(out, "&#39;");
        else if (cp == '\n' || cp == '\r' || cp == '\t')
            nb_buf_add_char(out, ' ');
        else if (cp == NB_UTF8_INVALID || cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
            nb_buf_add_str(out, "\xEF\xBF\xBD");
        else
            nb_buf_add(out, v.ptr + from, at - from);
    }
}

void nb_page_add_place(const nb_page *page, nb_span span)
{
    nb_range range = nb_lines_range(&page->analysis->lines, span, page->encoding);
    nb_buf_printf(page->out, " data-at=\"%u:%u:%u:%u\"", range.start.line, range.start.character,
                  range.end.line, range.end.character);
}

const char *nb_page_class(nb_severity severity)
{
    return nb_severity_name(severity);
}
