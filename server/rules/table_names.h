#ifndef NB_RULES_TABLE_NAMES_H
#define NB_RULES_TABLE_NAMES_H

#include "rules/table_math.h"

/* How messages call tables, rows, columns and cells, in the language of the analysis. */

/* “（一）予以公开” → the label without its remark. */
nb_view nb_row_name(const nb_form_row *row);

/* 自然人; 行政复议结果维持 where the label alone is not enough. */
nb_view nb_column_name(nb_arena *arena, const nb_form_column *column);

/* “一、本年新收…”的“自然人” */
nb_view nb_cell_name(nb_rule_ctx *ctx, const nb_table_block *block, uint32_t row, uint32_t column);

/* 表三“收到和处理政府信息公开申请情况” and the like. */
nb_view nb_table_name(nb_rule_ctx *ctx, const nb_table *table);

/* requests/total/natural_person; row_key or column_key may be NULL. */
nb_view nb_cell_key(nb_arena *arena, const nb_table *table, const char *row_key,
                    const char *column_key);

/*
 * False for a statistics table of a report from before 2014: local tables of that time share some
 * labels with the form of 2014, but owe it nothing (domain: 3.6).
 */
bool nb_table_is_bound(const nb_report *report, const nb_table *table);

/* Where to show a cell: its content, the label of its row if it has none. */
nb_span nb_cell_place(const nb_row *row, const nb_cell *cell);

/*
 * Adds the edit that makes the cell micro, in the style of the figure that is there or of like
 * (NULL: plain). False if the figure cannot be written with certainty.
 */
bool nb_fix_write_figure(nb_rule_ctx *ctx, nb_fix_draft *fix, const nb_cell *cell, int64_t micro,
                         const nb_cell *like);
bool nb_cell_is_writable(const nb_cell *cell);

/* A printed cell of the same row or column, to take the style from; NULL if there is none. */
const nb_cell *nb_cell_neighbour(const nb_table_block *block, uint32_t row, uint32_t column);

nb_view nb_micro_text(nb_arena *arena, int64_t micro);

#endif
