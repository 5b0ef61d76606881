#ifndef NB_LSP_LSP_H
#define NB_LSP_LSP_H

/* The language server on stdin and stdout, until `exit` or end of input. Returns its exit status.
 */
int nb_lsp_main(int argc, char **argv);

#endif
