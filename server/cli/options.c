#include "cli/options.h"

#include <stdlib.h>
#include <string.h>

typedef struct option {
    const char *name;    /* without the dashes */
    const char *metavar; /* NULL: a switch */
    unsigned commands;
    nb_text2 help;
    bool (*set)(cli_options *options, const char *value);
} option;

static bool set_format(cli_options *options, const char *value)
{
    static const char *const names[] = {"text",   "json",     "jsonl", "sarif",
                                        "github", "markdown", "schema"};
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
    if (strncmp(value, "zh", 2) != 0 && strncmp(value, "en", 2) != 0)
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
    static const struct {
        const char *name;
        nb_issuer_kind kind;
    } kinds[] = {{"government", NB_ISSUER_GOVERNMENT},
                 {"department", NB_ISSUER_DEPARTMENT},
                 {"township", NB_ISSUER_TOWNSHIP}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(value, kinds[i].name) == 0) {
            options->check.report.issuer_kind = kinds[i].kind;
            return true;
        }
    }
    return false;
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

static bool set_help(cli_options *options, const char *value)
{
    (void)value;
    return options->help = true;
}

#define READERS (CLI_CHECK | CLI_FIX | CLI_MODEL)
#define ALL (READERS | CLI_EXPLAIN | CLI_RULES | CLI_TEMPLATE)

static const option all_options[] = {
    {"format",
     "FORMAT",
     CLI_CHECK,
     {"输出格式：text（默认）、json、jsonl、sarif、github",
      "output: text (default), json, jsonl, sarif, github"},
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
     {"报告年度，不自行判断", "the reporting year, instead of finding it"},
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
    {"jobs", "N", CLI_CHECK, {"同时检查的文件数", "files checked at the same time"}, set_jobs},
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
     {"写法：markdown（默认）、html、text", "markdown (default), html, text"},
     set_dialect},
    {"color",
     "WHEN",
     ALL,
     {"颜色：auto（默认）、always、never", "auto (default), always, never"},
     set_color},
    {"lang",
     "LANG",
     ALL,
     {"语言：zh、en（默认依环境）", "zh, en (default: the environment)"},
     set_lang},
    {"help", NULL, ALL, {"显示本说明", "show this help"}, set_help},
};

#define OPTION_COUNT (sizeof all_options / sizeof all_options[0])

cli_options cli_options_default(void)
{
    const char *tag = getenv("LC_ALL");
    if (!tag || !*tag)
        tag = getenv("LC_MESSAGES");
    if (!tag || !*tag)
        tag = getenv("LANG");
    return (cli_options){.lang = nb_lang_from_tag(tag),
                         .fail_on = NB_SEVERITY_ERROR,
                         .dialect = NB_DIALECT_MARKDOWN};
}

static const option *find_option(nb_view name, cli_command_id command)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if ((all_options[i].commands & command) &&
            nb_view_eq(name, nb_view_of(all_options[i].name)))
            return &all_options[i];
    }
    return NULL;
}

static bool complain(const cli_options *options, const char *zh, const char *en, const char *what)
{
    fprintf(stderr, "nianbao: %s%s%s\n", options->lang == NB_LANG_EN ? en : zh,
            options->lang == NB_LANG_EN ? " " : "", what);
    return false;
}

/* argv[*at] is an option; moves *at over the value if that stands apart. */
static bool read_option(cli_options *options, cli_command_id command, int argc, char **argv,
                        int *at)
{
    const char *arg = argv[*at];
    const char *equals = strchr(arg, '=');
    nb_view name = nb_view_of(strcmp(arg, "-h") == 0 ? "help" : arg + 2);
    if (equals)
        name.len = (uint32_t)(equals - arg - 2);
    const option *found = arg[1] == '-' || arg[1] == 'h' ? find_option(name, command) : NULL;
    if (!found)
        return complain(options, "没有这个选项：", "there is no option", arg);
    if (!found->metavar)
        return equals ? complain(options, "这个选项没有值：", "this option takes no value:", arg)
                      : found->set(options, NULL);
    const char *value = equals ? equals + 1 : *at + 1 < argc ? argv[++*at] : NULL;
    if (!value)
        return complain(options, "这个选项缺少值：", "a value is missing after", arg);
    if (!found->set(options, value)) {
        fprintf(stderr, "nianbao: --%s: ", found->name);
        fprintf(stderr, options->lang == NB_LANG_EN ? "not understood: %s\n" : "无法理解：%s\n",
                value);
        return false;
    }
    return true;
}

bool cli_options_read(cli_options *options, cli_command_id command, int argc, char **argv,
                      int first)
{
    int kept = first;
    bool is_open = true;
    for (int i = first; i < argc; i++) {
        if (is_open && strcmp(argv[i], "--") == 0)
            is_open = false;
        else if (is_open && argv[i][0] == '-' && argv[i][1] != '\0') {
            if (!read_option(options, command, argc, argv, &i))
                return false;
        } else
            argv[kept++] = argv[i];
    }
    options->operands = (const char *const *)argv + first;
    options->operand_count = (uint32_t)(kept - first);
    options->check.rules.lang = options->lang;
    return true;
}

void cli_options_describe(FILE *out, cli_command_id command, nb_lang lang)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const option *o = &all_options[i];
        if (!(o->commands & command))
            continue;
        char head[64];
        (void)snprintf(head, sizeof head, "--%s%s%s", o->name, o->metavar ? " " : "",
                       o->metavar ? o->metavar : "");
        fprintf(out, "  %-24s%s\n", head, nb_text2_in(o->help, lang));
    }
}
