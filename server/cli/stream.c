#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/commands.h"

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
