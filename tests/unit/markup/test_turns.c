#include "cmocka_nb.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "markup/turns.h"
#include "nb/base/buf.h"
#include "nb/markup/pairs.h"
#include "nb/text/lines.h"

/* A text read with what is known of the text a change before gives what it gives alone. */

static const char broken_chinese[] =
    "\n本机关依法公开政府信息，及时回应社会关切，本年度主动公开各类信息若干条，通过网站、\n"
    "公报等渠道发布，群众可以方便地查询；依申请公开工作有序推进，办理答复均在法定期限内完\n"
    "成，没有发生逾期答复的情况。\n";
static const char broken_latin[] =
    "\nA paragraph of Latin letters that is long enough for a converter to have broken it, and\n"
    "that goes on in the next line without a word about it.\n";

/* What decides between dialects, or between one line and the next. */
static const char *const pieces[] = {
    "a",
    "字",
    " ",
    "。",
    "0",
    "\n",
    "\n\n",
    "\n\n\n",
    "\r\n",
    "\r",
    "\t",
    "|",
    "｜",
    "│",
    "\xE3\x80",
    "\xBC",
    "\"",
    "\\",
    "**",
    "`",
    "&amp;",
    "[a](b)",
    "![a](b)",
    "  \n",
    "\n```\n",
    "\n~~~~\n",
    "\n---\n",
    "\n===\n",
    "\n# ",
    "\n> ",
    "\n- ",
    "<!--",
    "-->",
    "<!-- a -->",
    "<!-- a\n\nb -->",
    "\n<!-- a -->   b\n",
    "<!--[if a]>",
    "<table>",
    "</table>",
    "</table",
    "<table><tr><td>a&nbsp;b</td><td></td></tr></table>",
    "<table>a<tr><td rowspan=2>b<td>c<tr><td>d</table>",
    "<b>",
    "<br>",
    "\n一、",
    "\n（一）",
    "\n|---|---|\n",
    "\n| a | b |\n",
    "| a | **b** | ![c](d) |\n|---|---|---|\n| 1 | 2 | &nbsp; |\n",
    "\na | b |\nc | 1 |\nd | 2 | |\n",
    "\na\n|\n1\n|\nb\n|\n2\n|\n",
    "\n| a |\n\n| b |\n\n| c |\n\n",
    "\n\ta\n\t1\n\n\tb\n\t2\n\n",
    "\n\ta\nb\n\t1\n",
    "\na\t1\nb\t2\nc\n",
    "\n\"a\nb\"\t1\n",
    "\n— 12 —\n",
    "\n+---+---+\n",
    "\n%%a\n",
    "\n  %%\n",
    broken_chinese,
    broken_latin,
};
#define PIECES (sizeof pieces / sizeof *pieces)

/* Chances, and which pieces come: each marks the rest of a text where it has no partner. */
typedef struct dice {
    uint64_t state;
    uint64_t pieces;
} dice;

static uint32_t below(dice *d, uint32_t limit)
{
    d->state = d->state * 6364136223846793005u + 1442695040888963407u;
    return limit ? (uint32_t)(d->state >> 33) % limit : 0;
}

static nb_view piece(dice *d)
{
    for (;;) {
        uint32_t i = below(d, PIECES);
        if (d->pieces >> (i % 64) & 1)
            return nb_view_of(pieces[i]);
    }
}

/* ---- one state of a text ---- */

typedef struct state {
    nb_arena *arena;
    nb_view text; /* hidden lines blank */
    nb_span *hidden;
    uint32_t hidden_count;
    nb_lines lines;
    nb_markup markup;
} state;

/* Lines that begin with %% are hidden. */
static void hide(state *now, nb_view text)
{
    char *bytes = nb_arena_alloc(now->arena, text.len + 1);
    if (text.len)
        memcpy(bytes, text.ptr, text.len);
    now->text = (nb_view){bytes, text.len};
    nb_lines lines = nb_lines_index(now->arena, text);
    now->hidden = NB_NEW_ARRAY(now->arena, nb_span, lines.count);
    for (uint32_t i = 0; i < lines.count; i++) {
        nb_span span = nb_lines_span(&lines, i);
        if (!nb_view_starts_with(nb_view_sub(text, span.start, span.end), NB_V("%%")))
            continue;
        memset(bytes + span.start, ' ', span.end - span.start);
        now->hidden[now->hidden_count++] = span;
    }
}

