#include "report/form_words.h"

#include <string.h>

#include "nb/text/utf8.h"
#include "report/tables.h"

static nb_view word_view(const nb_word *word)
{
    return (nb_view){word->text, word->len};
}

const nb_word *nb_word_find(nb_view text)
{
    uint32_t low = 0, high = nb_word_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = nb_view_compare(word_view(&nb_words[middle]), text);
        if (order == 0)
            return &nb_words[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* The first word in [low, high) whose byte at depth is at least byte. */
static uint32_t lower_bound(uint32_t low, uint32_t high, uint32_t depth, unsigned byte)
{
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const nb_word *word = &nb_words[middle];
        if (word->len <= depth || (unsigned char)word->text[depth] < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Among the words [low, high). */
static const nb_word *longest_of(nb_view text, uint32_t at, uint32_t low, uint32_t high)
{
    const nb_word *best = NULL;
    for (uint32_t depth = 0; at + depth < text.len; depth++) {
        unsigned byte = (unsigned char)text.ptr[at + depth];
        low = lower_bound(low, high, depth, byte);
        high = lower_bound(low, high, depth, byte + 1);
        if (low == high)
            break;
        if (nb_words[low].len == depth + 1)
            best = &nb_words[low];
    }
    return best;
}

const nb_word *nb_word_longest(nb_view text, uint32_t at)
{
    return longest_of(text, at, 0, nb_word_count);
}

/* The last two bytes of the first character, six bits of each. */
static uint32_t slot_of(const char *c)
{
    return ((unsigned char)c[1] & 63u) << 6 | ((unsigned char)c[2] & 63u);
}

const nb_word *nb_word_filter_longest(const nb_word_filter *filter, nb_view text, uint32_t at)
{
    if (text.len - at < 6) /* no word is shorter */
        return NULL;
    uint32_t slot = slot_of(text.ptr + at);
    return filter->end[slot] ? longest_of(text, at, filter->first[slot], filter->end[slot]) : NULL;
}

void nb_word_filter_init(nb_word_filter *filter)
{
    memset(filter, 0, sizeof *filter);
    for (uint32_t i = 0; i < nb_word_count; i++) {
        uint32_t slot = slot_of(nb_words[i].text);
        if (!filter->end[slot])
            filter->first[slot] = (uint16_t)i;
        filter->end[slot] = (uint16_t)(i + 1);
        if (nb_words[i].len > filter->longest)
            filter->longest = nb_words[i].len;
    }
}

static bool is_han_digit(uint32_t cp)
{
    static const uint32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                      0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
    for (size_t i = 0; i < sizeof digits / sizeof digits[0]; i++)
        if (cp == digits[i])
            return true;
    return false;
}

uint32_t nb_word_marker(nb_view text)
{
    static const char among[] = "其中";
    uint32_t at = 0;
    if (nb_view_starts_with(text, (nb_view){NB_LIT(among)}))
        at = sizeof among - 1;
    while (at < text.len) {
        uint32_t next = at;
        uint32_t cp = nb_utf8_next(text, &next);
        if (!is_han_digit(cp) && (cp < '0' || cp > '9'))
            break;
        at = next;
    }
    return at;
}

/* Punctuation of labels; the fold that the words are written in drops it. */
static bool is_punctuation(uint32_t cp)
{
    if (cp < 0x80)
        return !((cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z'));
    return (cp >= 0x2010 && cp <= 0x203F) || (cp >= 0x3000 && cp <= 0x3004) ||
           (cp >= 0x3008 && cp <= 0x3020) || cp == 0xB7;
}

bool nb_form_is_label(nb_view folded)
{
    char bytes[256];
    nb_view text = {bytes, 0};
    if (folded.len >= sizeof bytes)
        return false;
    for (uint32_t at = 0; at < folded.len;) {
        uint32_t start = at;
        if (is_punctuation(nb_utf8_next(folded, &at)))
            continue;
        memcpy(bytes + text.len, folded.ptr + start, at - start);
        text.len += at - start;
    }
    const nb_word *word = nb_word_find(text);
    if (!word)
        word = nb_word_find(nb_view_sub(text, nb_word_marker(text), text.len));
    return word && !word->is_section;
}
