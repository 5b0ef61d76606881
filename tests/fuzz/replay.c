/*
 * The main of a fuzz target in normal builds: runs every file of the folders named, then the
 * beginnings of each file and copies with one byte changed, so that a small corpus tests more
 * than itself. The same on every run.
 */
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "nb/base/buf.h"

enum { VARIANTS = 64 };

static bool read_file(const char *path, nb_buf *out)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    char block[4096];
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0;)
        nb_buf_add(out, block, n);
    fclose(file);
    return true;
}

/* On memory of the exact size, so that a sanitizer sees a read behind its end. */
static void run(const char *bytes, size_t len)
{
    uint8_t *exact = malloc(len ? len : 1);
    if (!exact)
        nb_out_of_memory();
    if (len)
        memcpy(exact, bytes, len);
    (void)LLVMFuzzerTestOneInput(exact, len);
    free(exact);
}

static void run_with_variants(nb_buf *content)
{
    run(content->ptr, content->len);
    for (size_t i = 0; i < VARIANTS && content->len; i++) {
        size_t at = i * 7919 % content->len;
        run(content->ptr, at);
        char kept = content->ptr[at];
        content->ptr[at] = (char)(kept ^ (1 << i % 8));
        run(content->ptr, content->len);
        content->ptr[at] = kept;
    }
}

int main(int argc, char **argv)
{
    size_t count = 0;
    for (int i = 1; i < argc; i++) {
        struct dirent **entries = NULL;
        int n = scandir(argv[i], &entries, NULL, alphasort);
        if (n < 0) {
            fprintf(stderr, "cannot read the folder %s\n", argv[i]);
            return 2;
        }
        for (int j = 0; j < n; j++) {
            char path[4096];
            snprintf(path, sizeof path, "%s/%s", argv[i], entries[j]->d_name);
            struct stat status;
            nb_buf content = {0};
            if (stat(path, &status) == 0 && S_ISREG(status.st_mode) && read_file(path, &content)) {
                run_with_variants(&content);
                count++;
            }
            nb_buf_release(&content);
            free(entries[j]);
        }
        free(entries);
    }
    printf("%zu files\n", count);
    return count ? 0 : 2;
}
