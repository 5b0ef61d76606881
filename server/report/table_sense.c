#include "report/table_build.h"

const nb_word_sense *nb_table_sense(const nb_table_builder *b, const nb_word *word,
                                    nb_word_kind kind)
{
    const nb_word_sense *best = NULL;
    for (uint32_t i = 0; i < word->sense_count; i++) {
        const nb_word_sense *sense = &nb_word_senses[word->first_sense + i];
        if (sense->kind != kind || sense->table != b->table->key ||
            sense->form != b->table->form_id)
            continue;
        if (sense->block == b->block)
            return sense;
        if (!best || (best->block < b->block && sense->block > b->block))
            best = sense;
    }
    return best;
}
