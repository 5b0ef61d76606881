#include "lsp/lsp.h"

int nb_lsp_main(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return 2;
}
