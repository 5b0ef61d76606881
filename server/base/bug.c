#include "nb/base/bug.h"

#include <stdio.h>
#include <stdlib.h>

void nb_bug(const char *file, int line, const char *assumption)
{
    fprintf(stderr, "nianbao: internal error at %s:%d: %s\n", file, line, assumption);
    abort();
}

void nb_out_of_memory(void)
{
    fputs("nianbao: out of memory\n", stderr);
    exit(2);
}
