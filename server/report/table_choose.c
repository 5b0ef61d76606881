#include "report/table_build.h"

static bool has_form(nb_form_id id, nb_table_key key)
{
    return nb_form_table_of(nb_form_get(id), key) != NULL;
}

nb_form_id nb_table_form_by_labels(nb_table_key key, const nb_table_line *lines,
                                   const uint32_t *indices, uint32_t count)
{
    uint32_t score[NB_FORM_COUNT] = {0};
    uint32_t candidates = 0, single = 0;
    for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++)
        if (has_form((nb_form_id)id, key))
            candidates |= 1u << id;
    for (uint32_t i = 0; i < count; i++) {
        const nb_table_line_facts *facts = &lines[indices[i]].facts;
        single += facts->is_single_otherwise;
        for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++)
            score[id] += facts->labels[id];
    }
    nb_form_id best = NB_FORM_NONE;
    bool is_tie = false;
    for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++) {
        if (!(candidates & (1u << id)))
            continue;
        if (candidates == (1u << id))
            return (nb_form_id)id;
        if (best == NB_FORM_NONE ? score[id] > 0 : score[id] > score[best]) {
            best = (nb_form_id)id;
            is_tie = false;
        } else if (best != NB_FORM_NONE && score[id] == score[best]) {
            is_tie = true;
        }
    }
    if (best != NB_FORM_NONE && !is_tie)
        return best;
    return single > 0 ? NB_FORM_2019 : NB_FORM_NONE;
}
