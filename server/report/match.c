#include "report/reader.h"

#include <string.h>

uint32_t nb_match_word(nb_view v, uint32_t at, const char *words, uint32_t *len)
{
    uint32_t index = 0;
    const char *rest = v.ptr + (at < v.len ? at : v.len);
    uint32_t left = at < v.len ? v.len - at : 0;
    for (const char *word = words; *word; index++) {
        uint32_t i = 0;
        while (i < left && word[i] != '|' && word[i] != '\0' && word[i] == rest[i])
            i++;
        if (i && (word[i] == '|' || word[i] == '\0')) {
            if (len)
                *len = i;
            return index;
        }
        word += i;
        while (*word && *word != '|')
            word++;
        word += *word ? 1 : 0;
    }
    return NB_VIEW_NONE;
}

/* Bit per last six bits of a byte: in Chinese text the last byte of a character tells most. */
static uint64_t bit_of(char c)
{
    return UINT64_C(1) << ((unsigned char)c & 63u);
}

bool nb_match_contains(nb_view v, const char *words)
{
    enum { SHORT = 160 }; /* bytes; a longer text has every bit */
    uint64_t bits = v.len <= SHORT ? 0 : UINT64_MAX;
    for (uint32_t i = 0; bits != UINT64_MAX && i < v.len; i++)
        bits |= bit_of(v.ptr[i]);
    for (const char *word = words; *word;) {
        uint32_t size = 0;
        while (word[size] && word[size] != '|')
            size++;
        if (size && (bits & bit_of(word[size - 1])) && nb_view_contains(v, (nb_view){word, size}))
            return true;
        word += size + (word[size] ? 1 : 0);
    }
    return false;
}

bool nb_match_starts(nb_view v, const char *words)
{
    return nb_match_word(v, 0, words, NULL) != NB_VIEW_NONE;
}

bool nb_match_ends(nb_view v, const char *words)
{
    for (const char *word = words; *word;) {
        const char *end = strchr(word, '|');
        size_t size = end ? (size_t)(end - word) : strlen(word);
        if (nb_view_ends_with(v, (nb_view){word, (uint32_t)size}))
            return true;
        word += size + (end ? 1 : 0);
    }
    return false;
}

uint32_t nb_match_length(nb_view v, uint32_t limit)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < v.len && count < limit; i++)
        if (((unsigned char)v.ptr[i] & 0xc0u) != 0x80u)
            count++;
    return count;
}

/* NBSP, U+3000 and U+2000–200A by their bytes; ASCII blanks and line ends. */
static bool is_blank_at(nb_view text, uint32_t at)
{
    unsigned char c = (unsigned char)text.ptr[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
        return true;
    if (c == 0xc2)
        return nb_match_at(text, at, NB_V("\xc2\xa0"));
    if (c == 0xe3)
        return nb_match_at(text, at, NB_V("\xe3\x80\x80"));
    return c == 0xe2 && at + 2 < text.len && (unsigned char)text.ptr[at + 1] == 0x80 &&
           (unsigned char)text.ptr[at + 2] <= 0x8a;
}

/* Between the bytes of the document that stand at from and to, without tags. */
static bool has_blank(nb_view text, uint32_t from, uint32_t to)
{
    bool in_tag = false;
    for (uint32_t i = from; i < to && i < text.len; i++) {
        if (text.ptr[i] == '<')
            in_tag = true;
        else if (text.ptr[i] == '>')
            in_tag = false;
        else if (!in_tag && (is_blank_at(text, i) || nb_match_at(text, i, NB_V("&nbsp;"))))
            return true;
    }
    return false;
}

uint32_t nb_para_next_gap(const nb_reader *reader, const nb_para *para, uint32_t at, uint32_t end)
{
    nb_mapped_run run, next;
    uint32_t i = at - 1;
    if (!nb_mapped_next(&para->folded, &i, end, &run))
        return end;
    for (; nb_mapped_next(&para->folded, &i, end, &next); run = next)
        if (has_blank(reader->markup->text, run.source.end, next.source.start))
            return next.start;
    return end;
}

bool nb_para_gap(const nb_reader *reader, const nb_para *para, uint32_t at)
{
    return at > 0 && at < para->folded.text.len && nb_para_next_gap(reader, para, at, at + 1) == at;
}

nb_view nb_para_printed(const nb_reader *reader, const nb_para *para, uint32_t start, uint32_t end)
{
    const nb_mapped *m = &para->folded;
    nb_view text = reader->markup->text;
    if (!m->map || start >= end)
        return nb_view_sub(m->text, start, end);
    nb_span whole = nb_mapped_source(m, start, end);
    char *bytes = nb_arena_alloc(reader->arena, whole.end - whole.start + 1);
    uint32_t len = 0;
    nb_mapped_run run;
    while (nb_mapped_next(m, &start, end, &run)) {
        nb_view piece = nb_view_sub(text, run.source.start, run.source.end);
        if (piece.len)
            memcpy(bytes + len, piece.ptr, piece.len);
        len += piece.len;
    }
    return (nb_view){bytes, len};
}

enum { LINE_BYTES_MAX = 200 };

void nb_paras_collect(nb_reader *reader)
{
    const nb_markup *markup = reader->markup;
    nb_para *paras = NB_NEW_ARRAY(reader->arena, nb_para, markup->block_count);
    nb_note *notes =
        NB_NEW_ARRAY(reader->arena, nb_note, (size_t)markup->block_count * NB_NOTE_COUNT);
    uint32_t *para_of = NB_NEW_ARRAY(reader->arena, uint32_t, markup->block_count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < markup->block_count; i++) {
        const nb_block *block = &markup->blocks[i];
        para_of[i] = NB_VIEW_NONE;
        if (block->kind != NB_BLOCK_HEADING && block->kind != NB_BLOCK_PARAGRAPH)
            continue;
        nb_para *para = &paras[count];
        para->block = i;
        para->notes = notes + (size_t)count * NB_NOTE_COUNT;
        if (!nb_para_take_over(reader, para))
            para->folded = nb_fold(reader->arena, &block->text, NB_FOLD_TRADITIONAL);
        if (!para->folded.text.len)
            continue;
        para_of[i] = count;
        nb_span place = nb_mapped_whole(&para->folded);
        const nb_table_area *area = nb_table_area_at(&reader->areas, place.start);
        /* Half a line in an area: the line is a heading behind the table whose words are a label's
         * (其他). */
        para->in_table =
            area && (area->span.end >= place.end || para->folded.text.len > LINE_BYTES_MAX);
        count++;
    }
    reader->paras = paras;
    reader->para_count = count;
    reader->reading->paras = paras;
    reader->reading->para_of_block = para_of;
}
