#include "nb/check/apply.h"

#include <string.h>

#include "nb/base/bug.h"

#include "nb/text/utf8.h"

nb_view nb_edits_apply(nb_arena *arena, nb_view text, const nb_edit *edits, uint32_t count)
{
    uint64_t len = text.len;
    for (uint32_t i = 0; i < count; i++)
        len = len - (edits[i].span.end - edits[i].span.start) + edits[i].new_text.len;
    NB_BUG_ON(len >= UINT32_MAX, "a repaired text fits in 32 bits");
    char *out = nb_arena_alloc(arena, (size_t)len + 1);
    size_t at = 0;
    uint32_t from = 0;
    for (uint32_t i = 0; i <= count; i++) {
        uint32_t until = i < count ? edits[i].span.start : text.len;
        NB_BUG_ON(until < from || until > text.len, "edits are sorted and lie in the text");
        if (until > from)
            memcpy(out + at, text.ptr + from, until - from);
        at += until - from;
        if (i == count)
            break;
        if (edits[i].new_text.len)
            memcpy(out + at, edits[i].new_text.ptr, edits[i].new_text.len);
        at += edits[i].new_text.len;
        from = edits[i].span.end;
    }
    out[at] = '\0';
    return (nb_view){out, (uint32_t)at};
}

static bool is_suggested(const nb_fix_choice *choice, const nb_rule *rule)
{
    for (uint32_t i = 0; choice && i < choice->suggest_count; i++) {
        if (choice->suggest[i] == rule)
            return true;
    }
    return false;
}

static const nb_fix *choose(const nb_finding *finding, const nb_fix_choice *choice)
{
    bool suggested = is_suggested(choice, finding->rule);
    if (choice && choice->only_suggest && !suggested)
        return NULL;
    for (uint32_t i = 0; i < finding->fix_count; i++) {
        if (finding->fixes[i].kind == NB_FIX_SAFE)
            return &finding->fixes[i];
    }
    return finding->fix_count && suggested ? &finding->fixes[0] : NULL;
}

typedef NB_VEC(nb_edit) edit_vec;

/* Index of the first taken edit that ends at or behind start; taken is sorted. */
static uint32_t first_behind(const edit_vec *taken, uint32_t start)
{
    uint32_t low = 0;
    uint32_t high = taken->len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (taken->items[middle].span.end < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_free(const edit_vec *taken, nb_span span)
{
    uint32_t i = first_behind(taken, span.start);
    return i == taken->len || taken->items[i].span.start > span.end;
}

static bool are_free(const edit_vec *taken, const nb_fix *fix)
{
    for (uint32_t i = 0; i < fix->edit_count; i++) {
        if (!is_free(taken, fix->edits[i].span))
            return false;
    }
    return true;
}

/* Findings come by place, so nearly every edit goes to the end. */
static void take(nb_arena *arena, edit_vec *taken, const nb_edit *edit, uint32_t at)
{
    (void)nb_vec_push(arena, taken);
    memmove(&taken->items[at + 1], &taken->items[at], (taken->len - 1 - at) * sizeof *taken->items);
    taken->items[at] = *edit;
}

/* The edits of one fix may touch each other: all are placed where the first one belongs or, where
 * others lie between them, each at its own place. */
static void take_all(nb_arena *arena, edit_vec *taken, const nb_fix *fix)
{
    uint32_t after = 0;
    for (uint32_t i = 0; i < fix->edit_count; i++) {
        const nb_edit *edit = &fix->edits[i];
        uint32_t at = first_behind(taken, edit->span.start);
        while (at < taken->len && (at < after || taken->items[at].span.start < edit->span.start))
            at++;
        take(arena, taken, edit, at);
        after = at + 1;
    }
}

nb_fix_round nb_fix_round_of(nb_arena *arena, const nb_analysis *analysis,
                             const nb_fix_choice *choice)
{
    edit_vec taken = {0};
    uint32_t fix_count = 0;
    for (uint32_t i = 0; i < analysis->finding_count; i++) {
        const nb_fix *fix = choose(&analysis->findings[i], choice);
        if (!fix || !are_free(&taken, fix))
            continue;
        take_all(arena, &taken, fix);
        fix_count++;
    }
    return (nb_fix_round){taken.items, taken.len, fix_count};
}

nb_fixed nb_fix_all(nb_arena *arena, nb_view text, const nb_check_options *options,
                    const nb_fix_choice *choice)
{
    nb_fixed fixed = {.text = text};
    for (int round = 0; round < NB_FIX_ROUNDS_MAX; round++) {
        const nb_analysis *analysis = nb_check(arena, fixed.text, options);
        nb_fix_round todo = nb_fix_round_of(arena, analysis, choice);
        if (todo.fix_count == 0) {
            fixed.is_stable = true;
            return fixed;
        }
        fixed.text = nb_edits_apply(arena, fixed.text, todo.edits, todo.edit_count);
        fixed.fix_count += todo.fix_count;
    }
    return fixed;
}

nb_fix_choice nb_fix_choice_missing(nb_arena *arena)
{
    static const nb_view codes[] = {{NB_LIT("S101")}, {NB_LIT("P101")}};
    const nb_rule **rules = NB_NEW_ARRAY(arena, const nb_rule *, sizeof codes / sizeof *codes);
    nb_fix_choice choice = {.suggest = rules, .only_suggest = true};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        rules[choice.suggest_count++] = nb_rule_find(codes[i]);
    return choice;
}

/* Neither end of the edit may cut a character, or CR from LF. */
static uint32_t border(nb_view text, uint32_t at)
{
    at = nb_utf8_floor(text, at);
    if (at && at < text.len && text.ptr[at - 1] == '\r' && text.ptr[at] == '\n')
        at--;
    return at;
}

nb_edit nb_edit_between(nb_view from, nb_view to)
{
    uint32_t shorter = from.len < to.len ? from.len : to.len;
    uint32_t head = 0;
    while (head < shorter && from.ptr[head] == to.ptr[head])
        head++;
    uint32_t a = border(from, head);
    uint32_t b = border(to, head);
    head = a < b ? a : b;
    uint32_t tail = 0;
    while (tail < shorter - head && from.ptr[from.len - tail - 1] == to.ptr[to.len - tail - 1])
        tail++;
    /* The tail is a tail of both: where it begins inside a character it is cut at the next one. */
    while (tail && (((unsigned char)from.ptr[from.len - tail] & 0xC0) == 0x80 ||
                    (from.ptr[from.len - tail] == '\n' && tail < from.len - head &&
                     from.ptr[from.len - tail - 1] == '\r')))
        tail--;
    while (tail && to.ptr[to.len - tail] == '\n' && tail < to.len - head &&
           to.ptr[to.len - tail - 1] == '\r')
        tail--;
    return (nb_edit){nb_span_of(head, from.len - tail), nb_view_sub(to, head, to.len - tail)};
}
