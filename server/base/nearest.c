#include "nb/base/nearest.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment over three rows: the two before the one being filled. */
static uint32_t distance(nb_view a, nb_view b)
{
    uint32_t rows[3][NB_NEAREST_LEN_MAX + 1];
    for (uint32_t k = 0; k <= b.len; k++)
        rows[0][k] = k;
    for (uint32_t i = 1; i <= a.len; i++) {
        uint32_t *row = rows[i % 3];
        const uint32_t *last = rows[(i + 2) % 3];
        const uint32_t *before = rows[(i + 1) % 3];
        char c = lower(a.ptr[i - 1]);
        row[0] = i;
        for (uint32_t k = 1; k <= b.len; k++) {
            char d = lower(b.ptr[k - 1]);
            row[k] = least(least(last[k], row[k - 1]) + 1, last[k - 1] + (c != d));
            if (i > 1 && k > 1 && c == lower(b.ptr[k - 2]) && lower(a.ptr[i - 2]) == d)
                row[k] = least(row[k], before[k - 2] + 1);
        }
    }
    return rows[a.len % 3][b.len];
}

uint32_t nb_nearest_distance(nb_view a, nb_view b)
{
    if (a.len > NB_NEAREST_LEN_MAX || b.len > NB_NEAREST_LEN_MAX)
        return NB_VIEW_NONE;
    uint32_t allowed = (a.len > b.len ? a.len : b.len) / 3;
    uint32_t found = distance(a, b);
    return found <= (allowed ? allowed : 1) ? found : NB_VIEW_NONE;
}
