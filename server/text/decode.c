#include "decode.h"

uint32_t nb_decode_long(const uint8_t *p, uint32_t n, uint32_t *cp)
{
    uint8_t lead = p[0];
    if (lead < 0xC2 || lead > 0xF4 || n < 2 || !nb_is_tail(p[1]))
        return 0;
    if (lead < 0xE0) {
        *cp = (lead & 0x1Fu) << 6 | (p[1] & 0x3Fu);
        return 2;
    }
    if (n < 3 || !nb_is_tail(p[2]))
        return 0;
    if (lead < 0xF0) {
        if ((lead == 0xE0 && p[1] < 0xA0) || (lead == 0xED && p[1] >= 0xA0))
            return 0;
        *cp = (lead & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        return 3;
    }
    if (n < 4 || !nb_is_tail(p[3]))
        return 0;
    if ((lead == 0xF0 && p[1] < 0x90) || (lead == 0xF4 && p[1] >= 0x90))
        return 0;
    *cp = (lead & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
    return 4;
}
