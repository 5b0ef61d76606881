#include "report/dates.h"

/*
 * The title (domain: 2.6): 〈机关〉〈年〉政府信息公开工作年度报告 in all the ways in which it is
 * really written, over one to four lines, or between blanks in a page that is one line.
 */

enum {
    TITLE_BYTES_MAX = 240, /* 80 characters */
    TITLE_PARAS_MAX = 4,
    TITLE_SEARCH_PARAS = 40, /* page chrome before the title is not longer */
    TOKEN_SEARCH_BYTES = 3000,
    YEAR_LINE_BYTES_MAX = 30,
};

static const char SUBJECT[] = "政府信息公开|政务信息公开|政务公开|信息公开|政府信息";
static const char ENDING[] = "年度报告|工作报告|年报|公开报告|情况报告|情况的报告|总结报告";

/* Words of sentences about a report. */
static const char NOT_TITLE[] =
    "本报告|根据|编制本|编制了|编制的|编制说明|编制和|编制工作|编制发布|特编制|现编制|,编制|现公布|"
    "如下|通知|条例|《|》|。|;|下载|填报|格式|附件";

static uint32_t skip_label(nb_view v, uint32_t start, bool *is_metadata)
{
    uint32_t len = 0;
    if (nb_match_word(v, start, "标题:|题目:|名称:|信息名称:|文件名称:|title:", &len) ==
        NB_VIEW_NONE)
        return start;
    *is_metadata = true;
    return start + len;
}

/* 《…》 around all of it, and the suffix of the file that it once was. */
static void strip_wrapping(nb_view v, uint32_t *start, uint32_t *end)
{
    static const char SUFFIX[] = ".docx|.doc|.pdf|.wps|.html";
    nb_view line = nb_view_sub(v, *start, *end);
    if (nb_match_ends(line, SUFFIX))
        *end = *start + nb_view_find_last(line, NB_V("."));
    if (*end - *start > 6 && nb_match_at(v, *start, NB_V("《")) &&
        nb_match_at(v, *end - 3, NB_V("》"))) {
        *start += 3;
        *end -= 3;
    }
}

/* A remark in brackets behind the title does not belong to it. */
static uint32_t cut_remark(nb_view v, uint32_t start, uint32_t end)
{
    if (end == start || v.ptr[end - 1] != ')')
        return end;
    for (uint32_t p = end; p > start; p--)
        if (v.ptr[p - 1] == '(')
            return p - 1;
    return end;
}

/* In [start, end): the title, or else the remark behind it: （2020年度） */
static void find_year(nb_view v, uint32_t start, uint32_t limit, nb_title_words *w)
{
    for (uint32_t p = start; p < limit && !w->year; p++) {
        uint32_t end = p;
        int year = nb_year_digits(v, &end);
        if (!year)
            continue;
        if (nb_year_is_plausible(year)) {
            w->year = year;
            w->year_start = p;
            w->year_end = end;
            return;
        }
        p = end - 1;
    }
}

/* The organ stands before the year, or between year and subject. */
static void find_body(nb_view v, uint32_t subject, nb_title_words *w)
{
    uint32_t len = 0;
    w->body_start = w->start;
    w->body_end = subject;
    if (w->year && w->year_start > w->start && w->year_start < subject) {
        w->body_end = w->year_start;
    } else if (w->year && w->year_start == w->start) {
        uint32_t p = w->year_end;
        while (nb_match_word(v, p, "年度|年", &len) != NB_VIEW_NONE)
            p += len;
        w->body_start = p < subject ? p : subject;
    }
    nb_view body = nb_view_sub(v, w->body_start, w->body_end);
    if (nb_match_ends(body, "关于"))
        w->body_end -= 6;
    if (w->body_end < w->body_start + 6)
        w->body_end = w->body_start;
}

bool nb_title_parse(nb_view folded, uint32_t start, uint32_t end, nb_title_words *words)
{
    *words = (nb_title_words){0};
    words->start = skip_label(folded, start, &words->is_metadata);
    strip_wrapping(folded, &words->start, &end);
    words->end = cut_remark(folded, words->start, end);
    nb_view line = nb_view_sub(folded, words->start, words->end);
    if (line.len < 15 || line.len > TITLE_BYTES_MAX || !nb_match_ends(line, ENDING))
        return false;
    if (nb_match_contains(line, NOT_TITLE) || nb_match_contains(line, ",|:|/|_|?"))
        return false;
    uint32_t subject = NB_VIEW_NONE;
    for (uint32_t p = words->start; p < words->end && subject == NB_VIEW_NONE; p++)
        if (nb_match_word(folded, p, SUBJECT, NULL) != NB_VIEW_NONE)
            subject = p;
    if (subject == NB_VIEW_NONE)
        return false;
    nb_numbering n;
    if (nb_numbering_read(folded, words->start, &n))
        return false;
    find_year(folded, words->start, words->end, words);
    find_year(folded, words->end, end, words);
    find_body(folded, subject, words);
    return true;
}

