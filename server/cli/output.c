#include "cli/output.h"

bool cli_is_failure(const cli_options *options, nb_severity severity)
{
    return severity != NB_SEVERITY_OFF && severity <= options->fail_on;
}

static const nb_form_block *verdict_block(const nb_verdict *verdict)
{
    const nb_form_table *form = verdict->table->form;
    return form && verdict->block < form->block_count ? &form->blocks[verdict->block] : NULL;
}

const char *cli_verdict_label(const nb_verdict *verdict)
{
    const nb_form_block *block = verdict_block(verdict);
    if (!block)
        return NULL;
    if (verdict->identity->axis == NB_AXIS_ROWS)
        return verdict->index < block->column_count ? block->columns[verdict->index].label : NULL;
    return verdict->index < block->row_count ? block->rows[verdict->index].label : NULL;
}

const char *cli_verdict_key(const nb_verdict *verdict)
{
    const nb_form_block *block = verdict_block(verdict);
    if (!block)
        return NULL;
    if (verdict->identity->axis == NB_AXIS_ROWS)
        return verdict->index < block->column_count ? block->columns[verdict->index].key : NULL;
    return verdict->index < block->row_count ? block->rows[verdict->index].key : NULL;
}
