#ifndef NB_TESTS_FUZZ_H
#define NB_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "nb/base/bug.h"

/* What every target defines; libFuzzer or replay.c calls it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A property of the tested code; it ends the program where it does not hold. */
#define PROPERTY(condition) NB_BUG_ON(!(condition), #condition)

#endif