static void assert_same_lines(const nb_lines *got, const nb_lines *wanted)
{
    assert_int_equal(got->count, wanted->count);
    assert_int_equal(got->well_formed, wanted->well_formed);
    assert_memory_equal(got->starts, wanted->starts, wanted->count * sizeof *wanted->starts);
}

static bool same_line(const nb_line *a, const nb_line *b)
{
    return a->start == b->start && a->end == b->end && a->next == b->next && a->first == b->first &&
           a->last == b->last && a->tabs == b->tabs && a->lead_tabs == b->lead_tabs &&
           a->bars == b->bars && a->has_markup == b->has_markup;
}

static void assert_same_trail(const nb_trail *got, const nb_trail *wanted)
{
    assert_int_equal(!got, !wanted);
    if (!got)
        return;
    assert_int_equal(got->line_count, wanted->line_count);
    for (uint32_t i = 0; i < got->line_count; i++)
        assert_true(same_line(&got->lines[i], &wanted->lines[i]));
    assert_int_equal(got->layout.width, wanted->layout.width);
    if (!got->sums)
        return;
    assert_int_equal(got->sums->lines, wanted->sums->lines);
    assert_int_equal(got->sums->broken, wanted->sums->broken);
    assert_int_equal(got->sums->over, wanted->sums->over);
    if (got->sums->has_widths && wanted->sums->has_widths)
        assert_memory_equal(got->sums->widths, wanted->sums->widths, sizeof got->sums->widths);
}

/* What stands in the document as it is points at it. */
static void assert_points_into(nb_view document, const nb_mapped *text)
{
    if (!text->map && text->text.len)
        assert_ptr_equal(text->text.ptr, document.ptr + text->base);
}

static void assert_same_blocks(const nb_markup *got, const nb_markup *wanted)
{
    assert_int_equal(got->kind, wanted->kind);
    assert_int_equal(got->block_count, wanted->block_count);
    assert_int_equal(nb_blocks_pair(wanted, got).head, wanted->block_count);
    for (uint32_t i = 0; i < got->block_count; i++) {
        const nb_block *block = &got->blocks[i];
        assert_points_into(got->text, &block->text);
        assert_int_equal(block->text.base, wanted->blocks[i].text.base);
        for (uint32_t k = 0; block->grid && k < block->grid->cell_count; k++) {
            assert_points_into(got->text, &block->grid->cells[k].text);
            assert_int_equal(block->grid->cells[k].text.base,
                             wanted->blocks[i].grid->cells[k].text.base);
        }
    }
}

/* The text read after before, which is gone when the result is looked at. */
static state read_after(state *before, nb_view text, nb_source_kind kind)
{
    state now = {.arena = nb_arena_new()};
    hide(&now, text);
    nb_markup_options options = {.hidden = now.hidden, .hidden_count = now.hidden_count};
    nb_markup alone = nb_markup_parse_with(now.arena, now.text, kind, &options);
    if (before->arena) {
        options.before = &before->markup;
        now.markup = nb_markup_parse_with(now.arena, now.text, kind, &options);
        now.lines = nb_lines_index_again(now.arena, now.text, &before->lines);
        nb_arena_free(before->arena);
        nb_lines lines = nb_lines_index(now.arena, now.text);
        assert_same_lines(&now.lines, &lines);
        assert_same_blocks(&now.markup, &alone);
        assert_same_trail(now.markup.trail, alone.trail);
    } else {
        now.lines = nb_lines_index(now.arena, now.text);
        now.markup = alone;
    }
    return now;
}

/* ---- changes ---- */

static uint32_t place(dice *d, uint32_t len, uint32_t last)
{
    if (last > len || below(d, 2))
        return below(d, len + 1);
    uint32_t near = last + below(d, 40);
    return near < 20 ? 0 : near - 20 > len ? len : near - 20;
}

