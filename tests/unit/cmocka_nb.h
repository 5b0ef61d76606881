#ifndef NB_TESTS_CMOCKA_NB_H
#define NB_TESTS_CMOCKA_NB_H

/* cmocka wants these before itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "nb/base/view.h"

static inline void assert_view_at(nb_view got, nb_view wanted, const char *file, int line)
{
    if (nb_view_eq(got, wanted))
        return;
    print_error("got    \"%.*s\"\nwanted \"%.*s\"\n", NB_ARG(got), NB_ARG(wanted));
    _fail(file, line);
}

static inline void assert_span_at(nb_span got, uint32_t start, uint32_t end, const char *file,
                                  int line)
{
    if (got.start == start && got.end == end)
        return;
    print_error("got [%u, %u), wanted [%u, %u)\n", got.start, got.end, start, end);
    _fail(file, line);
}

#define assert_view(got, literal) assert_view_at((got), nb_view_of(literal), __FILE__, __LINE__)
#define assert_span(got, start, end) assert_span_at((got), (start), (end), __FILE__, __LINE__)

#endif