static nb_note note_title(nb_reader *reader, const nb_para *para)
{
    nb_title_words words;
    nb_view v = para->folded.text;
    if (v.len > TITLE_BYTES_MAX || !nb_title_parse(v, 0, v.len, &words))
        return nb_note_yes(false);
    nb_title_words *title = NB_NEW(reader->arena, nb_title_words);
    *title = words;
    return (nb_note){title, 1, sizeof *title, true};
}

const nb_title_words *nb_para_title(nb_reader *reader, const nb_para *para)
{
    return nb_note_get(reader, para, NB_NOTE_TITLE, note_title)->items;
}

/* How much a title candidate is worth. */
static int rank(const nb_title_words *w, bool is_heading)
{
    int value = w->year ? 4 : 0;
    value += w->body_end > w->body_start ? 3 : 0;
    value += is_heading ? 2 : 0;
    return w->is_metadata ? value - 5 : value;
}

typedef struct finding {
    int rank;
    uint32_t para, para_end; /* the paras it stands in */
    uint32_t start;          /* in the first para; end in the last */
    uint32_t end;
    nb_title_words words; /* offsets into joined */
    nb_mapped joined;
} finding;

/* A title within a para. */
typedef struct found_title {
    int rank;
    nb_title_words words;
} found_title;

static void consider(finding *best, const finding *next)
{
    if (next->rank > best->rank)
        *best = *next;
}

static nb_note note_piece(nb_reader *reader, const nb_para *para)
{
    nb_view v = para->folded.text;
    nb_numbering n;
    (void)reader;
    return nb_note_yes(v.len <= TITLE_BYTES_MAX && !nb_match_contains(v, "。|,|;|:|>|/|_") &&
                       !nb_match_starts(v, "(") && !nb_numbering_read(v, 0, &n));
}

static bool is_title_piece(nb_reader *reader, uint32_t index)
{
    const nb_para *para = &reader->paras[index];
    return !para->in_table && nb_note_get(reader, para, NB_NOTE_TITLE_PIECE, note_piece)->count;
}

static bool join(nb_reader *reader, uint32_t first, uint32_t end, nb_mapped *joined)
{
    nb_mapped_builder *b = nb_mapped_begin(reader->arena);
    uint32_t len = 0;
    for (uint32_t i = first; i < end; i++) {
        nb_mapped_add(b, &reader->paras[i].folded);
        len += reader->paras[i].folded.text.len;
    }
    if (len > TITLE_BYTES_MAX)
        return false;
    *joined = nb_mapped_end(b);
    return true;
}

/* A title over several lines: the pieces alone are none, the last one ends it. */
static void consider_lines(nb_reader *reader, uint32_t first, finding *best)
{
    if (!is_title_piece(reader, first))
        return;
    nb_mapped joined;
    for (uint32_t end = first + 2; end <= reader->para_end && end - first <= TITLE_PARAS_MAX;
         end++) {
        if (!is_title_piece(reader, end - 1))
            return;
        if (!nb_match_ends(reader->paras[end - 1].folded.text, ENDING))
            continue;
        const nb_title_words *last = nb_para_title(reader, &reader->paras[end - 1]);
        bool is_complete = last && last->body_end > last->body_start;
        nb_title_words words;
        if (is_complete || !join(reader, first, end, &joined) ||
            !nb_title_parse(joined.text, 0, joined.text.len, &words))
            return;
        finding next = {rank(&words, false),
                        first,
                        end,
                        0,
                        reader->paras[end - 1].folded.text.len,
                        words,
                        joined};
        consider(best, &next);
        return;
    }
}

static void consider_para(nb_reader *reader, uint32_t index, finding *best)
{
    const nb_para *para = &reader->paras[index];
    const nb_title_words *words = nb_para_title(reader, para);
    if (words) {
        bool is_heading = reader->markup->blocks[para->block].kind == NB_BLOCK_HEADING;
        finding next = {rank(words, is_heading),
                        index,
                        index + 1,
                        words->start,
                        words->end,
                        *words,
                        para->folded};
        consider(best, &next);
    }
}

