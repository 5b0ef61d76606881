#include <string.h>

#include "check/suppress.h"
#include "nb/check/suppress.h"

/* How a suppression is written: rules/suppressions.h. */

static uint32_t blank_at(nb_view text, uint32_t at)
{
    char c = text.ptr[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
        return 1;
    return nb_view_starts_with(nb_view_sub(text, at, text.len), NB_V("\u3000")) ? 3 : 0;
}

static uint32_t skip_blanks(nb_view text, uint32_t at, uint32_t end)
{
    uint32_t len;
    while (at < end && (len = blank_at(text, at)))
        at += len;
    return at < end ? at : end;
}

/* Offset behind what stands before at, blanks left out. */
static uint32_t skip_back(nb_view text, uint32_t at)
{
    while (at > 0) {
        if (blank_at(text, at - 1))
            at--;
        else if (at >= 3 && blank_at(text, at - 3))
            at -= 3;
        else
            break;
    }
    return at;
}

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

static nb_span word_at(nb_view text, uint32_t at, uint32_t end)
{
    uint32_t start = at;
    while (at < end && is_word_char(text.ptr[at]))
        at++;
    return nb_span_of(start, at);
}

static uint32_t separator_at(nb_view text, uint32_t at, uint32_t end)
{
    static const char *const separators[] = {",", "，", "、"};
    nb_view rest = nb_view_sub(text, at, end);
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        if (nb_view_starts_with(rest, nb_view_of(separators[i])))
            return nb_view_of(separators[i]).len;
    }
    return 0;
}

/* "T101,S103 reason" in [at, end). A second code may follow a blank if it is a code for sure. */
static void read_codes(nb_arena *arena, nb_view text, uint32_t at, uint32_t end, nb_suppression *s)
{
    s->codes = NB_NEW_ARRAY(arena, nb_suppressed_code, NB_SUPPRESSION_CODES_MAX);
    bool is_due = true; /* a code must come here; else one may */
    at = skip_blanks(text, at, end);
    while (s->code_count < NB_SUPPRESSION_CODES_MAX) {
        nb_span word = word_at(text, at, end);
        const nb_rule *rule =
            nb_span_is_empty(word) ? NULL : nb_rule_find(nb_view_sub(text, word.start, word.end));
        if (nb_span_is_empty(word) || (!is_due && !rule))
            break;
        s->codes[s->code_count++] = (nb_suppressed_code){.span = word, .rule = rule};
        at = skip_blanks(text, word.end, end);
        uint32_t separator = separator_at(text, at, end);
        is_due = separator > 0;
        at = skip_blanks(text, at + separator, end);
    }
    s->has_reason = nb_reason_is_given(nb_view_sub(text, at, end));
}

static void read_words(nb_arena *arena, nb_view text, nb_span words, nb_suppression *s)
{
    s->name_span = word_at(text, words.start, words.end);
    nb_view name = nb_view_sub(text, s->name_span.start, s->name_span.end);
    s->is_whole_text = nb_view_eq(name, NB_V("nianbao-disable"));
    s->is_known = s->is_whole_text || nb_view_eq(name, NB_V("nianbao-disable-next-line"));
    if (s->is_known)
        read_codes(arena, text, s->name_span.end, words.end, s);
}

/* <!-- at … -->: the span of the comment and of its words; false if it is none. */
static bool find_comment(nb_view text, uint32_t at, nb_span *whole, nb_span *words)
{
    uint32_t open = skip_back(text, at);
    if (open < 4 || memcmp(text.ptr + open - 4, "<!--", 4) != 0)
        return false;
    uint32_t limit =
        text.len - at > NB_SUPPRESSION_LEN_MAX ? at + NB_SUPPRESSION_LEN_MAX : text.len;
    uint32_t close = nb_view_find(nb_view_sub(text, 0, limit), NB_V("-->"), at);
    if (close == NB_VIEW_NONE)
        return false;
    *whole = nb_span_of(open - 4, close + 3);
    *words = nb_span_of(at, close);
    return true;
}

/* [at …] alone on its line; a Chinese keyboard gives the other brackets. */
static bool find_line(nb_view text, uint32_t at, nb_span *whole, nb_span *words)
{
    static const char *const brackets[][2] = {{"[", "]"}, {"［", "］"}, {"【", "】"}};
    uint32_t limit = at;
    while (limit < text.len && limit - at < NB_SUPPRESSION_LEN_MAX && text.ptr[limit] != '\n' &&
           text.ptr[limit] != '\r')
        limit++;
    uint32_t end = skip_back(nb_view_sub(text, 0, limit), limit);
    for (size_t i = 0; i < sizeof brackets / sizeof brackets[0]; i++) {
        nb_view open = nb_view_of(brackets[i][0]);
        nb_view close = nb_view_of(brackets[i][1]);
        if (at < open.len || !nb_view_ends_with(nb_view_sub(text, 0, at), open) ||
            !nb_view_ends_with(nb_view_sub(text, at, end), close))
            continue;
        uint32_t before = skip_back(text, at - open.len);
        nb_view between = nb_view_sub(text, before, at - open.len);
        bool begins_line = before == 0 || nb_view_contains(between, NB_V("\n")) ||
                           nb_view_contains(between, NB_V("\r"));
        *whole = nb_span_of(at - open.len, end);
        *words = nb_span_of(at, end - close.len);
        return begins_line;
    }
    return false;
}

static nb_view blanked(nb_arena *arena, nb_view text, const nb_span *lines, uint32_t count)
{
    char *bytes = nb_arena_alloc(arena, text.len);
    memcpy(bytes, text.ptr, text.len);
    for (uint32_t i = 0; i < count; i++)
        memset(bytes + lines[i].start, ' ', lines[i].end - lines[i].start);
    return (nb_view){bytes, text.len};
}

nb_suppressions *nb_suppressions_find(nb_arena *arena, nb_view text, nb_source_kind kind,
                                      nb_view *visible)
{
    static const char start[] = "nianbao-disable";
    *visible = text;
    uint32_t at = nb_view_find(text, nb_view_of(start), 0);
    if (at == NB_VIEW_NONE)
        return NULL;
    nb_suppressions *all = NB_NEW(arena, nb_suppressions);
    nb_span *lines = NB_NEW_ARRAY(arena, nb_span, NB_SUPPRESSIONS_MAX);
    all->items = NB_NEW_ARRAY(arena, nb_suppression, NB_SUPPRESSIONS_MAX);
    while (at != NB_VIEW_NONE && all->count < NB_SUPPRESSIONS_MAX) {
        nb_suppression s = {0};
        nb_span words;
        bool is_line = false;
        bool is_found = find_comment(text, at, &s.span, &words);
        if (!is_found && kind != NB_SOURCE_HTML)
            is_found = is_line = find_line(text, at, &s.span, &words);
        if (is_line)
            lines[all->line_count++] = s.span;
        if (is_found) {
            read_words(arena, text, words, &s);
            all->items[all->count++] = s;
        }
        at = nb_view_find(text, nb_view_of(start), is_found ? s.span.end : at + 1);
    }
    all->lines = lines;
    if (all->line_count)
        *visible = blanked(arena, text, lines, all->line_count);
    return all;
}
