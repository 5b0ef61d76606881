#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"

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

bool cli_wants_color(const cli_options *options)
{
    if (options->color != CLI_AUTO)
        return options->color == CLI_ALWAYS;
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    return !(no_color && *no_color) && !(term && strcmp(term, "dumb") == 0) &&
           isatty(STDOUT_FILENO);
}

int cli_put(nb_view bytes, nb_lang lang)
{
    bool is_good = bytes.len == 0 || fwrite(bytes.ptr, 1, bytes.len, stdout) == bytes.len;
    if (is_good && fflush(stdout) == 0)
        return CLI_OK;
    fputs(lang == NB_LANG_EN ? "nianbao: the output cannot be written\n"
                             : "nianbao：无法写出结果\n",
          stderr);
    return CLI_FAILED;
}

static void print_help(FILE *out, nb_lang lang)
{
    bool is_english = lang == NB_LANG_EN;
    fputs(is_english ? "nianbao: checks annual reports on government information disclosure\n\n"
                     : "nianbao：检查政府信息公开工作年度报告\n\n",
          out);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  nianbao %-8s%s%s\n", commands[i].name, nb_text2_in(commands[i].says, lang),
                i == 0 ? "" : "");
    fputs(is_english ? "\n`nianbao COMMAND --help` says more; `nianbao --version`.\n"
                       "Exit status: 0 nothing grave, 1 findings (see --fail-on), 2 could not "
                       "run.\n"
                     : "\n各命令的说明：nianbao 命令 --help；版本：nianbao --version。\n"
                       "结束状态：0 无严重问题；1 有问题（见 --fail-on）；2 无法运行。\n",
          out);
}

static void print_command_help(const command *c, nb_lang lang)
{
    printf("nianbao %s %s %s\n\n%s\n\n", c->name, lang == NB_LANG_EN ? "[OPTIONS]" : "[选项]",
           c->operands, nb_text2_in(c->says, lang));
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

int nb_cli_main(int argc, char **argv)
{
    cli_options options = cli_options_default();
    const char *name = argc > 1 ? argv[1] : "";
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
        puts("nianbao " NB_VERSION);
        return CLI_OK;
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0) {
        const command *c = argc > 2 ? find_command(argv[2]) : NULL;
        if (c)
            print_command_help(c, options.lang);
        else
            print_help(stdout, options.lang);
        return CLI_OK;
    }
    const command *c = find_command(name);
    if (!c || !c->run) {
        print_help(stderr, options.lang);
        return CLI_FAILED;
    }
    if (!cli_options_read(&options, c->id, argc, argv, 2))
        return CLI_FAILED;
    if (options.help) {
        print_command_help(c, options.lang);
        return CLI_OK;
    }
    return c->run(&options);
}
