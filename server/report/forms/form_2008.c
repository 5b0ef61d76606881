#include "report/forms/data.h"

/* Reporting years 2008–2013: contents by article 32, no national form of tables. */
const nb_form nb_form_2008 = {
    .id = NB_FORM_2008,
    .name = "2008",
    .first_year = 2008,
    .last_year = 2013,
    .title = {.zh = "2008年条例规定的内容", .en = "contents by the regulation of 2008"},
    .decree = "国务院令第492号",
    .decree_title = "《中华人民共和国政府信息公开条例》",
    .regulation = "《中华人民共和国政府信息公开条例》（国务院令第492号）",
    .sections = nb_article_32_sections,
    .section_count = NB_ARTICLE_32_COUNT,
    .has_fixed_titles = false,
};
