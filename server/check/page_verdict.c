#include "check/page.h"

#include "check/prose.h"

/* How an identity ended, as a mark on the page. */

static const char *class_of(const nb_verdict *verdict)
{
    if (verdict->state == NB_VERDICT_HOLDS)
        return "holds";
    if (verdict->state == NB_VERDICT_UNJUDGED)
        return "open";
    /* A relation that the form does not print is no reason for red. */
    return nb_page_strength(verdict) == NB_MUST ? "fails" : "doubt";
}

static void add_micro(nb_buf *out, int64_t micro)
{
    char figure[32];
    uint32_t len = nb_figure_format(micro, 0, figure);
    nb_buf_add(out, figure, len);
}

void nb_page_add_verdict(const nb_page *page, const nb_verdict *verdict, const char *tag,
                         uint32_t colspan, bool says)
{
    static const char *const marks[] = {"✓", "✗", "–"};
    nb_buf *out = page->out;
    nb_prose prose = {.lang = page->lang};
    nb_prose_add_verdict(&prose, verdict);
    nb_buf_printf(out, "<%s class=\"verdict %s\"", tag, class_of(verdict));
    if (colspan > 1)
        nb_buf_printf(out, " colspan=\"%u\"", colspan);
    nb_buf_add_str(out, " title=\"");
    nb_page_add_text(out, nb_buf_view(&prose.text));
    nb_buf_printf(out, "\">%s", marks[verdict->state]);
    if (says) {
        nb_buf_add_char(out, ' ');
        nb_page_say(page, verdict->identity->says);
    }
    if (verdict->state == NB_VERDICT_FAILS) {
        nb_buf_add_str(out, " <b>");
        add_micro(out, verdict->left_micro);
        nb_buf_add_str(out, verdict->identity->relation == NB_REL_EQ ? "≠" : "＞");
        add_micro(out, verdict->right_micro);
        nb_buf_add_str(out, "</b>");
    }
    nb_buf_printf(out, "</%s>", tag);
    nb_buf_release(&prose.text);
}
