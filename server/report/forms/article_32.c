#include "report/forms/data.h"

/*
 * Contents of a report for the years up to 2018: article 32 of the regulation of 2008
 * (国务院令第492号). The law names contents, not titles, and no order; the wordings are those that
 * reports of all levels use.
 */

#define ARTICLE "《政府信息公开条例》（国务院令第492号）第三十二条"

static const char *const overview[] = {
    "工作概述",
    "主要工作概述",
    "工作概况",
    "总体概述",
    "总体情况",
    "基本情况",
    "工作基本情况",
    "基本工作情况",
    "政府信息公开基本情况",
    "政府信息公开工作概述",
    "政府信息公开工作基本情况",
    "政府信息公开工作总体情况",
    "政府信息公开总体工作情况",
    "政府信息公开总体情况",
    "本年度政府信息公开工作基本情况",
    "组织领导和制度建设情况",
    "政府信息公开工作组织领导和制度建设情况",
    NULL,
};

static const char *const disclosure[] = {
    "主动公开政府信息的情况",
    "主动公开情况",
    "主动公开的情况",
    "政府信息主动公开情况",
    "行政机关主动公开政府信息的情况",
    "行政机关主动公开政府信息情况",
    "主动公开政府信息以及公开平台建设情况",
    "主动公开政府信息及公开平台建设情况",
    "主动公开信息情况",
    NULL,
};

static const char *const requests[] = {
    "依申请公开政府信息的情况",
    "依申请公开政府信息和不予公开政府信息情况",
    "依申请公开政府信息和不予公开政府信息的情况",
    "行政机关依申请公开政府信息和不予公开政府信息的情况",
    "依申请公开情况",
    "依申请公开办理情况",
    "政府信息依申请公开情况",
    "政府信息依申请公开工作情况",
    "政府信息依申请公开办理情况",
    "政府信息公开申请办理情况",
    "政府信息公开申请的办理情况",
    "收到和处理政府信息公开申请情况",
    NULL,
};

static const char *const fees[] = {
    "政府信息公开收费及减免情况",
    "政府信息公开收费和减免情况",
    "政府信息公开的收费和减免情况",
    "政府信息公开收费情况",
    "依申请公开政府信息收费及减免情况",
    "依申请收费及减免情况",
    "收费及减免情况",
    "收费和减免情况",
    "政府信息公开支出和收费情况",
    NULL,
};

static const char *const review[] = {
    "因政府信息公开申请行政复议、提起行政诉讼情况",
    "因政府信息公开申请提起行政复议、行政诉讼的情况",
    "因政府信息公开申请提起行政复议、行政诉讼情况",
    "因政府信息公开申请行政复议、提起诉讼和申诉情况",
    "因政府信息公开申请行政复议和提起行政诉讼的情况",
    "因政府信息公开申请投诉举报、行政复议、提起行政诉讼的情况",
    "因政府信息公开引起的行政复议、行政诉讼情况",
    "政府信息公开行政复议、行政诉讼情况",
    "政府信息公开申请行政复议、提起行政诉讼情况",
    "行政复议、行政诉讼情况",
    "行政复议和行政诉讼情况",
    "行政复议、提起行政诉讼情况",
    "复议、诉讼情况",
    "申诉、复议、诉讼情况",
    NULL,
};

static const char *const problems[] = {
    "政府信息公开工作存在的主要问题及改进措施",
    "政府信息公开工作存在的主要问题和改进情况",
    "政府信息公开工作存在的主要问题和改进措施",
    "存在的主要问题及改进情况",
    "存在的主要问题及改进措施",
    "存在的主要问题和改进措施",
    "存在的问题及改进措施",
    "存在问题及改进措施",
    "存在问题及工作打算",
    "主要问题和改进措施",
    "主要问题及改进措施",
    "存在的主要问题和下一步工作打算",
    "存在的主要问题和重点工作安排",
    NULL,
};

static const char *const other[] = {
    "其它需要报告的事项",
    "其他需要报告事项",
    "其他需报告的事项",
    "其他报告事项",
    "其他事项",
    "需要报告的其他事项",
    "其他需要说明的事项",
    "其他需要报告的事项与附表",
    "需要说明的事项与附表",
    "需要说明的事项",
    "其他工作情况",
    NULL,
};

static const char *const none[] = {NULL};

const nb_form_section nb_article_32_sections[NB_ARTICLE_32_COUNT] = {
    {.key = NB_SECTION_OVERVIEW,
     .title = "概述",
     .variants = overview,
     .unofficial = none,
     .content = {.zh = "政府信息公开工作的总体情况", .en = "the year's work in general"},
     .basis = ARTICLE},
    {.key = NB_SECTION_DISCLOSURE,
     .title = "主动公开政府信息情况",
     .variants = disclosure,
     .unofficial = none,
     .content = {.zh = "行政机关主动公开政府信息的情况",
                 .en = "information disclosed on the body's own initiative"},
     .basis = ARTICLE "第（一）项"},
    {.key = NB_SECTION_REQUESTS,
     .title = "依申请公开政府信息情况",
     .variants = requests,
     .unofficial = none,
     .content = {.zh = "行政机关依申请公开政府信息和不予公开政府信息的情况",
                 .en = "information disclosed and refused on request"},
     .basis = ARTICLE "第（二）项"},
    {.key = NB_SECTION_FEES,
     .title = "政府信息公开的收费及减免情况",
     .variants = fees,
     .unofficial = none,
     .content = {.zh = "政府信息公开的收费及减免情况", .en = "fees charged and waived"},
     .basis = ARTICLE "第（三）项"},
    {.key = NB_SECTION_REVIEW,
     .title = "因政府信息公开申请行政复议、提起行政诉讼的情况",
     .variants = review,
     .unofficial = none,
     .content = {.zh = "因政府信息公开申请行政复议、提起行政诉讼的情况",
                 .en = "administrative reviews and lawsuits about disclosure"},
     .basis = ARTICLE "第（四）项"},
    {.key = NB_SECTION_PROBLEMS,
     .title = "政府信息公开工作存在的主要问题及改进情况",
     .variants = problems,
     .unofficial = none,
     .content = {.zh = "政府信息公开工作存在的主要问题及改进情况",
                 .en = "main problems of the work and improvements"},
     .basis = ARTICLE "第（五）项"},
    {.key = NB_SECTION_OTHER,
     .title = "其他需要报告的事项",
     .variants = other,
     .unofficial = none,
     .content = {.zh = "其他需要报告的事项", .en = "other matters to be reported"},
     .basis = ARTICLE "第（六）项"},
};
