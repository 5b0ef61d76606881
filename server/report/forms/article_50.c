#include "report/forms/data.h"

/*
 * The six parts of a report since 2019, in fixed order: article 50 of the regulation of 2019
 * (国务院令第711号) as laid out by 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号.
 */

#define ARTICLE "《政府信息公开条例》第五十条"

static const char *const overview[] = {
    "总体概述",
    "工作基本情况",
    "基本情况",
    "工作总体情况",
    "政府信息公开总体情况",
    "政府信息公开基本情况",
    "政府信息公开工作总体情况",
    "政府信息公开工作基本情况",
    "本年度总体情况",
    NULL,
};
static const char *const overview_unofficial[] = {
    "概述", "工作概述", "概况", "工作概况", NULL,
};

static const char *const disclosure[] = {
    "行政机关主动公开政府信息情况",
    "行政机关主动公开政府信息的情况",
    "主动公开政府信息的情况",
    "政府信息主动公开情况",
    "主动公开情况",
    NULL,
};
static const char *const disclosure_unofficial[] = {
    "主动公开政府信息详情",
    "主动公开政府信息详情和政府信息公开申请接收与办理情况",
    NULL,
};

static const char *const requests[] = {
    "行政机关收到和处理政府信息公开申请情况",
    "行政机关收到和处理政府信息公开申请的情况",
    "收到和处理政府信息公开申请的情况",
    "收到和处理政府信息申请公开情况",
    "政府信息公开申请办理情况",
    "政府信息依申请公开办理情况",
    "政府信息依申请公开情况",
    NULL,
};
static const char *const requests_unofficial[] = {
    "政府信息公开申请接收与办理情况",
    "依申请公开政府信息情况",
    "依申请公开政府信息和不予公开政府信息的情况",
    "依申请公开情况",
    "收到和处理政府信息公开情况",
    NULL,
};

static const char *const review[] = {
    "政府信息公开行政复议和行政诉讼情况",
    "政府信息公开行政复议及行政诉讼情况",
    "政府信息公开行政复议行政诉讼情况",
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
    "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
    "因政府信息公开工作被申请行政复议及提起行政诉讼的情况",
    "因政府信息公开被申请行政复议和提起行政诉讼情况",
    "因政府信息公开被申请行政复议、提起行政诉讼情况",
    "政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "政府信息公开工作被申请行政复议、提起行政诉讼的情况",
    "政府信息公开相关行政复议及行政诉讼情况",
    "行政复议和行政诉讼情况",
    "行政复议、行政诉讼情况",
    NULL,
};
static const char *const review_unofficial[] = {
    "政府信息公开类行政复议行政诉讼和申诉举报情况",
    NULL,
};

static const char *const problems[] = {
    "政府信息公开工作存在的主要问题及改进情况",
    "政府信息公开工作存在的主要问题及改进措施",
    "政府信息公开工作存在主要问题及改进情况",
    "政府信息公开工作存在的问题及改进情况",
    "存在的主要问题和改进措施",
    "存在的主要问题及改进措施",
    "存在的主要问题和改进情况",
    "存在的问题及改进措施",
    "存在的问题及改进情况",
    "存在问题及改进情况",
    "存在问题及改进措施",
    "存在问题和改进措施",
    "存在主要问题和改进情况",
    "存在主要问题及改进情况",
    NULL,
};
static const char *const problems_unofficial[] = {
    "现存问题与改进举措",
    NULL,
};

static const char *const other[] = {
    "其它需要报告的事项",   "其他需要报告事项",   "其它需要报告事项",
    "其他需报告的事项",     "其他事项",           "需要报告的其他事项",
    "其他报告事项",         "其他需要说明的事项", "其他需要报告的事项与附表",
    "需要说明的事项与附表", "其他工作情况",       NULL,
};

static const char *const none[] = {NULL};

const nb_form_section nb_article_50_sections[NB_ARTICLE_50_COUNT] = {
    {.key = NB_SECTION_OVERVIEW,
     .number = 1,
     .title = "总体情况",
     .variants = overview,
     .unofficial = overview_unofficial,
     .content = {.zh = "主动公开、依申请公开、政府信息管理、平台建设、监督保障五方面的情况",
                 .en = "disclosure, requests, management, platform and supervision"},
     .basis = ARTICLE "第（一）项、第（四）项"},
    {.key = NB_SECTION_DISCLOSURE,
     .number = 2,
     .title = "主动公开政府信息情况",
     .variants = disclosure,
     .unofficial = disclosure_unofficial,
     .content = {.zh = "以表格报告第二十条规定的主动公开情况",
                 .en = "the table on disclosure under article 20"},
     .basis = ARTICLE "第（一）项"},
    {.key = NB_SECTION_REQUESTS,
     .number = 3,
     .title = "收到和处理政府信息公开申请情况",
     .variants = requests,
     .unofficial = requests_unofficial,
     .content = {.zh = "以表格报告收到和处理申请的情况",
                 .en = "the table on requests received and handled"},
     .basis = ARTICLE "第（二）项"},
    {.key = NB_SECTION_REVIEW,
     .number = 4,
     .title = "政府信息公开行政复议、行政诉讼情况",
     .variants = review,
     .unofficial = review_unofficial,
     .content = {.zh = "以表格报告被申请行政复议、提起行政诉讼的情况",
                 .en = "the table on administrative reviews and lawsuits"},
     .basis = ARTICLE "第（三）项"},
    {.key = NB_SECTION_PROBLEMS,
     .number = 5,
     .title = "存在的主要问题及改进情况",
     .variants = problems,
     .unofficial = problems_unofficial,
     .content = {.zh = "存在的主要问题及改进情况", .en = "main problems and improvements"},
     .basis = ARTICLE "第（四）项"},
    {.key = NB_SECTION_OTHER,
     .number = 6,
     .title = "其他需要报告的事项",
     .variants = other,
     .unofficial = none,
     .content = {.zh = "其他需要报告的事项，包括收取信息处理费的情况",
                 .en = "other matters, among them the information processing fee"},
     .basis = ARTICLE "第（五）项"},
};

/* 国办公开办函〔2021〕30号 names these five for 总体情况. */
static const char *const disclosure_words[] = {"主动公开", "公开政府信息", NULL};
static const char *const requests_words[] = {"依申请公开", "依申请", "申请公开", "公开申请", NULL};
static const char *const management_words[] = {"政府信息管理", "信息管理", "信息资源管理", NULL};
static const char *const platform_words[] = {"平台建设", "公开平台", "平台", NULL};
static const char *const supervision_words[] = {"监督保障", "监督", "保障", NULL};

const nb_form_dimension nb_overview_dimensions[NB_DIMENSION_COUNT] = {
    {"disclosure", "主动公开", disclosure_words},
    {"requests", "依申请公开", requests_words},
    {"management", "政府信息管理", management_words},
    {"platform", "政府信息公开平台建设", platform_words},
    {"supervision", "监督保障", supervision_words},
};
