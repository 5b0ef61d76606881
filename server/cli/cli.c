#include "cli/cli.h"

#include <stdio.h>

int nb_cli_main(int argc, char **argv)
{
    (void)argc;
    fprintf(stderr, "%s: no command is built in yet\n", argv[0]);
    return 2;
}
