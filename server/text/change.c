#include "nb/text/change.h"

#include <string.h>

/* Compared at once: as long as they are equal nobody asks where they differ. */
#define PIECE_BYTES 1024u

static uint32_t common_head(nb_view a, nb_view b, uint32_t most)
{
    uint32_t at = 0;
    while (most - at >= PIECE_BYTES && !memcmp(a.ptr + at, b.ptr + at, PIECE_BYTES))
        at += PIECE_BYTES;
    while (at < most && a.ptr[at] == b.ptr[at])
        at++;
    return at;
}

static uint32_t common_tail(nb_view a, nb_view b, uint32_t most)
{
    const char *a_end = most ? a.ptr + a.len : NULL;
    const char *b_end = most ? b.ptr + b.len : NULL;
    uint32_t len = 0;
    while (most - len >= PIECE_BYTES &&
           !memcmp(a_end - len - PIECE_BYTES, b_end - len - PIECE_BYTES, PIECE_BYTES))
        len += PIECE_BYTES;
    while (len < most && *(a_end - len - 1) == *(b_end - len - 1))
        len++;
    return len;
}

nb_change nb_change_find(nb_view before, nb_view now)
{
    uint32_t most = before.len < now.len ? before.len : now.len;
    uint32_t head = common_head(before, now, most);
    uint32_t tail = common_tail(before, now, most - head);
    return (nb_change){.head = head, .tail = tail, .shift = now.len - before.len};
}
