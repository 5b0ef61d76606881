#include "markup/turns.h"

/*
 * The width that a layout has broken lines at. It is found by sums over all lines, to which each
 * gives a part that only it decides; so those of the text before are good but for the lines that
 * are no longer there, and those that are new.
 */
#define BROKEN_LINES_MIN 4u

/* The width up to slack below which most broken lines end; their number in *agreeing. */
static uint32_t peak(const uint32_t broken[NB_MEASURE_MAX + 1], uint32_t slack, uint32_t *agreeing)
{
    uint32_t best = 0;
    uint32_t sum = 0;
    *agreeing = 0;
    for (uint32_t w = 0; w <= NB_MEASURE_MAX; w++) {
        sum += broken[w];
        if (w > slack)
            sum -= broken[w - slack - 1];
        if (sum > *agreeing) {
            *agreeing = sum;
            best = w;
        }
    }
    return best;
}

/* Long enough to have been broken, and ends in mid-sentence. */
static bool may_be_broken(nb_view text, const nb_line *line)
{
    uint32_t len = line->last - line->first;
    return len >= NB_MEASURE_MIN && len <= 3 * NB_MEASURE_MAX && !line->tabs && !line->bars &&
           !nb_ends_sentence(text, nb_span_of(line->first, line->last));
}

enum { ADDED = 1, TAKEN_OFF = -1 };

static void count_lines(nb_view text, const nb_line *lines, uint32_t count, int sign,
                        nb_layout_sums *sums)
{
    uint32_t all = 0, over = 0, broken = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t len = lines[i].last - lines[i].first;
        all += len >= 3 * NB_MEASURE_MIN;
        over += len > 3 * NB_MEASURE_MAX;
        broken += may_be_broken(text, &lines[i]);
    }
    sums->lines += all * (uint32_t)sign;
    sums->over += over * (uint32_t)sign;
    sums->broken += broken * (uint32_t)sign;
}

static void count_widths(nb_view text, const nb_line *lines, uint32_t count, int sign,
                         nb_layout_sums *sums)
{
    for (uint32_t i = 0; i < count; i++) {
        const nb_line *line = &lines[i];
        uint32_t len = line->last - line->first;
        if (len < NB_MEASURE_MIN || len > 3 * NB_MEASURE_MAX || !nb_is_prose_line(text, line))
            continue;
        bool is_broken = may_be_broken(text, line);
        for (uint32_t in_chars = 0; in_chars < 2; in_chars++) {
            uint32_t width = nb_measure(text, nb_span_of(line->start, line->last), in_chars);
            if (width < (in_chars ? NB_MEASURE_MIN : 2 * NB_MEASURE_MIN) || width > NB_MEASURE_MAX)
                continue;
            sums->widths[in_chars].total += (uint32_t)sign;
            sums->widths[in_chars].broken[width] += is_broken * (uint32_t)sign;
        }
    }
}

/* The lines [from, count - tail): those that are not in both texts. */
static void count_middle(nb_view text, const nb_line *lines, uint32_t count, const nb_turns *turns,
                         int sign, nb_layout_sums *sums)
{
    const nb_line *middle = lines + turns->head_lines;
    uint32_t len = count - turns->head_lines - turns->tail_lines;
    count_lines(text, middle, len, sign, sums);
    if (sums->has_widths)
        count_widths(text, middle, len, sign, sums);
}

static nb_layout_sums *sums_of(nb_source *s)
{
    nb_layout_sums *sums = NB_NEW(s->arena, nb_layout_sums);
    const nb_trail *before = s->turns->before;
    if (before) {
        *sums = *before->sums;
        count_middle(before->text, before->lines, before->line_count, s->turns, TAKEN_OFF, sums);
        count_middle(s->text, s->lines, s->line_count, s->turns, ADDED, sums);
    } else {
        count_lines(s->text, s->lines, s->line_count, ADDED, sums);
    }
    return sums;
}

nb_layout nb_layout_find(nb_source *s)
{
    nb_layout_sums *sums = sums_of(s);
    s->turns->sums = sums;
    if (sums->broken < BROKEN_LINES_MIN || sums->broken * 3 < sums->lines ||
        sums->over * 8 >= sums->broken)
        return (nb_layout){0};
    if (!sums->has_widths)
        count_widths(s->text, s->lines, s->line_count, ADDED, sums);
    sums->has_widths = true;
    uint32_t agreeing[2];
    uint32_t width[2] = {peak(sums->widths[0].broken, NB_SLACK_COLUMNS, &agreeing[0]),
                         peak(sums->widths[1].broken, NB_SLACK_CHARS, &agreeing[1])};
    bool in_chars = agreeing[1] > agreeing[0];
    uint32_t agree = agreeing[in_chars];
    bool is_layout = agree >= BROKEN_LINES_MIN &&
                     agree * 2 > sums->widths[in_chars].total + sums->over &&
                     sums->over * 8 < agree;
    return (nb_layout){.width = is_layout ? width[in_chars] : 0, .in_chars = in_chars};
}
