#include "report/reader.h"

#include <string.h>

/*
 * Is this a report at all? Ordinary texts must never get a finding, so the subject must be named
 * and at least one thing be there that only a report has. A notice about writing reports, the
 * regulation and news speak of the same subject; they have neither the title nor the parts, and
 * say so in words of their own.
 */

enum {
    PROSE_BYTES_MIN = 24,
    TITLE_BYTES_MAX = 240,
    TITLES_MAX = 2, /* of this report, and of a link or two */
};

static const char NOTICE_TITLE[] = "通知|办法|条例|方案|制度|规定|意见|指南|解读|细则|函";

/* In the folded text, as blanks and radicals of a PDF may stand inside the words. */
static bool mentions(const nb_reader *reader)
{
    for (uint32_t i = reader->first_para; i < reader->para_end; i++)
        if (nb_match_contains(reader->paras[i].folded.text, "政府信息|政务公开|政务信息|政府资讯"))
            return true;
    return false;
}

/* Reports on less than a year, or on a school's: other rules hold for them. */
static bool is_of_other_kind(const nb_report *report)
{
    nb_span title = report->title.span;
    return report->title.is_present &&
           nb_match_contains(nb_view_sub(report->markup->text, title.start, title.end),
                             "上半年|下半年|季度|学年|月份|半年度");
}

/* A sentence outside of the title: lists of links and of parts have none. */
static bool has_prose(const nb_reader *reader)
{
    for (uint32_t i = reader->first_para; i < reader->para_end; i++) {
        const nb_para *para = &reader->paras[i];
        if (!para->in_table && para->folded.text.len >= PROSE_BYTES_MIN &&
            nb_view_contains(para->folded.text, NB_V("。")))
            return true;
    }
    return false;
}

/* A page that lists the reports of several years. */
static bool is_list_of_reports(const nb_reader *reader)
{
    uint32_t titles = 0;
    /* Links behind the report's end count as well. */
    for (uint32_t i = reader->first_para; i < reader->para_count && titles <= TITLES_MAX; i++) {
        nb_view v = reader->paras[i].folded.text;
        /* Lines of one length were put together: …年度报告2021-01-20…年度报告2020-01-18 */
        nb_view dated = NB_V("报告20");
        for (uint32_t at = nb_view_find(v, dated, 0); at != NB_VIEW_NONE && titles <= TITLES_MAX;
             at = nb_view_find(v, dated, at + dated.len))
            titles++;
        while (v.len && strchr("0123456789-/.", v.ptr[v.len - 1]))
            v.len--;
        nb_title_words words;
        titles += v.len <= TITLE_BYTES_MAX && nb_title_parse(v, 0, v.len, &words) && words.year;
    }
    return titles > TITLES_MAX;
}

/* Parts told by their key, each counted once; PROBLEMS and OVERVIEW alone are in any report. */
static uint32_t own_parts(const nb_report *report, uint32_t *all)
{
    bool seen[NB_SECTION_COUNT] = {[NB_SECTION_NONE] = true};
    uint32_t own = 0;
    *all = 0;
    for (uint32_t i = 0; i < report->section_count; i++) {
        nb_section_key key = report->sections[i].key;
        if (seen[key])
            continue;
        seen[key] = true;
        (*all)++;
        own += key == NB_SECTION_DISCLOSURE || key == NB_SECTION_REQUESTS ||
                       key == NB_SECTION_REVIEW || key == NB_SECTION_FEES
                   ? 1
                   : 0;
    }
    return own;
}

static bool has_form_table(const nb_report *report)
{
    for (uint32_t i = 0; i < report->table_count; i++)
        if (report->tables[i].key != NB_TABLE_OTHER && report->tables[i].key != NB_TABLE_NONE)
            return true;
    return false;
}

static nb_note note_notice(nb_reader *reader, const nb_para *para)
{
    nb_view v = nb_view_sub(para->folded.text, 0, 200);
    bool is_line = para->folded.text.len < 200;
    (void)reader;
    return nb_note_yes(
        (is_line && nb_match_ends(v, NOTICE_TITLE) && !nb_match_contains(v, "。|,|本报告")) ||
        nb_match_contains(v, "有关事项通知如下|现将有关事项通知|各单位:|各部门:"));
}

/* 各单位…请于…前报送: words that give orders, in the first lines of a notice. */
static bool is_notice(nb_reader *reader)
{
    uint32_t end = reader->first_para + 12;
    for (uint32_t i = reader->first_para; i < end && i < reader->para_end; i++)
        if (nb_note_get(reader, &reader->paras[i], NB_NOTE_NOTICE, note_notice)->count)
            return true;
    return false;
}

bool nb_report_recognise(nb_reader *reader)
{
    const nb_report *report = reader->report;
    if (!mentions(reader) || is_of_other_kind(report))
        return false;
    uint32_t all, own = own_parts(report, &all);
    bool has_title = report->title.is_present &&
                     (report->title.year != 0 || report->title.body.len != 0) &&
                     !nb_match_contains(report->title.body, "关于|如何|怎样|编制|做好|报送");
    bool has_table = has_form_table(report);
    bool has_period = report->period_count > 0;
    bool is_order = is_notice(reader);
    bool has_text = has_prose(reader);
    bool has_content = all > 0 || has_table || has_period || has_text;
    if (has_title && !is_order && (has_content || !is_list_of_reports(reader)))
        return true;
    if (has_table && (has_period || all >= 1 || has_title))
        return true;
    if (is_order)
        return false;
    if (has_period && (own >= 1 || report->declaration.is_present))
        return true;
    return own >= 2 && all >= 3 && has_text;
}
