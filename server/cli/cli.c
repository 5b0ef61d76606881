#include "cli/cli.h"

#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "nb/base/nearest.h"

typedef struct command {
    const char *name;
    cli_command_id id;
    const char *operands;
    nb_text2 says;
    int (*run)(const cli_options *options); /* NULL: not of this layer */
} command;

static const command commands[] = {
    {"check", CLI_CHECK, "[FILE|DIR|-]…", {"检查年度报告", "check reports"}, cli_check},
    {"fix", CLI_FIX, "FILE…", {"作不改变内容的修改", "apply the safe repairs"}, cli_fix},
    {"explain", CLI_EXPLAIN, "CODE", {"说明一条规则", "explain a rule"}, cli_explain},
    {"rules", CLI_RULES, "", {"列出全部规则", "list the rules"}, cli_rules},
    {"model", CLI_MODEL, "FILE", {"显示识别出的内容", "show what was recognised"}, cli_model},
    {"template",
     CLI_TEMPLATE,
     "",
     {"写出一份待填的年度报告", "write an empty report of a year"},
     cli_template},
    {"lsp", CLI_LSP, "", {"语言服务器（标准输入输出）", "language server on stdio"}, NULL},
};

#define COMMAND_COUNT (sizeof commands / sizeof commands[0])

static void print_help(FILE *out, nb_lang lang)
{
    bool is_english = lang == NB_LANG_EN;
    fputs(is_english ? "nianbao: checks annual reports on government information disclosure\n\n"
                     : "nianbao：检查政府信息公开工作年度报告\n\n",
          out);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  nianbao %-10s%s\n", commands[i].name, nb_text2_in(commands[i].says, lang));
    fputs(is_english ? "\n`nianbao COMMAND --help` says more; `nianbao --version`.\n"
                       "Exit status: 0 nothing grave, 1 findings (see --fail-on), 2 could not "
                       "run.\n"
                     : "\n各命令的说明：nianbao 命令 --help；版本：nianbao --version。\n"
                       "结束状态：0 无严重问题；1 有问题（见 --fail-on）；2 无法运行。\n",
          out);
}

static void print_command_help(const command *c, nb_lang lang)
{
    printf("nianbao %s %s%s%s\n\n%s\n\n", c->name, lang == NB_LANG_EN ? "[OPTIONS]" : "[选项]",
           *c->operands ? " " : "", c->operands, nb_text2_in(c->says, lang));
    cli_options_describe(stdout, c->id, lang);
}

static const command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    }
    return NULL;
}

static int complain_unknown(const char *name, nb_lang lang)
{
    bool is_english = lang == NB_LANG_EN;
    const command *nearest = NULL;
    uint32_t least = NB_VIEW_NONE;
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        uint32_t distance = nb_nearest_distance(nb_view_of(name), nb_view_of(commands[i].name));
        if (distance < least) {
            least = distance;
            nearest = &commands[i];
        }
    }
    fprintf(stderr,
            is_english ? "nianbao: there is no command %s\n" : "nianbao: 没有这个命令：%s\n", name);
    if (nearest)
        fprintf(stderr, is_english ? "  did you mean nianbao %s?\n" : "  是否指 nianbao %s？\n",
                nearest->name);
    else if (access(name, F_OK) == 0)
        fprintf(stderr,
                is_english ? "  to check it: nianbao check %s\n" : "  要检查它：nianbao check %s\n",
                name);
    else
        fputs(is_english ? "  nianbao --help lists them\n" : "  nianbao --help 列出全部命令\n",
              stderr);
    return CLI_FAILED;
}

static int help(const char *name, nb_lang lang)
{
    const command *c = find_command(name);
    if (*name && !c)
        return complain_unknown(name, lang);
    if (c && c->run)
        print_command_help(c, lang);
    else
        print_help(stdout, lang);
    return CLI_OK;
}

int nb_cli_main(int argc, char **argv)
{
    cli_options options = cli_options_default();
    const char *name = argc > 1 ? argv[1] : "";
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
        puts("nianbao " NB_VERSION);
        return CLI_OK;
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0)
        return help(argc > 2 ? argv[2] : "", options.lang);
    if (!*name) {
        print_help(stderr, options.lang);
        return CLI_FAILED;
    }
    const command *c = find_command(name);
    if (!c || !c->run)
        return complain_unknown(name, options.lang);
    if (!cli_options_read(&options, c->id, argc, argv, 2))
        return CLI_FAILED;
    if (options.help) {
        print_command_help(c, options.lang);
        return CLI_OK;
    }
    if (!*c->operands && options.operand_count > 0) {
        fprintf(stderr,
                options.lang == NB_LANG_EN ? "nianbao %s: what is \"%s\" for?\n"
                                           : "nianbao %s：不需要“%s”\n",
                c->name, options.operands[0]);
        return CLI_FAILED;
    }
    return c->run(&options);
}
