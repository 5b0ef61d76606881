#ifndef NB_TEXT_FIGURE_H
#define NB_TEXT_FIGURE_H

#include "nb/text/mapped.h"

/*
 * Figures in fixed point: value × 10^6 in 64 bits, so amounts in 万元 stay exact. What is no figure
 * of the forms stays unreadable: ①, ², ½, Ⅳ are never digits (NFKC would make them so).
 */
#define NB_FIGURE_ONE INT64_C(1000000)

typedef enum nb_figure_state {
    NB_FIGURE_VALUE,
    NB_FIGURE_BLANK, /* empty, blanks of any kind, "/", "-", "—", "－", "――", "无" (domain: BL-1) */
    NB_FIGURE_UNREADABLE, /* something else; why says what */
} nb_figure_state;

typedef enum nb_figure_why {
    NB_FIGURE_WHY_NONE,
    NB_FIGURE_WHY_TEXT,    /* characters that belong to no figure */
    NB_FIGURE_WHY_SEVERAL, /* more than one figure */
    NB_FIGURE_WHY_GROUPS,  /* separators that make no thousands: 1,23,4 */
    NB_FIGURE_WHY_RANGE,   /* larger than the program can hold, or more than 6 decimals */
} nb_figure_why;

typedef struct nb_figure {
    nb_figure_state state;
    nb_figure_why why;
    int64_t micro; /* value × 10^6, magnitude words (百 千 万 亿) multiplied in */
    int64_t
        step_micro; /* one unit of the last printed digit × 10^6: "0.5" → 10^5, "2.7万" → 10^9 */
    nb_span digits;      /* sign, digits, separators, point: offsets into the text that was read */
    nb_span whole;       /* digits with sign words, magnitude and unit */
    nb_view unit;        /* 件 条 元 次 … as printed behind the magnitude; empty if none */
    bool has_magnitude;  /* 万, 亿, … stood behind the digits */
    bool is_percent;     /* % ％ or 百分之 */
    bool is_approximate; /* 余 多 约 近 以上 … beside it: never compared */
    bool is_signed;      /* a sign or 增/减 stood before it */
    bool is_grouped;     /* 1,234 */
    bool is_fullwidth;   /* １２３ */
} nb_figure;

/*
 * Reads the content of one cell as one figure: blanks around it, sign (+ － − 减 增 words),
 * thousands separators, decimals, magnitude and unit are taken; a bracketed remark behind it
 * ("22（其中修订16件）") is left aside. Anything else is UNREADABLE with the reason. Offsets of the
 * result are into cell, its unit is a view of it.
 */
nb_figure nb_figure_read(nb_view cell);

/*
 * Finds the next figure of running text at or after *at and moves *at behind it; false at the end.
 * Arabic and full-width digits always; Chinese numerals (十二, 一百零三, 两) only directly before a
 * measure word. Skipped: digits inside words with Latin letters or URLs, dates (2020年, 1月, 31日),
 * document numbers (〔2021〕30号), ordinals (第十九条, 一是), numbering at a line start. Words for
 * growth and decline before it (增加, 减少) make it signed, 减少 negative; digits covers the digits
 * alone, whole the words and the unit too. A figure without a unit may be one of a table that
 * lost its borders, glued to the next: believe it only where the sentence says what it counts.
 */
bool nb_figure_next(nb_view text, uint32_t *at, nb_figure *figure);

/* A whole number in Chinese or Arabic digits at *at (一, 十二, 二十, 12, １２), moved behind it; -1
 * if none. */
int32_t nb_numeral_read(nb_view text, uint32_t *at);

/*
 * Writes micro in the fewest decimals, at least min_decimals: 6000000 → "6". out needs 32 bytes;
 * returns the length.
 */
uint32_t nb_figure_format(int64_t micro, uint32_t min_decimals, char out[32]);

/* As nb_figure_format, in the style (grouping, full-width digits) of like; in the arena. */
nb_view nb_figure_format_like(nb_arena *arena, int64_t micro, const nb_figure *like);

/* Chinese numeral of 1…99: 6 → 六, 12 → 十二; others, which no report needs but a hostile text may
 * ask for, in digits. In the arena. */
nb_view nb_numeral_han(nb_arena *arena, uint32_t value);

#endif
