#include "report/reader.h"

#include <string.h>

/* Signs in front of a heading and behind it that say nothing; folded. */
static const char BEFORE[] = "【|[|\"|★|☆|●|◆|■|▲|※|◎|•";

static uint32_t behind_decoration(nb_view v)
{
    uint32_t len = 0;
    return nb_match_word(v, 0, BEFORE, &len) == NB_VIEW_NONE ? 0 : len;
}

static nb_view without_tail(nb_view v)
{
    while (v.len > 0) {
        if (strchr(":;.\"]", v.ptr[v.len - 1]))
            v.len--;
        else if (v.len >= 3 &&
                 (nb_match_at(v, v.len - 3, NB_V("】")) || nb_match_at(v, v.len - 3, NB_V("。"))))
            v.len -= 3;
        else
            break;
    }
    return v;
}

static bool is_of_the_forms(nb_view title)
{
    return nb_title_match_form(NULL, title, 0, nb_form_get(NB_FORM_2021)).is_official ||
           nb_title_match_form(NULL, title, 0, nb_form_get(NB_FORM_2019)).is_official;
}

nb_view nb_heading_bare(nb_view folded, nb_numbering *n)
{
    nb_view v = without_tail(folded);
    uint32_t start = behind_decoration(v);
    if (nb_numbering_read(v, start, n))
        return nb_view_sub(v, n->end, v.len);
    /* The sign behind the number is lost; only a title of the forms is sure enough. */
    uint32_t at = start;
    int number = nb_numeral_small(v, &at);
    nb_view title = nb_view_sub(v, at, v.len);
    *n = (nb_numbering){.style = NB_NUMBER_NONE};
    if (!number || !is_of_the_forms(title))
        return nb_view_sub(v, start, v.len);
    bool is_digit = v.ptr[start] >= '0' && v.ptr[start] <= '9';
    *n = (nb_numbering){.style = is_digit ? NB_NUMBER_DIGIT : NB_NUMBER_HAN,
                        .number = number,
                        .number_start = start,
                        .number_end = at,
                        .end = at};
    return title;
}
