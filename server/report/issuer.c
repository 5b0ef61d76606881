#include "report/reader.h"

/*
 * Who reports (domain: 2.6, 1.3): by the end of the name. Kind decides about deadlines and about
 * article 50(4), so an unknown name stays unknown.
 */

enum { NAME_BYTES_MIN = 9, NAME_BYTES_MAX = 150 };

static const char TOWNSHIP[] =
    "街道办事处|街道|街道办|镇人民政府|乡人民政府|镇政府|乡政府|苏木人民政府|镇|乡|民族乡|"
    "镇人民政府办公室|乡人民政府办公室|镇党政办公室|乡党政办公室|街道党工委|地区办事处|苏木";
static const char GOVERNMENT[] =
    "人民政府|市政府|县政府|区政府|省政府|州政府|管委会|管理委员会|行政公署|人民政府办公厅|"
    "人民政府办公室|政府办公室|政府办公厅|新区|高新区|开发区|实验区|示范区";
/* Ends of a name that is a region's; only where the text is known to be a name. */
static const char REGION[] = "省|市|县|区|州|盟|旗";
static const char DEPARTMENT[] =
    "局|厅|委员会|委|办公室|办公厅|中心|院|站|处|所|队|支队|大队|总队|部|署|会|馆|公司|学校|大学|"
    "海关|银行|分局|协会|联合会|基金|集团|办";

bool nb_issuer_is_name(nb_view folded)
{
    nb_numbering n;
    if (folded.len < NAME_BYTES_MIN || folded.len > NAME_BYTES_MAX)
        return false;
    if (nb_match_contains(folded, "。|,|;|:|、|《|!|?|<|>|=") || nb_numbering_read(folded, 0, &n))
        return false;
    return nb_match_ends(folded, TOWNSHIP) || nb_match_ends(folded, GOVERNMENT) ||
           nb_match_ends(folded, DEPARTMENT);
}

/* 某某局（示例） */
static nb_view without_remark(nb_view name)
{
    if (!nb_match_ends(name, "）|)"))
        return name;
    uint32_t wide = nb_view_find_last(name, NB_V("（"));
    uint32_t narrow = nb_view_find_last(name, NB_V("("));
    if (wide != NB_VIEW_NONE)
        return nb_view_sub(name, 0, wide);
    return narrow != NB_VIEW_NONE ? nb_view_sub(name, 0, narrow) : name;
}

nb_issuer_kind nb_issuer_kind_of(nb_view name)
{
    name = without_remark(name);
    if (nb_match_ends(name, TOWNSHIP))
        return NB_ISSUER_TOWNSHIP;
    if (nb_match_ends(name, GOVERNMENT) ||
        (nb_match_ends(name, REGION) && !nb_match_ends(name, "社区|小区")))
        return NB_ISSUER_GOVERNMENT;
    if (nb_match_ends(name, DEPARTMENT))
        return NB_ISSUER_DEPARTMENT;
    return NB_ISSUER_UNKNOWN;
}

/* 现公布〈机关〉2020年…年度报告 */
static bool from_announcement(nb_reader *reader, const nb_para *para)
{
    nb_view v = para->folded.text;
    uint32_t at = nb_view_find(v, NB_V("现公布"), 0), len = 0;
    if (at == NB_VIEW_NONE)
        at = nb_view_find(v, NB_V("现将"), 0);
    if (at == NB_VIEW_NONE)
        return false;
    at += nb_match_at(v, at, NB_V("现公布")) ? 9 : 6;
    uint32_t end = at;
    while (end < v.len && end - at <= NAME_BYTES_MAX &&
           nb_match_word(v, end, "20|二〇|政府信息|政务公开|。|,|关于", &len) == NB_VIEW_NONE)
        end++;
    nb_view name = nb_view_sub(v, at, end);
    if (!nb_issuer_is_name(name))
        return false;
    reader->report->issuer = nb_para_printed(reader, para, at, end);
    reader->report->issuer_span = nb_para_span(para, at, end);
    return true;
}

/* 请与〈机关〉联系 */
static bool from_contact(nb_reader *reader, const nb_para *para)
{
    nb_view v = para->folded.text;
    uint32_t end = nb_view_find(v, NB_V("联系"), 0);
    while (end != NB_VIEW_NONE) {
        uint32_t from = end > NAME_BYTES_MAX ? end - NAME_BYTES_MAX : 0;
        nb_view before = nb_view_sub(v, from, end);
        uint32_t with = nb_view_find_last(before, NB_V("与"));
        if (with != NB_VIEW_NONE) {
            uint32_t at = from + with + 3;
            nb_view name = nb_view_sub(v, at, end);
            if (nb_issuer_is_name(name)) {
                reader->report->issuer = nb_para_printed(reader, para, at, end);
                reader->report->issuer_span = nb_para_span(para, at, end);
                return true;
            }
        }
        end = nb_view_find(v, NB_V("联系"), end + 6);
    }
    return false;
}

static void find(nb_reader *reader)
{
    nb_report *report = reader->report;
    uint32_t end =
        reader->body_first < reader->para_end ? reader->body_first + 1 : reader->para_end;
    for (uint32_t i = reader->first_para; i < end; i++)
        if (from_announcement(reader, &reader->paras[i]))
            return;
    if (report->sign_off.has_body) {
        report->issuer = report->sign_off.body;
        report->issuer_span = report->sign_off.body_span;
        return;
    }
    for (uint32_t i = reader->first_para; i < end; i++)
        if (from_contact(reader, &reader->paras[i]))
            return;
}

void nb_issuer_read(nb_reader *reader)
{
    nb_report *report = reader->report;
    if (!report->issuer.len)
        find(reader);
    report->issuer_kind = nb_issuer_kind_of(report->issuer);
    if (reader->options && reader->options->issuer_kind != NB_ISSUER_UNKNOWN)
        report->issuer_kind = reader->options->issuer_kind;
}
