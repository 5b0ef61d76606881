/* Writes docs/model.md: every key that `nianbao model --format json` can print. */
#include <stdio.h>

#include "nb/report/report.h"

static const char HEAD[] =
    "# The model of a report\n\n"
    "`nianbao model FILE` prints what was recognised in a report; `--format json` prints it as "
    "one\n"
    "object. Its keys and the keys below are stable: they name the rows and columns of the "
    "official\n"
    "forms, in English. This file is written by `dump_keys` and checked by a test.\n\n"
    "```\n"
    "{\"path\", \"title\", \"issuer\", \"year\",\n"
    " \"form\": {\"required\", \"used\", \"evidence\": [{\"source\", \"year\", \"text\", "
    "\"range\"}]},\n"
    " \"period\": {\"text\", \"start\", \"end\", \"range\"},\n"
    " \"sections\": [{\"key\", \"number\", \"title\", \"range\"}],\n"
    " \"tables\": [{\"key\", \"form\", \"section\", \"dialect\", \"range\", \"assigned\", "
    "\"reason\",\n"
    "             \"cells\": [{\"row\", \"column\", \"raw\", \"value\", \"state\", \"range\"}]}]}\n"
    "```\n\n"
    "- What was not found is `null`. A range has a `start` and an `end`, each with a `line` and a\n"
    "  `character` from 0, characters counted in UTF-16 as editors do.\n"
    "- `required` is the form that the year demands, `used` the one whose tables stand in the "
    "text.\n"
    "- `start` and `end` of a period are dates; `2020-01` where no days are printed, `null` where "
    "no\n"
    "  such date exists.\n"
    "- `number` of a section is the one printed, 0 if there is none.\n"
    "- `assigned` is false where figures cannot be given to cells with certainty; `reason` says "
    "why:\n"
    "  `glued` (digits run together), `cell-count` (cells are missing or too many), `columns` "
    "(the\n"
    "  header does not tell the columns apart). Rules are silent on such cells.\n"
    "- `state` of a cell is `value`, `blank` or `unreadable`; `value` is the figure, else `null`.\n"
    "  A unit printed in the cell counts: `25.1万元` is 251000. Cells of rows that are not in the "
    "text are "
    "left\n"
    "  out, and so are rows that only group others.\n";

static void list(const char *title)
{
    printf("\n## %s\n\n", title);
}

static const char *or_dash(const char *text)
{
    return text ? text : "-";
}

static void print_block(const nb_form_block *block)
{
    if (block->title)
        printf("\n%s\n", block->title);
    printf("\n| column | 列 |\n| --- | --- |\n");
    for (uint32_t c = 0; c < block->column_count; c++) {
        const nb_form_column *column = &block->columns[c];
        printf("| `%s` | %s%s%s%s%s |\n", column->key, column->group2 ? column->group2 : "",
               column->group2 ? "：" : "", column->group ? column->group : "",
               column->group ? "：" : "", or_dash(column->label));
    }
    printf("\n| row | 行 |\n| --- | --- |\n");
    for (uint32_t r = 0; r < block->row_count; r++)
        if (block->rows[r].kind != NB_VALUE_NONE)
            printf("| `%s` | %s |\n", block->rows[r].key, or_dash(block->rows[r].label));
}

int main(void)
{
    fputs(HEAD, stdout);
    list("Sections");
    for (int key = NB_SECTION_NONE; key < NB_SECTION_COUNT; key++) {
        const nb_form *form = nb_form_get(key == NB_SECTION_FEES ? NB_FORM_2014 : NB_FORM_2021);
        const nb_form_section *section = nb_form_section_of(form, (nb_section_key)key);
        printf("- `%s`: %s\n", nb_section_key_name((nb_section_key)key),
               section ? section->title : "none of the form's");
    }
    list("Sources of a year");
    for (int source = NB_YEAR_TITLE; source <= NB_YEAR_FORCED; source++)
        printf("- `%s`\n", nb_year_source_name((nb_year_source)source));
    list("Dialects of tables");
    for (int dialect = NB_DIALECT_TAB_CELLS; dialect < NB_DIALECT_COUNT; dialect++)
        printf("- `%s`\n", nb_dialect_name((nb_dialect)dialect));
    for (int id = NB_FORM_2014; id < NB_FORM_COUNT; id++) {
        const nb_form *form = nb_form_get((nb_form_id)id);
        for (uint32_t t = 0; t < form->table_count; t++) {
            printf("\n## Form %s: `%s`\n", form->name, nb_table_key_name(form->tables[t].key));
            for (uint32_t b = 0; b < form->tables[t].block_count; b++)
                print_block(&form->tables[t].blocks[b]);
        }
    }
    return 0;
}
