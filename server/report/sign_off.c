#include "report/dates.h"

/*
 * Who signed and when: at the end (a line with the organ, a line with the date, or both behind the
 * last sentence of a page that is one line), else under the title.
 */

enum {
    LINE_BYTES_MAX = 150,
    TOP_PARAS = 3,
    BACK_PARAS = 12, /* lines looked at from the end */
};

/* The date that v is, apart from brackets and a word before it. */
static bool is_date_line(nb_view v, nb_date_words *date)
{
    uint32_t at = 0, len = 0;
    if (v.len > LINE_BYTES_MAX)
        return false;
    while (nb_match_word(v, at, "(|日期:|时间:|发布日期:|落款日期:", &len) != NB_VIEW_NONE)
        at += len;
    if (!nb_date_read(v, at, date) || !date->year)
        return false;
    uint32_t end = date->end;
    while (nb_match_word(v, end, ")|。", &len) != NB_VIEW_NONE)
        end += len;
    return end == v.len;
}

static void set_date(nb_reader *reader, const nb_para *para, const nb_date_words *date)
{
    reader->report->sign_off.has_date = true;
    reader->report->sign_off.date = nb_date_place(para, date);
}

static void set_body(nb_reader *reader, const nb_para *para, uint32_t start, uint32_t end)
{
    nb_sign_off *s = &reader->report->sign_off;
    s->has_body = true;
    s->body_span = nb_para_span(para, start, end);
    s->body = nb_para_printed(reader, para, start, end);
}

static bool is_body_line(const nb_reader *reader, uint32_t index)
{
    const nb_para *para = &reader->paras[index];
    return !para->in_table && para->folded.text.len <= LINE_BYTES_MAX &&
           nb_issuer_is_name(para->folded.text);
}

/* The last 。 of v before at; the offset behind it. */
static uint32_t behind_sentence(nb_view v, uint32_t at)
{
    uint32_t low = at > LINE_BYTES_MAX ? at - LINE_BYTES_MAX : 0;
    for (uint32_t p = at; p >= low + 3; p--)
        if (nb_match_at(v, p - 3, NB_V("。")))
            return p;
    return NB_VIEW_NONE;
}

/*
 * [机关][日期] behind the last sentence, or as a whole line. What follows the date may be an
 * annex or the page's own words, parted by a blank.
 */
static bool read_tail(nb_reader *reader, const nb_para *para)
{
    nb_view v = para->folded.text;
    uint32_t low = v.len > 4000 ? v.len - 4000 : 0;
    for (uint32_t p = v.len; p > low; p--) {
        nb_date_words date;
        unsigned char c = (unsigned char)v.ptr[p - 1];
        bool may_be = (c >= '0' && c <= '9') || c == 0xe4;
        if (!may_be || (p > 1 && v.ptr[p - 2] >= '0' && v.ptr[p - 2] <= '9' && c <= '9') ||
            !nb_date_read(v, p - 1, &date) || !date.year || !date.day ||
            !nb_year_is_plausible(date.year))
            continue;
        uint32_t from = behind_sentence(v, date.start);
        bool ends = date.end == v.len || nb_para_gap(reader, para, date.end);
        if (!ends)
            continue;
        if (from == NB_VIEW_NONE && date.start > LINE_BYTES_MAX)
            continue;
        if (from == NB_VIEW_NONE)
            from = 0;
        nb_view name = nb_view_sub(v, from, date.start);
        if (name.len && !nb_issuer_is_name(name))
            continue;
        if (!name.len && from == 0 && date.end != v.len)
            continue;
        set_date(reader, para, &date);
        if (name.len)
            set_body(reader, para, from, date.start);
        return true;
    }
    return false;
}

static bool read_end(nb_reader *reader)
{
    uint32_t looked = 0;
    for (uint32_t i = reader->para_end; i > reader->body_first && looked < BACK_PARAS; i--) {
        const nb_para *para = &reader->paras[i - 1];
        if (para->in_table && para->folded.text.len <= LINE_BYTES_MAX)
            continue;
        looked++;
        nb_date_words date;
        if (is_date_line(para->folded.text, &date)) {
            set_date(reader, para, &date);
            if (i >= 2 && i - 2 >= reader->first_para && is_body_line(reader, i - 2))
                set_body(reader, &reader->paras[i - 2], 0, reader->paras[i - 2].folded.text.len);
            else if (i < reader->para_end && is_body_line(reader, i))
                set_body(reader, &reader->paras[i], 0, reader->paras[i].folded.text.len);
            return true;
        }
        if (read_tail(reader, para))
            return true;
    }
    /* The organ without a date, as the last line. */
    uint32_t last = reader->para_end;
    if (last > reader->body_first + 1 && is_body_line(reader, last - 1)) {
        set_body(reader, &reader->paras[last - 1], 0, reader->paras[last - 1].folded.text.len);
        return true;
    }
    return false;
}

/* Lines between the title and the text: （2018年1月17日） */
static void read_top(nb_reader *reader)
{
    uint32_t end = reader->title_end + TOP_PARAS;
    for (uint32_t i = reader->title_end; i < end && i < reader->para_end; i++) {
        const nb_para *para = &reader->paras[i];
        nb_date_words date;
        if (para->folded.text.len > LINE_BYTES_MAX)
            return;
        if (is_body_line(reader, i) && !reader->report->sign_off.has_body)
            set_body(reader, para, 0, para->folded.text.len);
        if (is_date_line(para->folded.text, &date)) {
            set_date(reader, para, &date);
            return;
        }
    }
}

void nb_sign_off_read(nb_reader *reader)
{
    bool has_title = reader->title_end > reader->title_first;
    if (!read_end(reader) && has_title)
        read_top(reader);
}
