#include "report/tables.h"

/* Filled when the forms' data is there; see form.c. */
bool nb_form_is_label(nb_view folded)
{
    (void)folded;
    return false;
}