/* A hidden line that is hidden no more, or a blank one that is. */
static void change_hidden(nb_buf *text, uint32_t from)
{
    nb_view view = nb_buf_view(text);
    uint32_t mark = nb_view_find(view, NB_V("%%"), from);
    uint32_t blank = nb_view_find(view, NB_V("\n  "), from);
    if (mark < blank)
        memcpy(text->ptr + mark, "  ", 2);
    else if (blank != NB_VIEW_NONE)
        memcpy(text->ptr + blank + 1, "%%", 2);
}

static uint32_t change(dice *d, nb_buf *text, uint32_t last)
{
    uint32_t len = (uint32_t)text->len;
    uint32_t at = place(d, len, last);
    if (below(d, 8) == 0) {
        change_hidden(text, at);
        return at;
    }
    uint32_t taken = below(d, 3) ? 0 : below(d, below(d, 4) ? 8 : 300);
    nb_view added = below(d, 4) ? piece(d) : (nb_view){0};
    if (taken > len - at)
        taken = len - at;
    nb_buf_splice(text, at, at + taken, added);
    return at;
}

static void read_chain(nb_view start, nb_source_kind kind, uint32_t changes, dice d)
{
    nb_buf text = {0};
    nb_buf_add_view(&text, start);
    state now = {0};
    uint32_t last = UINT32_MAX;
    for (uint32_t i = 0; i < changes; i++) {
        now = read_after(&now, nb_buf_view(&text), kind);
        for (uint32_t k = below(&d, 10) ? 1 : 3; k > 0; k--)
            last = change(&d, &text, last);
    }
    nb_arena_free(now.arena);
    nb_buf_release(&text);
}

static nb_buf read_file(const char *path)
{
    nb_buf buf = {0};
    char chunk[4096];
    size_t got;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        nb_buf_add(&buf, chunk, got);
    assert_int_equal(fclose(file), 0);
    return buf;
}

static void files_of(const char *pattern, size_t least)
{
    glob_t found = {0};
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    assert_true(found.gl_pathc >= least);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        nb_buf text = read_file(found.gl_pathv[i]);
        read_chain(nb_buf_view(&text), NB_SOURCE_TEXT, 25, (dice){i, UINT64_MAX});
        read_chain(nb_buf_view(&text), NB_SOURCE_MARKDOWN, 25, (dice){i, UINT64_MAX});
        read_chain(nb_buf_view(&text), NB_SOURCE_AUTO, 3, (dice){i, UINT64_MAX});
        nb_buf_release(&text);
    }
    globfree(&found);
}

static void test_reports(void **unused)
{
    (void)unused;
    files_of(NB_SOURCE_DIR "/tests/reports/*/*", 20);
    files_of(NB_SOURCE_DIR "/examples/*.*", 1);
    files_of(NB_SOURCE_DIR "/tests/fuzz/corpus/fuzz_markup/*", 5);
}

/* Texts of nothing but what matters. */
static void test_pieces(void **unused)
{
    (void)unused;
    for (uint64_t seed = 0; seed < 40; seed++) {
        dice d = {seed * 77 + 1,
                  seed * seed * 0x9E3779B97F4A7C15u | 1u << below(&(dice){seed, 0}, 32)};
        nb_buf text = {0};
        for (uint32_t i = 0; i < 400; i++)
            nb_buf_add_view(&text, piece(&d));
        read_chain(nb_buf_view(&text), NB_SOURCE_TEXT, 60, d);
        read_chain(nb_buf_view(&text), NB_SOURCE_MARKDOWN, 60, d);
        nb_buf_release(&text);
    }
}

/* Lines broken at a width, whose layout is found by sums. */
static void test_broken_lines(void **unused)
{
    (void)unused;
    for (uint64_t seed = 0; seed < 10; seed++) {
        dice d = {seed, UINT64_MAX};
        nb_buf text = {0};
        for (uint32_t i = 0; i < 60; i++) {
            for (uint32_t k = 0; k < 38; k++)
                nb_buf_add_str(&text, "字");
            nb_buf_add_str(&text, below(&d, 5) ? "\n" : "。\n");
        }
        read_chain(nb_buf_view(&text), NB_SOURCE_TEXT, 100, d);
        nb_buf_release(&text);
    }
}

