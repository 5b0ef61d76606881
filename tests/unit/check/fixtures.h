#ifndef NB_TEST_FIXTURES_H
#define NB_TEST_FIXTURES_H

#include <dirent.h>
#include <stdio.h>

#include "nb/base/buf.h"
#include "nb/check/check.h"

/* Every report among the fixtures of the rules, for properties that hold of all of them. */

typedef void fixture_visit(void *self, const char *path, nb_view text, nb_source_kind kind);

static nb_buf fixture_read(const char *path)
{
    nb_buf buf = {0};
    char chunk[4096];
    size_t got;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        nb_buf_add(&buf, chunk, got);
    assert_int_equal(fclose(file), 0);
    return buf;
}

static uint32_t fixtures_of(const char *folder, fixture_visit *visit, void *self)
{
    uint32_t files = 0;
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        nb_view name = nb_view_of(entry->d_name);
        if (!nb_view_ends_with(name, NB_V(".md")) && !nb_view_ends_with(name, NB_V(".txt")) &&
            !nb_view_ends_with(name, NB_V(".html")))
            continue;
        char path[1024];
        assert_true(snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) < 1024);
        nb_buf text = fixture_read(path);
        visit(self, path, nb_buf_view(&text), nb_source_kind_of_path(name));
        nb_buf_release(&text);
        files++;
    }
    if (dir)
        assert_int_equal(closedir(dir), 0);
    return files;
}

/* Those of all rules but the family N, whose texts hold suppressions; their number. */
static uint32_t fixtures_visit(fixture_visit *visit, void *self)
{
    const char *root = NB_SOURCE_DIR "/tests/rules";
    uint32_t files = 0;
    DIR *dir = opendir(root);
    assert_non_null(dir);
    const struct dirent *entry;
    while ((entry = readdir(dir))) {
        char path[512];
        if (entry->d_name[0] < 'A' || entry->d_name[0] > 'Z' || entry->d_name[0] == 'N')
            continue;
        assert_true(snprintf(path, sizeof path, "%s/%s", root, entry->d_name) < 512);
        files += fixtures_of(path, visit, self);
    }
    assert_int_equal(closedir(dir), 0);
    return files;
}

#endif
