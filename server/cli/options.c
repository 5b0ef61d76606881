#include "cli/options.h"

#include <string.h>

#include "cli/option_table.h"
#include "nb/base/nearest.h"
#include "shell/user_lang.h"

cli_options cli_options_default(void)
{
    return (cli_options){.lang = nb_lang_of_environment(),
                         .fail_on = NB_SEVERITY_ERROR,
                         .dialect = NB_DIALECT_MARKDOWN};
}

static const cli_option *find_option(nb_view name, unsigned commands)
{
    for (size_t i = 0; i < cli_option_count; i++) {
        if ((cli_option_table[i].commands & commands) &&
            nb_view_eq(name, nb_view_of(cli_option_table[i].name)))
            return &cli_option_table[i];
    }
    return NULL;
}

static const cli_option *nearest_option(nb_view name, unsigned commands)
{
    const cli_option *best = NULL;
    uint32_t least = NB_VIEW_NONE;
    for (size_t i = 0; i < cli_option_count; i++) {
        uint32_t distance = nb_nearest_distance(name, nb_view_of(cli_option_table[i].name));
        if ((cli_option_table[i].commands & commands) && distance < least) {
            least = distance;
            best = &cli_option_table[i];
        }
    }
    return best;
}

static bool complain(const cli_options *options, const char *zh, const char *en, const char *what)
{
    bool is_english = options->lang == NB_LANG_EN;
    fprintf(stderr, "nianbao: %s%s%s\n", is_english ? en : zh, is_english ? " " : "", what);
    return false;
}

static bool complain_unknown(const cli_options *options, unsigned command, const char *arg,
                             nb_view name)
{
    bool is_english = options->lang == NB_LANG_EN;
    const cli_option *nearest = nearest_option(name, command);
    (void)complain(options, "没有这个选项：", "there is no option", arg);
    if (nearest)
        fprintf(stderr, is_english ? "  did you mean --%s?\n" : "  是否指 --%s？\n", nearest->name);
    else if (find_option(name, CLI_ALL))
        fputs(is_english ? "  another command has it: `nianbao --help`\n"
                         : "  其他命令有此选项：nianbao --help\n",
              stderr);
    return false;
}

/* Says what may stand there as well, in the words of --help. */
static bool complain_value(const cli_options *options, const cli_option *o, const char *value)
{
    bool is_english = options->lang == NB_LANG_EN;
    fprintf(stderr,
            is_english ? "nianbao: --%s does not take \"%s\"\n" : "nianbao: --%s 不能是“%s”\n",
            o->name, value);
    fprintf(stderr, "  --%s %s: %s\n", o->name, o->metavar, nb_text2_in(o->help, options->lang));
    return false;
}

/* argv[*at] is an option; moves *at over the value if that stands apart. */
static bool read_option(cli_options *options, cli_command_id command, int argc, char **argv,
                        int *at)
{
    const char *arg = argv[*at];
    const char *equals = strchr(arg, '=');
    bool is_help = strcmp(arg, "-h") == 0;
    nb_view name = nb_view_of(is_help ? "help" : arg[1] == '-' ? arg + 2 : "");
    if (equals && name.len)
        name.len = (uint32_t)(equals - name.ptr);
    const cli_option *found = find_option(name, command);
    if (!found)
        return complain_unknown(options, command, arg, name);
    if (!found->metavar)
        return equals ? complain(options, "这个选项没有值：", "this option takes no value:", arg)
                      : found->set(options, NULL);
    const char *value = equals ? equals + 1 : *at + 1 < argc ? argv[++*at] : NULL;
    if (!value)
        return complain(options, "这个选项缺少值：", "a value is missing after", arg);
    return found->set(options, value) || complain_value(options, found, value);
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
    for (size_t i = 0; i < cli_option_count; i++) {
        const cli_option *o = &cli_option_table[i];
        if (!(o->commands & command))
            continue;
        char head[64];
        (void)snprintf(head, sizeof head, "--%s%s%s", o->name, o->metavar ? " " : "",
                       o->metavar ? o->metavar : "");
        fprintf(out, "  %-24s%s\n", head, nb_text2_in(o->help, lang));
    }
}
