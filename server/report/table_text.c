#include "report/table_tokens.h"

/*
 * What is taken over of the tokens of plain text: those before the place that was edited. A label
 * is told by what stands up to its end and, as the longest one counts, by as much behind it; what
 * lies between two labels by nothing else.
 */

static uint32_t same_bytes(nb_view a, nb_view b)
{
    uint32_t most = a.len < b.len ? a.len : b.len, at = 0;
    enum { STRIDE = 256 };
    while (most - at >= STRIDE &&
           nb_view_eq(nb_view_sub(a, at, at + STRIDE), nb_view_sub(b, at, at + STRIDE)))
        at += STRIDE;
    while (at < most && a.ptr[at] == b.ptr[at])
        at++;
    return at;
}

static uint32_t offset_of(const nb_kept_text *kept, const nb_table_token *token)
{
    return (uint32_t)(token->raw->text.ptr - kept->text.text.ptr);
}

/* How many tokens, the last one a label, would be the same whatever stood behind same bytes. */
static uint32_t sure_tokens(const nb_kept_text *kept, uint32_t same, uint32_t longest)
{
    uint32_t count = kept->token_count, behind = 0; /* bytes of labels behind, folded */
    for (; count > 0; count--) {
        const nb_table_token *token = &kept->tokens[count - 1];
        if (token->kind != NB_TOKEN_LABEL || offset_of(kept, token) + token->raw->text.len > same)
            continue;
        if (behind >= longest)
            break;
        behind += token->word->len;
    }
    return count;
}

static nb_table_token moved(nb_arena *arena, const nb_kept_text *kept, const nb_table_token *was,
                            const nb_mapped *text)
{
    uint32_t start = offset_of(kept, was), end = start + was->raw->text.len;
    nb_mapped raw = nb_mapped_sub(text, start, end);
    nb_figure figure = nb_table_figure_in(was->figure, was->raw->text, raw.text);
    bool is_read = was->figure != &nb_table_no_figure;
    nb_table_token token = nb_table_token_of(arena, was->kind, raw, is_read ? &figure : NULL);
    token.has_marker = was->has_marker;
    token.is_glued = was->is_glued;
    token.word = was->word;
    return token;
}

bool nb_table_tokens_take_over(nb_arena *arena, const nb_reading *reading, const nb_mapped *text,
                               uint32_t longest, nb_table_token_vec *tokens, uint32_t *label_end)
{
    uint32_t index = reading->texts.len;
    if (!reading->before || index >= reading->before->texts.len)
        return false;
    const nb_kept_text *kept = &reading->before->texts.items[index];
    uint32_t same = same_bytes(kept->text.text, text->text);
    bool is_all = same == text->text.len && same == kept->text.text.len;
    uint32_t count = is_all ? kept->token_count : sure_tokens(kept, same, longest);
    for (uint32_t i = 0; i < count; i++)
        *nb_vec_push(arena, tokens) = moved(arena, kept, &kept->tokens[i], text);
    if (count && !is_all) {
        nb_table_token *last = &tokens->items[count - 1];
        last->figure = &nb_table_no_figure; /* may have been marked by what stood behind it */
        *label_end = offset_of(kept, &kept->tokens[count - 1]) + last->raw->text.len;
    }
    return is_all;
}

void nb_table_tokens_keep(nb_arena *arena, nb_reading *reading, const nb_mapped *text,
                          const nb_table_token_vec *tokens)
{
    *nb_vec_push(arena, &reading->texts) = (nb_kept_text){*text, tokens->items, tokens->len};
}
