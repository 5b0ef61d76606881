#include "nb/base/sorted.h"
#include "report/table_lines.h"
#include "report/tables.h"

/* Blocks of nothing but labels are looked for this far before a grid. */
#define LABEL_BLOCKS_MAX 12u

/* A grid without a header of its own goes on with a table at most so many blocks before it. */
#define GAP_BLOCKS_MAX 4u

typedef struct finder {
    nb_arena *arena;
    nb_reading *reading;
    const nb_markup *markup;
    nb_table_words words;
    nb_table_line_vec lines;
    nb_table_area_vec areas;
} finder;

static void add_area(finder *f, nb_span span, nb_table_key key, uint32_t first, uint32_t last)
{
    *nb_vec_push(f->arena, &f->areas) =
        (nb_table_area){.span = span, .key = key, .first_block = first, .last_block = last};
}

/*
 * The labels that stand as paragraphs or headings directly before a grid (（三）不予公开 over a
 * table of its rows). Returns the first block of them; appends nothing.
 */
static uint32_t first_label_block(finder *f, uint32_t first, uint32_t grid, nb_table_key key)
{
    nb_table_line_vec none = {0};
    uint32_t block = grid;
    while (block > first && grid - block < LABEL_BLOCKS_MAX) {
        const nb_block *before = &f->markup->blocks[block - 1];
        bool is_empty = before->kind == NB_BLOCK_PARAGRAPH && before->text.text.len == 0;
        if (!is_empty && !nb_table_line_of_labels(f->arena, f->markup, block - 1, key, &none))
            break;
        block--;
    }
    return block;
}

static void add_label_blocks(finder *f, uint32_t first, uint32_t end, nb_table_key key)
{
    for (uint32_t block = first; block < end; block++)
        if (nb_table_line_of_labels(f->arena, f->markup, block, key, &f->lines))
            add_area(f, f->markup->blocks[block].span, key, block, block);
}

static void add_text(finder *f, uint32_t first, uint32_t end)
{
    nb_table_lines_of_text(f->arena, f->reading, first, end, &f->words, &f->lines, &f->areas);
}

static void add_grid(finder *f, uint32_t first, uint32_t block)
{
    const nb_block *grid = &f->markup->blocks[block];
    nb_table_line_vec lines = {0};
    bool follows = f->areas.len > 0 && block - first <= GAP_BLOCKS_MAX;
    nb_table_key before = follows ? f->areas.items[f->areas.len - 1].key : NB_TABLE_NONE;
    if (!nb_table_lines_take_over(f->arena, f->reading, block, before, &lines))
        nb_table_lines_of_grid(f->arena, grid->grid, block, before, &lines);
    nb_table_key key = lines.len ? lines.items[0].key : NB_TABLE_OTHER;
    uint32_t labels = key == NB_TABLE_OTHER ? block : first_label_block(f, first, block, key);
    add_text(f, first, labels);
    add_label_blocks(f, labels, block, key);
    for (uint32_t i = 0; i < lines.len; i++)
        *nb_vec_push(f->arena, &f->lines) = lines.items[i];
    add_area(f, grid->span, key, block, block);
}

nb_table_areas nb_tables_find(nb_arena *arena, nb_reading *reading)
{
    const nb_markup *markup = reading->markup;
    finder f = {.arena = arena, .reading = reading, .markup = markup};
    f.words.anchors = nb_table_anchors(arena);
    uint32_t first = 0; /* of the blocks since the last grid */
    for (uint32_t i = 0; i < markup->block_count; i++) {
        if (markup->blocks[i].kind != NB_BLOCK_GRID)
            continue;
        add_grid(&f, first, i);
        first = i + 1;
    }
    add_text(&f, first, markup->block_count);
    return (nb_table_areas){
        .items = f.areas.items,
        .count = f.areas.len,
        .lines = f.lines.items,
        .line_count = f.lines.len,
    };
}

uint32_t nb_table_area_behind(const nb_table_areas *areas, uint32_t offset)
{
    return NB_SORTED_FIND(areas->items, areas->count, nb_table_area, span.end, offset + 1);
}

const nb_table_area *nb_table_area_at(const nb_table_areas *areas, uint32_t offset)
{
    uint32_t i = nb_table_area_behind(areas, offset);
    return i < areas->count && areas->items[i].span.start <= offset ? &areas->items[i] : NULL;
}

bool nb_table_areas_touch(const nb_table_areas *areas, nb_span span)
{
    uint32_t i = nb_table_area_behind(areas, span.start);
    return i < areas->count && areas->items[i].span.start < span.end;
}
