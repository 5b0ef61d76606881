#include "cli/option_table.h"

#include <stdlib.h>
#include <string.h>

#include "nb/check/config.h"

static bool set_format(cli_options *options, const char *value)
{
    static const char *const names[] = {"text",   "json", "jsonl",    "sarif",
                                        "github", "html", "markdown", "schema"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(value, names[i]) == 0) {
            options->format = (cli_format)i;
            return true;
        }
    }
    return false;
}

static bool set_lang(cli_options *options, const char *value)
{
    bool is_known = strncmp(value, "zh", 2) == 0 || strncmp(value, "en", 2) == 0;
    if (!is_known || (value[2] && !strchr("-_.", value[2])))
        return false;
    options->lang = nb_lang_from_tag(value);
    options->lang_given = true;
    return true;
}

static bool set_color(cli_options *options, const char *value)
{
    if (strcmp(value, "auto") == 0)
        options->color = CLI_AUTO;
    else if (strcmp(value, "always") == 0)
        options->color = CLI_ALWAYS;
    else if (strcmp(value, "never") == 0)
        options->color = CLI_NEVER;
    else
        return false;
    return true;
}

static bool set_fail_on(cli_options *options, const char *value)
{
    if (strcmp(value, "never") == 0) {
        options->fail_on = NB_SEVERITY_OFF;
        return true;
    }
    for (nb_severity s = NB_SEVERITY_ERROR; s <= NB_SEVERITY_HINT; s++) {
        if (strcmp(value, nb_severity_name(s)) == 0) {
            options->fail_on = s;
            return true;
        }
    }
    return false;
}

static bool read_number(const char *value, int low, int high, int *out)
{
    char *end = NULL;
    long number = strtol(value, &end, 10);
    if (end == value || *end || number < low || number > high)
        return false;
    *out = (int)number;
    return true;
}

static bool set_year(cli_options *options, const char *value)
{
    return read_number(value, 1990, 2100, &options->check.report.force_year);
}

static bool set_form(cli_options *options, const char *value)
{
    for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++) {
        const char *name = nb_form_name((nb_form_id)id);
        if (name && strcmp(value, name) == 0) {
            options->check.report.force_form = (nb_form_id)id;
            return true;
        }
    }
    return false;
}

static bool set_issuer(cli_options *options, const char *value)
{
    return nb_issuer_kind_of_name(nb_view_of(value), &options->check.report.issuer_kind);
}

static bool set_jobs(cli_options *options, const char *value)
{
    return read_number(value, 1, CLI_JOBS_MAX, &options->jobs);
}

static bool set_stdin_name(cli_options *options, const char *value)
{
    options->stdin_name = value;
    return *value != '\0';
}

static bool set_suggest(cli_options *options, const char *value)
{
    const nb_rule *rule = nb_rule_find(nb_view_of(value));
    if (!rule || options->suggest_count == CLI_SUGGEST_MAX)
        return false;
    options->suggest[options->suggest_count++] = rule;
    return true;
}

static bool set_body(cli_options *options, const char *value)
{
    options->body = value;
    return *value != '\0';
}

static bool set_dialect(cli_options *options, const char *value)
{
    static const struct {
        const char *name;
        nb_dialect dialect;
    } dialects[] = {
        {"markdown", NB_DIALECT_MARKDOWN}, {"html", NB_DIALECT_HTML}, {"text", NB_DIALECT_TSV}};
    for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++) {
        if (strcmp(value, dialects[i].name) == 0) {
            options->dialect = dialects[i].dialect;
            return true;
        }
    }
    return false;
}

static bool set_verdicts(cli_options *options, const char *value)
{
    (void)value;
    return options->verdicts = true;
}

static bool set_diff(cli_options *options, const char *value)
{
    (void)value;
    return options->diff = true;
}

static bool set_force(cli_options *options, const char *value)
{
    (void)value;
    return options->check.force_report = true;
}

static bool set_config(cli_options *options, const char *value)
{
    options->config = value;
    return *value != '\0';
}

static bool set_no_config(cli_options *options, const char *value)
{
    (void)value;
    return options->no_config = true;
}

static bool set_baseline(cli_options *options, const char *value)
{
    options->baseline = value;
    return *value != '\0';
}

static bool set_write_baseline(cli_options *options, const char *value)
{
    options->write_baseline = value;
    return *value != '\0';
}

static bool set_last_year(cli_options *options, const char *value)
{
    options->last_year = value;
    return *value != '\0';
}

static bool set_help(cli_options *options, const char *value)
{
    (void)value;
    return options->help = true;
}

