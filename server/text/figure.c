#include "nb/text/figure.h"

#include <string.h>

#include "number.h"

static const nb_view blank_marks[] = {{NB_LIT("-")},
                                      {NB_LIT("/")},
                                      {NB_LIT("—")},
                                      {NB_LIT("－")},
                                      {NB_LIT("–")},
                                      {NB_LIT("―")},
                                      {NB_LIT("−")},
                                      {NB_LIT("／")},
                                      {NB_LIT("─")},
                                      {NB_LIT("\\")},
                                      {0}};

static const nb_view minus_words[] = {{NB_LIT("-")},
                                      {NB_LIT("－")},
                                      {NB_LIT("−")},
                                      {NB_LIT("减少")},
                                      {NB_LIT("净减")},
                                      {NB_LIT("减")},
                                      {0}};
static const nb_view plus_words[] = {{NB_LIT("+")},    {NB_LIT("＋")}, {NB_LIT("增加")},
                                     {NB_LIT("净增")}, {NB_LIT("增")}, {0}};
static const nb_view about_words[] = {
    {NB_LIT("大约")}, {NB_LIT("将近")}, {NB_LIT("约")}, {NB_LIT("近")},
    {NB_LIT("超过")}, {NB_LIT("超")},   {NB_LIT("逾")}, {0}};
static const nb_view more_words[] = {{NB_LIT("余")}, {NB_LIT("多")}, {0}};
static const nb_view around_words[] = {{NB_LIT("以上")}, {NB_LIT("以下")}, {NB_LIT("左右")}, {0}};
static const nb_view percent_signs[] = {{NB_LIT("%")}, {NB_LIT("％")}, {0}};
static const nb_view percent_word[] = {{NB_LIT("百分之")}, {0}};

static bool is_blank_cell(nb_view cell, uint32_t at, uint32_t end)
{
    static const nb_view none[] = {{NB_LIT("无")}, {0}};
    cell.len = end;
    if (at == end || nb_word_at(cell, at, none) == end - at)
        return true;
    for (uint32_t len; at < end; at += len) {
        len = nb_word_at(cell, at, blank_marks);
        if (!len)
            return false;
    }
    return true;
}

static uint32_t skip_blanks_back(nb_view text, uint32_t end)
{
    while (end) {
        uint32_t at = end;
        uint32_t cp = nb_utf8_prev(text, &at);
        if (!nb_is_blank(cp) && cp != '\n' && cp != '\r')
            break;
        end = at;
    }
    return end;
}

static nb_figure unreadable(nb_figure f, nb_figure_why why)
{
    f.state = NB_FIGURE_UNREADABLE;
    f.why = why;
    return f;
}

/* What stands at at is not part of the figure: a remark in brackets, another figure or text. */
static nb_figure_why why_not_ended(nb_view cell, uint32_t at)
{
    static const nb_view openers[] = {{NB_LIT("（")}, {NB_LIT("(")}, {0}};
    at = nb_skip_blanks(cell, at);
    if (at == cell.len || nb_word_at(cell, at, openers))
        return NB_FIGURE_WHY_NONE;
    for (; at < cell.len; at++) {
        if (nb_is_digit_at(cell, at))
            return NB_FIGURE_WHY_SEVERAL;
    }
    return NB_FIGURE_WHY_TEXT;
}

/* Words before the digits; returns where the digits begin. */
static uint32_t read_head(nb_view cell, uint32_t at, nb_figure *f, bool *is_minus)
{
    uint32_t len = nb_word_at(cell, at, about_words);
    f->is_approximate = len > 0;
    at = nb_skip_blanks(cell, at + len);
    f->digits.start = at;
    uint32_t minus = nb_word_at(cell, at, minus_words);
    uint32_t plus = nb_word_at(cell, at, plus_words);
    *is_minus = minus > 0;
    f->is_signed = minus || plus;
    at = nb_skip_blanks(cell, at + minus + plus);
    len = nb_word_at(cell, at, percent_word);
    f->is_percent = len > 0;
    return nb_skip_blanks(cell, at + len);
}

/* Magnitude, unit and vague words behind the digits; returns where they end. */
static uint32_t read_tail(nb_view cell, uint32_t at, nb_figure *f)
{
    uint32_t end = at;
    at = nb_skip_blanks(cell, at);
    uint32_t len = nb_word_at(cell, at, percent_signs);
    if (len && !f->is_percent) {
        f->is_percent = true;
        return at + len;
    }
    len = nb_word_at(cell, at, more_words);
    f->is_approximate |= len > 0;
    at += len;
    bool found = nb_magnitude_read(cell, &at, f) || len;
    len = nb_word_at(cell, at, more_words);
    f->is_approximate |= len > 0;
    at += len;
    f->unit = nb_unit_at(cell, nb_skip_blanks(cell, at));
    if (f->unit.len)
        at = nb_skip_blanks(cell, at) + f->unit.len;
    if (found || len || f->unit.len)
        end = at;
    len = nb_word_at(cell, end, around_words);
    f->is_approximate |= len > 0;
    return end + len;
}