/* The best title between blanks, as found_title; in a page that is one line. */
static nb_note note_title_inside(nb_reader *reader, const nb_para *para)
{
    nb_view v = para->folded.text;
    uint32_t end = v.len < TOKEN_SEARCH_BYTES + 1 ? v.len : TOKEN_SEARCH_BYTES + 1;
    uint32_t starts[3] = {0, 0, 0}; /* the last three tokens: a name may have a blank inside */
    found_title *best = NULL;
    for (uint32_t p = 0; p < v.len;) {
        p = nb_para_next_gap(reader, para, p + 1, end);
        if (p == end && end < v.len)
            break;
        for (uint32_t k = 0; k < 3; k++) {
            found_title next;
            if ((k && starts[k] == starts[k - 1]) || !nb_title_parse(v, starts[k], p, &next.words))
                continue;
            next.rank = rank(&next.words, false) - 1;
            if (next.rank < 3 || (best && next.rank <= best->rank))
                continue;
            best = best ? best : NB_NEW(reader->arena, found_title);
            *best = next;
        }
        starts[2] = starts[1];
        starts[1] = starts[0];
        starts[0] = p;
    }
    return (nb_note){best, best ? 1 : 0, sizeof *best, true};
}

static void consider_tokens(nb_reader *reader, uint32_t index, finding *best)
{
    const nb_para *para = &reader->paras[index];
    const found_title *found =
        nb_note_get(reader, para, NB_NOTE_TITLE_INSIDE, note_title_inside)->items;
    if (!found)
        return;
    finding next = {found->rank,      index,        index + 1,   found->words.start,
                    found->words.end, found->words, para->folded};
    consider(best, &next);
}

static nb_view printed(const nb_reader *reader, const nb_mapped *m, uint32_t start, uint32_t end)
{
    nb_para para = {.folded = *m};
    return nb_para_printed(reader, &para, start, end);
}

/* （2020年） on the line behind a title without a year. */
static void read_year_below(nb_reader *reader, uint32_t index)
{
    nb_title *title = &reader->report->title;
    if (title->year || index >= reader->para_end)
        return;
    const nb_para *para = &reader->paras[index];
    nb_view v = para->folded.text;
    uint32_t start = nb_match_starts(v, "(") ? 1 : 0, end = start;
    int year = v.len <= YEAR_LINE_BYTES_MAX ? nb_year_digits(v, &end) : 0;
    nb_view rest = nb_view_sub(v, end, v.len);
    if (!nb_year_is_plausible(year) || rest.len > 7 ||
        !nb_match_starts(rest, "年)|年度)|年度|年") ||
        !nb_match_ends(rest, start ? ")" : "年度|年"))
        return;
    title->year = year;
    title->year_span = nb_para_span(para, start, end);
}

static void store(nb_reader *reader, const finding *f)
{
    const nb_title_words *w = &f->words;
    nb_title *title = &reader->report->title;
    title->is_present = true;
    title->span = nb_mapped_source(&f->joined, w->start, w->end);
    title->body = printed(reader, &f->joined, w->body_start, w->body_end);
    title->year = w->year;
    title->year_span = nb_mapped_source(&f->joined, w->year_start, w->year_end);
    if (!w->year)
        title->year_span = nb_span_of(title->span.start, title->span.start);
    nb_view whole = nb_view_sub(f->joined.text, w->start, w->end);
    read_year_below(reader, f->para_end);
    title->is_report = nb_match_contains(whole, "政府信息公开") && nb_match_ends(whole, "报告");
    reader->title_first = f->para;
    reader->title_end = f->para_end;
    if (w->body_end > w->body_start) {
        reader->report->issuer = title->body;
        reader->report->issuer_span = nb_mapped_source(&f->joined, w->body_start, w->body_end);
    }
}

/*
 * The organ may stand on a line of its own above a title without one. consider_lines finds it, as
 * the joined title is worth more than the line alone.
 */
void nb_title_read(nb_reader *reader)
{
    finding best = {.rank = -100};
    uint32_t last = reader->first_para + TITLE_SEARCH_PARAS;
    if (last > reader->para_end)
        last = reader->para_end;
    for (uint32_t i = reader->first_para; i < last; i++) {
        const nb_para *para = &reader->paras[i];
        if (para->in_table)
            continue;
        consider_para(reader, i, &best);
        consider_lines(reader, i, &best);
        if (para->folded.text.len > TITLE_BYTES_MAX) {
            consider_tokens(reader, i, &best);
            /* Behind the first long paragraph there is no title; before it may be much chrome. */
            if (para->folded.text.len > 2 * TITLE_BYTES_MAX || best.rank >= 0)
                break;
        }
    }
    reader->title_first = reader->title_end = reader->first_para;
    if (best.rank > -100)
        store(reader, &best);
}