#define READERS (CLI_CHECK | CLI_FIX | CLI_MODEL)
#define ALL CLI_ALL

const cli_option cli_option_table[] = {
    {"format",
     "FORMAT",
     CLI_CHECK,
     {"输出格式：text（默认）、json、jsonl、sarif、github、html（可打印的一页）",
      "output: text (default), json, jsonl, sarif, github, html (a page to print)"},
     set_format},
    {"format",
     "FORMAT",
     CLI_RULES,
     {"输出格式：text（默认）、json、markdown、schema（nianbao.json 的 JSON Schema）",
      "output: text (default), json, markdown, schema (of nianbao.json)"},
     set_format},
    {"format",
     "FORMAT",
     CLI_MODEL,
     {"输出格式：text（默认）、json", "output: text (default), json"},
     set_format},
    {"fail-on",
     "SEVERITY",
     CLI_CHECK,
     {"有此级别或更重的问题时以状态 1 结束：error（默认）、warning、information、hint、never",
      "exit with 1 if something this grave is found: error (default), warning, information, hint, "
      "never"},
     set_fail_on},
    {"year",
     "YEAR",
     READERS | CLI_TEMPLATE,
     {"报告年度，1990至2100，不自行判断",
      "the reporting year, 1990 to 2100, instead of finding it"},
     set_year},
    {"form",
     "FORM",
     READERS | CLI_TEMPLATE,
     {"采用的格式：2008、2014、2019、2021", "the form: 2008, 2014, 2019, 2021"},
     set_form},
    {"issuer",
     "KIND",
     READERS,
     {"编制机关：government（政府）、department（部门）、township（乡镇、街道）",
      "who reports: government, department, township"},
     set_issuer},
    {"force",
     NULL,
     READERS,
     {"即使未识别出年度报告也按年度报告检查", "check even what does not look like a report"},
     set_force},
    {"config",
     "FILE",
     READERS,
     {"采用此配置，而不是离文件最近的 nianbao.json",
      "take this configuration instead of the nearest nianbao.json"},
     set_config},
    {"no-config", NULL, READERS, {"不采用任何配置", "take no configuration"}, set_no_config},
    {"baseline",
     "FILE",
     CLI_CHECK,
     {"只报告此基线文件中没有的问题", "report only what is not in this baseline"},
     set_baseline},
    {"write-baseline",
     "FILE",
     CLI_CHECK,
     {"把现有的问题写入此基线文件，不报告", "write what is found into this baseline instead"},
     set_write_baseline},
    {"last-year",
     "FILE",
     CLI_CHECK,
     {"同一机关上一年度的报告，用来核对上年结转、现行有效等前后年衔接的数",
      "the same body's report of the year before, for what follows from it: applications carried "
      "in, documents in force"},
     set_last_year},
    {"stdin-filename",
     "NAME",
     READERS,
     {"标准输入（-）的文件名", "the file name that standard input (-) stands for"},
     set_stdin_name},
    {"verdicts",
     NULL,
     CLI_CHECK,
     {"列出每一项勾稽关系的结论：成立、不成立、无法判断",
      "list how every identity of the tables ended: holds, fails, cannot be judged"},
     set_verdicts},
    {"jobs",
     "N",
     CLI_CHECK,
     {"同时检查的文件数，1至256；默认与处理器数相同",
      "files checked at the same time, 1 to 256; by default as many as there are processors"},
     set_jobs},
    {"diff",
     NULL,
     CLI_FIX,
     {"只显示将作的修改，不写文件", "show the changes, write nothing"},
     set_diff},
    {"suggest",
     "CODE",
     CLI_FIX,
     {"同时采用此规则建议的第一种修改（可多次给出）",
      "also apply the first suggested repair of this rule (may be repeated)"},
     set_suggest},
    {"body",
     "NAME",
     CLI_TEMPLATE,
     {"编制机关的名称", "the name of the body that reports"},
     set_body},
    {"dialect",
     "DIALECT",
     CLI_TEMPLATE,
     {"表格的写法：markdown（默认）、html、text",
      "how tables are written: markdown (default), html, text"},
     set_dialect},
    {"color",
     "WHEN",
     ALL,
     {"颜色：auto（默认）、always、never", "colour: auto (default), always, never"},
     set_color},
    {"lang",
     "LANG",
     ALL,
     {"语言：zh、en（默认依环境）", "language: zh, en (default: the environment)"},
     set_lang},
    {"help", NULL, ALL, {"显示本说明", "show this help"}, set_help},
};

const size_t cli_option_count = sizeof cli_option_table / sizeof cli_option_table[0];
