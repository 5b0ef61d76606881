#ifndef NB_CLI_CLI_H
#define NB_CLI_CLI_H

/* The commands of the program but `lsp`. Returns its exit status: 0, 1 or 2. */
int nb_cli_main(int argc, char **argv);

#endif
