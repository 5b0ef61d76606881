#include "markup/source.h"

uint32_t nb_take_table(nb_source *s, uint32_t i)
{
    uint32_t taken = nb_take_tab_cells(s, i);
    if (!taken)
        taken = nb_take_tsv(s, i);
    return taken ? taken : nb_take_bars(s, i);
}
