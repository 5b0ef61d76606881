#include "edits.h"

#include <stdio.h>
#include <string.h>

#include "nb/text/utf8.h"

enum {
    NEAR = 12,    /* bytes around the last edit */
    EDGE = 240,   /* bytes that the first or last lines take */
    TRIES = 12,   /* to find a line of the wanted kind */
    BLOCK = 20,   /* lines of a block that is moved */
    ROOM = 20000, /* bytes a text may grow by */
};

#define COUNT(list) ((uint32_t)(sizeof(list) / sizeof *(list)))

/* splitmix64 */
static uint64_t next_random(edits *e)
{
    uint64_t z = e->random += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static uint32_t next_byte(edits *e)
{
    e->choice_count--;
    return *e->choices++;
}

uint32_t edits_chance(edits *e, uint32_t below)
{
    if (below == 0)
        return 0;
    if (below <= 256 && e->choice_count)
        return next_byte(e) % below;
    if (e->choice_count >= 2) {
        uint32_t high = next_byte(e);
        return (uint32_t)((uint64_t)(high << 8 | next_byte(e)) * below >> 16);
    }
    return (uint32_t)(next_random(e) % below);
}

static nb_view text_of(const edits *e)
{
    return nb_buf_view(&e->now);
}

static uint32_t line_start(nb_view text, uint32_t at)
{
    while (at > 0 && text.ptr[at - 1] != '\n')
        at--;
    return at;
}

/* Behind the line end. */
static uint32_t line_end(nb_view text, uint32_t at)
{
    uint32_t end = nb_view_find(text, NB_V("\n"), at);
    return end == NB_VIEW_NONE ? text.len : end + 1;
}

static uint32_t lines_end(nb_view text, uint32_t at, uint32_t count)
{
    while (count--)
        at = line_end(text, at);
    return at;
}

typedef enum line_kind {
    LINE_PROSE,
    LINE_TABLE,
    LINE_HEADING,
} line_kind;

static line_kind kind_at(nb_view text, uint32_t at)
{
    uint32_t start = line_start(text, at);
    nb_view line = nb_view_sub(text, start, line_end(text, at));
    if (nb_view_contains(line, NB_V("|")) || nb_view_contains(line, NB_V("\t")) ||
        nb_view_contains(line, NB_V("<t")))
        return LINE_TABLE;
    nb_view begin = nb_view_sub(line, 0, 12);
    bool is_heading = nb_view_contains(begin, NB_V("#")) || nb_view_contains(begin, NB_V("、")) ||
                      nb_view_contains(begin, NB_V("（")) || nb_view_contains(begin, NB_V("<h"));
    return is_heading ? LINE_HEADING : LINE_PROSE;
}

static uint32_t place_of_kind(edits *e, line_kind kind)
{
    nb_view text = text_of(e);
    uint32_t at = edits_chance(e, text.len + 1);
    for (int i = 0; i < TRIES && kind_at(text, at) != kind; i++)
        at = edits_chance(e, text.len + 1);
    return at;
}

static uint32_t place_anywhere(edits *e)
{
    nb_view text = text_of(e);
    uint32_t edge = text.len < EDGE ? text.len : EDGE;
    uint32_t chance = edits_chance(e, 100);
    if (chance < 30) {
        uint32_t near = e->cursor + edits_chance(e, 2 * NEAR);
        return near < NEAR ? 0 : near - NEAR;
    }
    if (chance < 37)
        return edits_chance(e, edge + 1);
    if (chance < 44)
        return text.len - edits_chance(e, edge + 1);
    if (chance < 45)
        return edits_chance(e, 2) ? text.len : 0;
    return place_of_kind(e, chance < 57 ? LINE_TABLE : chance < 67 ? LINE_HEADING : LINE_PROSE);
}

static uint32_t place(edits *e)
{
    nb_view text = text_of(e);
    uint32_t at = place_anywhere(e);
    return nb_utf8_floor(text, at < text.len ? at : text.len);
}

static uint32_t character_end(nb_view text, uint32_t at)
{
    if (at < text.len)
        (void)nb_utf8_next(text, &at);
    return at;
}

/* with may lie in the text itself. */
static void replace(edits *e, uint32_t start, uint32_t end, nb_view with)
{
    nb_buf copy = {0};
    nb_buf_add_view(&copy, with);
    nb_buf_splice(&e->now, start, end, nb_buf_view(&copy));
    (void)snprintf(e->said + strlen(e->said), sizeof e->said - strlen(e->said),
                   " [%u,%u) \"%.60s\"", start, end, copy.ptr ? copy.ptr : "");
    e->cursor = start + (uint32_t)copy.len;
    nb_buf_release(&copy);
}

/* ---- the edits ---- */

static nb_view piece(edits *e)
{
    return nb_view_of(edits_pieces[edits_chance(e, edits_piece_count)]);
}

static void type_piece(edits *e)
{
    uint32_t at = place(e);
    replace(e, at, at, piece(e));
}

static void delete_character(edits *e)
{
    uint32_t at = place(e);
    replace(e, at, character_end(text_of(e), at), NB_V(""));
}

static void replace_character(edits *e)
{
    uint32_t at = place(e);
    replace(e, at, character_end(text_of(e), at), piece(e));
}

static void delete_stretch(edits *e)
{
    uint32_t at = place(e), end = at;
    for (uint32_t n = edits_chance(e, 30); n; n--)
        end = character_end(text_of(e), end);
    replace(e, at, end, NB_V(""));
}

/* The next digit behind a place becomes another one. */
static void change_digit(edits *e)
{
    nb_view text = text_of(e);
    uint32_t at = place(e);
    while (at < text.len && (text.ptr[at] < '0' || text.ptr[at] > '9'))
        at++;
    char digit = (char)('0' + edits_chance(e, 10));
    if (at < text.len)
        replace(e, at, at + 1, (nb_view){&digit, 1});
}

static void change_year(edits *e)
{
    nb_view text = text_of(e);
    uint32_t at = nb_view_find(text, NB_V("20"), place(e));
    char digit = (char)('0' + edits_chance(e, 10));
    if (at != NB_VIEW_NONE && at + 4 <= text.len)
        replace(e, at + 3, at + 4, (nb_view){&digit, 1});
}

static void join_lines(edits *e)
{
    nb_view text = text_of(e);
    uint32_t end = line_end(text, place(e)), start = end;
    while (start > 0 && (text.ptr[start - 1] == '\n' || text.ptr[start - 1] == '\r'))
        start--;
    while (edits_chance(e, 2) && end < text.len && text.ptr[end] == '\n')
        end++;
    replace(e, start, end, NB_V(""));
}

static void put_line(edits *e)
{
    uint32_t at = line_start(text_of(e), place(e));
    replace(e, at, at, nb_view_of(edits_lines[edits_chance(e, edits_line_count)]));
}

/* Lines of one place at another one, and away from where they were. */
static void copy_lines(edits *e, uint32_t most, bool is_move)
{
    nb_view text = text_of(e);
    uint32_t start = line_start(text, place(e));
    uint32_t end = lines_end(text, start, 1 + edits_chance(e, most));
    uint32_t to = line_start(text, place(e));
    nb_buf copy = {0};
    nb_buf_add_view(&copy, nb_view_sub(text, start, end));
    if (is_move && to >= end) {
        replace(e, to, to, nb_buf_view(&copy));
        replace(e, start, end, NB_V(""));
    } else {
        if (is_move)
            replace(e, start, end, NB_V(""));
        to = to < start || !is_move ? to : start;
        replace(e, to, to, nb_buf_view(&copy));
    }
    nb_buf_release(&copy);
}

static void copy_line(edits *e)
{
    copy_lines(e, 1, false);
}

static void copy_block(edits *e)
{
    copy_lines(e, BLOCK, false);
}

static void move_block(edits *e)
{
    copy_lines(e, BLOCK, true);
}

static void delete_lines(edits *e)
{
    nb_view text = text_of(e);
    uint32_t start = line_start(text, place(e));
    replace(e, start, lines_end(text, start, 1 + edits_chance(e, 6)), NB_V(""));
}

static void change_title(edits *e)
{
    nb_view text = text_of(e);
    uint32_t at = nb_utf8_floor(text, edits_chance(e, text.len < 90 ? text.len : 90));
    uint32_t end = edits_chance(e, 2) ? character_end(text, at) : at;
    replace(e, at, end, edits_chance(e, 3) ? piece(e) : NB_V(""));
}

static void change_nothing(edits *e)
{
    (void)e;
}

static void begin_again(edits *e)
{
    nb_buf_clear(&e->now);
    nb_buf_add_view(&e->now, nb_buf_view(&e->original));
}

typedef struct edit_kind {
    const char *name;
    uint32_t weight;
    void (*run)(edits *e);
} edit_kind;

static const edit_kind kinds[] = {
    {"type", 34, type_piece},
    {"delete a character", 14, delete_character},
    {"replace a character", 10, replace_character},
    {"delete a stretch", 4, delete_stretch},
    {"change a digit", 10, change_digit},
    {"change a year", 4, change_year},
    {"join lines", 6, join_lines},
    {"put a line", 10, put_line},
    {"copy a line", 4, copy_line},
    {"copy a block", 2, copy_block},
    {"move a block", 3, move_block},
    {"delete lines", 3, delete_lines},
    {"change the title", 4, change_title},
    {"change nothing", 2, change_nothing},
    {"begin again", 1, begin_again},
};

static const edit_kind *kind_by_chance(edits *e)
{
    uint32_t all = 0, i = 0;
    for (uint32_t k = 0; k < COUNT(kinds); k++)
        all += kinds[k].weight;
    for (uint32_t chance = edits_chance(e, all); chance >= kinds[i].weight; i++)
        chance -= kinds[i].weight;
    return &kinds[i];
}

static void undo(edits *e)
{
    nb_buf swap = e->now;
    e->now = e->last;
    e->last = swap;
    (void)snprintf(e->said, sizeof e->said, "undo");
}

void edits_begin(edits *e, nb_view text, uint64_t seed)
{
    *e = (edits){.random = seed};
    nb_buf_add_view(&e->original, text);
    nb_buf_add_view(&e->now, text);
    nb_buf_add_view(&e->last, text);
    e->cursor = edits_chance(e, text.len);
}

void edits_release(edits *e)
{
    nb_buf_release(&e->original);
    nb_buf_release(&e->now);
    nb_buf_release(&e->last);
}

void edits_step(edits *e)
{
    if (edits_chance(e, 100) < 7) {
        undo(e);
        return;
    }
    const edit_kind *kind = kind_by_chance(e);
    nb_buf_clear(&e->last);
    nb_buf_add_view(&e->last, nb_buf_view(&e->now));
    (void)snprintf(e->said, sizeof e->said, "%s", kind->name);
    kind->run(e);
    if (e->now.len > e->original.len + ROOM || e->now.len < e->original.len / 4)
        begin_again(e);
}
