#include "report/dates.h"

#include <string.h>

/*
 * Where each report of a document begins and ends. A second one begins where a second title
 * follows a set of parts and a further set of parts follows it. Words of the page behind the report
 * (版权所有, 上一篇, …) are left out.
 */

enum {
    PARTS_OF_A_SET = 3,
    CHROME_GAP_MAX = 4, /* paragraphs */
    CHROME_GAP_BYTES_MAX = 150,
};

static bool begins_part(nb_view v)
{
    nb_numbering n;
    if (v.len > 150 || !nb_numbering_read(v, 0, &n) ||
        (n.style != NB_NUMBER_HAN && n.style != NB_NUMBER_CHAPTER))
        return false;
    return nb_title_key(nb_view_sub(v, n.end, v.len), n.number) != NB_SECTION_NONE;
}

static nb_note note_part(nb_reader *reader, const nb_para *para)
{
    (void)reader;
    return nb_note_yes(begins_part(para->folded.text));
}

static bool is_part(nb_reader *reader, const nb_para *para)
{
    return !para->in_table && nb_note_get(reader, para, NB_NOTE_PART, note_part)->count;
}

static bool is_title(nb_reader *reader, const nb_para *para)
{
    const nb_title_words *words = para->in_table ? NULL : nb_para_title(reader, para);
    return words && words->year;
}

static bool is_chrome(nb_view v)
{
    return v.len < 360 &&
           nb_match_contains(
               v, "版权所有|icp备|网站地图|上一篇|下一篇|分享到|扫一扫|打印本页|关闭窗口|"
                  "附件下载|网站标识码|公安备|主办单位|技术支持|相关链接|相关文档|相关阅读|"
                  "返回顶部");
}

/* 〈机关〉2020年政府信息公开工作年度报告2021-01-20: a link to another report, with its date. */
static bool is_link(nb_view v)
{
    nb_date_words date;
    nb_title_words words;
    uint32_t at = v.len < 360 ? v.len : 0;
    while (at > 0 && strchr("0123456789-/.", v.ptr[at - 1]))
        at--;
    return at > 0 && at < v.len && nb_date_read(v, at, &date) && date.end == v.len &&
           nb_title_parse(v, 0, at, &words);
}

/* Behind the report: words of the page, and a few short lines between them. */
static uint32_t without_chrome(const nb_reader *reader, uint32_t first, uint32_t end)
{
    uint32_t cut = end;
    for (uint32_t i = end; i > first + 1 && cut - i < CHROME_GAP_MAX; i--) {
        const nb_para *para = &reader->paras[i - 1];
        nb_view v = para->folded.text;
        if (is_chrome(v) || is_link(v))
            cut = i - 1;
        else if (para->in_table || v.len > CHROME_GAP_BYTES_MAX)
            break;
    }
    return cut;
}

static void set_extent(nb_reader *reader, uint32_t first, uint32_t end)
{
    const nb_markup *markup = reader->markup;
    nb_report *report = reader->report;
    reader->first_para = first;
    reader->para_end = end;
    end = without_chrome(reader, first, end);
    reader->para_end = end;
    report->first_block = first < reader->para_count ? reader->paras[first].block : 0;
    report->block_end = markup->block_count;
    if (end < reader->para_count)
        report->block_end = reader->paras[end].block;
    if (first == 0)
        report->first_block = 0;
    report->extent = nb_span_of(0, markup->text.len);
    if (report->first_block < report->block_end) {
        report->extent.start = markup->blocks[report->first_block].span.start;
        report->extent.end = markup->blocks[report->block_end - 1].span.end;
    }
}

typedef struct splitter {
    uint32_t title;   /* the last title met behind a set of parts */
    uint32_t before;  /* parts since the report began */
    uint32_t behind;  /* parts since that title */
    bool has_pending; /* title is set */
} splitter;

/* True if the report ends before s->title. */
static bool split_at(splitter *s, nb_reader *reader, uint32_t index)
{
    const nb_para *para = &reader->paras[index];
    if (is_part(reader, para)) {
        if (s->has_pending && ++s->behind >= 2)
            return true;
        s->before += s->has_pending ? 0 : 1;
    } else if (!s->has_pending && s->before >= PARTS_OF_A_SET && is_title(reader, para)) {
        s->has_pending = true;
        s->title = index;
        s->behind = 0;
    }
    return false;
}

/* Sets reader->first_para and para_end to the next report at or behind para *from. */
bool nb_extent_next(nb_reader *reader, uint32_t *from)
{
    if (*from >= reader->para_count && *from > 0)
        return false;
    splitter s = {0};
    uint32_t first = *from, end = reader->para_count;
    for (uint32_t i = first; i < reader->para_count; i++) {
        if (split_at(&s, reader, i)) {
            end = s.title;
            break;
        }
    }
    *from = end > first ? end : first + 1;
    set_extent(reader, first, end);
    return true;
}

/* Leaves out what stands before the title: the page's navigation, the head of a download. */
void nb_extent_begin_at_title(nb_reader *reader)
{
    nb_report *report = reader->report;
    if (reader->title_end == reader->title_first)
        return;
    const nb_para *para = &reader->paras[reader->title_first];
    nb_span block = reader->markup->blocks[para->block].span;
    bool is_line = nb_para_span(para, 0, 1).start == report->title.span.start;
    report->extent.start = is_line ? block.start : report->title.span.start;
    report->first_block = para->block;
    reader->first_para = reader->title_first;
}
