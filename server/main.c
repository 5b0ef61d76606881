#include <string.h>

#include "cli/cli.h"
#include "lsp/lsp.h"

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "lsp") == 0)
        return nb_lsp_main(argc, argv);
    return nb_cli_main(argc, argv);
}
