#include "check/prose.h"

#include <string.h>

void nb_prose_add(nb_prose *prose, nb_view v)
{
    for (uint32_t i = 0; i < v.len; i++) {
        char c = v.ptr[i];
        if (c == '\n' || c == '\r' || c == '\t') {
            nb_buf_add_char(&prose->text, ' ');
            continue;
        }
        if (prose->markdown && c && strchr("\\`*_{}[]<>#|~&!", c))
            nb_buf_add_char(&prose->text, '\\');
        nb_buf_add_char(&prose->text, c);
    }
}

void nb_prose_add_strong(nb_prose *prose, nb_view v)
{
    nb_prose_put(prose, prose->markdown ? "**" : "");
    nb_prose_add(prose, v);
    nb_prose_put(prose, prose->markdown ? "**" : "");
}

void nb_prose_add_code(nb_prose *prose, nb_view v)
{
    /* A code span cannot hold a backtick without ado; figures never do. */
    bool plain = !prose->markdown || nb_view_contains(v, NB_V("`"));
    if (plain) {
        nb_prose_add(prose, v);
        return;
    }
    nb_buf_add_char(&prose->text, '`');
    nb_buf_add_view(&prose->text, v);
    nb_buf_add_char(&prose->text, '`');
}

void nb_prose_put(nb_prose *prose, const char *words)
{
    nb_buf_add_str(&prose->text, words);
}

void nb_prose_say(nb_prose *prose, nb_text2 words)
{
    nb_prose_put(prose, nb_text2_in(words, prose->lang));
}

void nb_prose_paragraph(nb_prose *prose)
{
    if (prose->text.len)
        nb_prose_put(prose, "\n\n");
}

void nb_prose_item(nb_prose *prose)
{
    nb_prose_put(prose, prose->markdown ? "\n- " : "\n");
}

static void add_part(nb_prose *prose, const char *part)
{
    if (!part)
        return;
    nb_prose_add(prose, nb_view_of(part));
    nb_prose_put(prose, " › ");
}

void nb_prose_add_row(nb_prose *prose, const nb_form_row *row)
{
    add_part(prose, row->group2);
    add_part(prose, row->group);
    nb_prose_add(prose, nb_view_of(row->label));
}

void nb_prose_add_column(nb_prose *prose, const nb_form_column *column)
{
    add_part(prose, column->group2);
    add_part(prose, column->group);
    nb_prose_add(prose, nb_view_of(column->label));
}

void nb_prose_add_micro(nb_prose *prose, int64_t micro)
{
    char text[32];
    uint32_t len = nb_figure_format(micro, 0, text);
    nb_buf_add(&prose->text, text, len);
}

static void add_comparison(nb_prose *prose, const nb_verdict *verdict)
{
    static const nb_text2 colon = {.zh = "：", .en = ": "};
    static const nb_text2 difference = {.zh = "，差 ", .en = ", difference "};
    bool fails = verdict->state == NB_VERDICT_FAILS;
    bool is_le = verdict->identity->relation == NB_REL_LE;
    nb_prose_say(prose, colon);
    nb_prose_add_micro(prose, verdict->left_micro);
    nb_prose_put(prose, is_le ? (fails ? " > " : " ≤ ") : (fails ? " ≠ " : " = "));
    nb_prose_add_micro(prose, verdict->right_micro);
    if (!fails)
        return;
    int64_t gap = verdict->left_micro - verdict->right_micro;
    nb_prose_say(prose, difference);
    nb_prose_add_micro(prose, gap < 0 ? -gap : gap);
}

void nb_prose_add_verdict(nb_prose *prose, const nb_verdict *verdict)
{
    static const nb_text2 colon = {.zh = "，无法核对：", .en = ", cannot be checked: "};
    static const char *const signs[] = {"✓ ", "✗ ", "– "};
    nb_prose_put(prose, signs[verdict->state]);
    nb_prose_add(prose, nb_view_of(nb_text2_in(verdict->identity->says, prose->lang)));
    if (verdict->state == NB_VERDICT_UNJUDGED) {
        nb_prose_say(prose, colon);
        nb_prose_add(prose, verdict->reason);
    } else {
        add_comparison(prose, verdict);
    }
}