/* Nearly every cell is digits and nothing else. */
static bool read_plain(nb_view cell, nb_figure *f)
{
    enum { DIGITS_MAX = 10 };
    if (cell.len == 0 || cell.len > DIGITS_MAX || (cell.ptr[0] == '0' && cell.len > 1))
        return false;
    int64_t value = 0;
    for (uint32_t i = 0; i < cell.len; i++) {
        if (cell.ptr[i] < '0' || cell.ptr[i] > '9')
            return false;
        value = value * 10 + (cell.ptr[i] - '0');
    }
    *f = (nb_figure){
        .state = NB_FIGURE_VALUE,
        .micro = value * NB_FIGURE_ONE,
        .step_micro = NB_FIGURE_ONE,
        .digits = {0, cell.len},
        .whole = {0, cell.len},
    };
    return true;
}

nb_figure nb_figure_read(nb_view cell)
{
    nb_figure plain;
    if (read_plain(cell, &plain))
        return plain;
    uint32_t start = nb_skip_blanks(cell, 0);
    cell.len = skip_blanks_back(cell, cell.len);
    nb_figure f = {.state = NB_FIGURE_BLANK, .digits = {start, start}, .whole = {start, start}};
    if (start >= cell.len || is_blank_cell(cell, start, cell.len)) {
        f.whole.end = cell.len > start ? cell.len : start;
        f.digits = f.whole;
        return f;
    }
    f.digits.end = f.whole.end = cell.len;
    bool is_minus;
    uint32_t at = read_head(cell, start, &f, &is_minus);
    nb_number number;
    if (!nb_number_read(cell, &at, &number))
        return unreadable(f, NB_FIGURE_WHY_TEXT);
    f.state = NB_FIGURE_VALUE;
    f.micro = is_minus ? -number.micro : number.micro;
    f.step_micro = number.step_micro;
    f.is_grouped = number.is_grouped;
    f.is_fullwidth = number.is_fullwidth;
    f.digits.end = at;
    f.whole.end = at = read_tail(cell, at, &f);
    if (number.why)
        return unreadable(f, number.why);
    if (f.state == NB_FIGURE_UNREADABLE)
        return f;
    nb_figure_why why = number.starts_with_zero ? NB_FIGURE_WHY_SEVERAL : why_not_ended(cell, at);
    return why ? unreadable(f, why) : f;
}

uint32_t nb_figure_format(int64_t micro, uint32_t min_decimals, char out[32])
{
    char reversed[32];
    uint32_t n = 0;
    uint64_t rest = micro < 0 ? 0 - (uint64_t)micro : (uint64_t)micro;
    uint32_t decimals = 6;
    if (min_decimals > decimals)
        min_decimals = decimals;
    for (; decimals > min_decimals && rest % 10 == 0; decimals--)
        rest /= 10;
    for (uint32_t i = 0; i < decimals; i++, rest /= 10)
        reversed[n++] = (char)('0' + rest % 10);
    if (decimals)
        reversed[n++] = '.';
    do {
        reversed[n++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (micro < 0)
        reversed[n++] = '-';
    for (uint32_t i = 0; i < n; i++)
        out[i] = reversed[n - 1 - i];
    return n;
}

/* The decimals that the figure was printed with; unknown behind a magnitude word. */
static uint32_t decimals_of(const nb_figure *figure)
{
    uint32_t decimals = 0;
    if (figure->has_magnitude || figure->state != NB_FIGURE_VALUE)
        return 0;
    for (int64_t step = figure->step_micro; step > 0 && step < NB_FIGURE_ONE; step *= 10)
        decimals++;
    return decimals;
}

nb_view nb_figure_format_like(nb_arena *arena, int64_t micro, const nb_figure *like)
{
    char digits[32];
    uint32_t n = nb_figure_format(micro, decimals_of(like), digits);
    const char *point = memchr(digits, '.', n);
    uint32_t whole_end = point ? (uint32_t)(point - digits) : n;
    char *out = nb_arena_alloc(arena, (size_t)n * 3 + 12 * 3);
    uint32_t len = 0;
    for (uint32_t i = 0; i < n; i++) {
        char c = digits[i];
        bool is_group = like->is_grouped && i > 0 && i < whole_end && (whole_end - i) % 3 == 0 &&
                        digits[i - 1] != '-';
        if (is_group)
            out[len++] = ',';
        if (like->is_fullwidth && c >= '0' && c <= '9')
            len += nb_utf8_put(out + len, (uint32_t)c - '0' + 0xFF10);
        else
            out[len++] = c;
    }
    return (nb_view){out, len};
}