/* ---- what chance rarely meets ---- */

/* Reads text, then text with what stands at at replaced. */
static void assert_change(const char *text, nb_source_kind kind, const char *at, const char *by)
{
    state first = {0};
    nb_buf buf = {0};
    nb_buf_add_str(&buf, text);
    first = read_after(&first, nb_buf_view(&buf), kind);
    uint32_t place = nb_view_find(nb_buf_view(&buf), nb_view_of(at), 0);
    assert_int_not_equal(place, NB_VIEW_NONE);
    nb_buf_splice(&buf, place, place + strlen(at), nb_view_of(by));
    state now = read_after(&first, nb_buf_view(&buf), kind);
    nb_arena_free(now.arena);
    nb_buf_release(&buf);
}

/* The paragraph that is open at the first mark behind the change begins its line only then. */
static void test_open_paragraph_begins_its_line(void **unused)
{
    (void)unused;
    nb_buf text = {0};
    nb_buf_add_str(&text, "<!-- a -->                                ");
    for (uint32_t i = 0; i < 200; i++)
        nb_buf_add_str(&text, "words and ");
    nb_buf_add_str(&text, "words\nmore\n\nof it\n");
    assert_change(text.ptr, NB_SOURCE_MARKDOWN, "-->", "-->\n");
    assert_change(text.ptr, NB_SOURCE_MARKDOWN, "<!-- a -->", "");
    nb_buf_release(&text);
}

/* ---- that anything is taken over at all ---- */

static void assert_taken_over(nb_source_kind kind, const char *line)
{
    nb_arena *arena = nb_arena_new();
    nb_buf text = {0};
    for (uint32_t i = 0; i < 1000; i++)
        nb_buf_add_str(&text, line);
    nb_view first = nb_arena_copy(arena, nb_buf_view(&text));
    nb_markup before = nb_markup_parse(arena, first, kind);
    assert_non_null(before.trail);
    nb_block *blocks = NB_NEW_ARRAY(arena, nb_block, before.block_count);
    for (uint32_t i = 0; i < before.block_count; i++) {
        blocks[i] = before.blocks[i];
        blocks[i].level = 99;
    }
    nb_trail marked = *before.trail;
    marked.blocks = blocks;
    before.trail = &marked;
    nb_buf_splice(&text, text.len / 2, text.len / 2, NB_V("x"));
    nb_markup now = nb_markup_parse_with(arena, nb_buf_view(&text), kind,
                                         &(nb_markup_options){.before = &before});
    uint32_t taken = 0;
    for (uint32_t i = 0; i < now.block_count; i++)
        taken += now.blocks[i].level == 99;
    assert_true(taken + taken / 9 >= now.block_count);
    assert_int_equal(now.blocks[0].level, 99);
    assert_int_equal(now.blocks[now.block_count - 1].level, 99);
    nb_buf_release(&text);
    nb_arena_free(arena);
}

static void test_blocks_are_taken_over(void **unused)
{
    (void)unused;
    assert_taken_over(NB_SOURCE_MARKDOWN, "Ends here.\n");
    assert_taken_over(NB_SOURCE_MARKDOWN, "# a\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n");
    assert_taken_over(NB_SOURCE_MARKDOWN, "<!-- a -->\n<table><tr><td>b</td></tr></table>\n");
    assert_taken_over(NB_SOURCE_MARKDOWN, "<table>a<tr><td>b</table>\n");
    assert_taken_over(NB_SOURCE_TEXT, "一、概况\n\n本年度没有。\n");
    assert_taken_over(NB_SOURCE_TEXT, "\ta\n\t1\n\n\tb\n\t2\n\n字\n\na\t1\nb\t2\n\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reports),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_broken_lines),
        cmocka_unit_test(test_open_paragraph_begins_its_line),
        cmocka_unit_test(test_blocks_are_taken_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
