#include "cli/baseline.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/json.h"
#include "nb/base/bug.h"
#include "shell/errno_text.h"

typedef struct known {
    uint64_t path; /* hash of the path relative to the baseline's folder */
    uint64_t print;
} known;

struct cli_baseline {
    nb_config place; /* only the folder is used */
    NB_VEC(known) items;
};

static int compare(const void *a, const void *b)
{
    const known *x = a;
    const known *y = b;
    if (x->path != y->path)
        return x->path < y->path ? -1 : 1;
    return x->print < y->print ? -1 : x->print > y->print;
}

static void read_findings(nb_arena *arena, const cJSON *tree, cli_baseline *baseline)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(tree, "findings");
    for (const cJSON *item = cJSON_IsArray(list) ? list->child : NULL; item; item = item->next) {
        const cJSON *path = cJSON_GetObjectItemCaseSensitive(item, "path");
        const cJSON *print = cJSON_GetObjectItemCaseSensitive(item, "fingerprint");
        known one = {0};
        if (!cJSON_IsString(path) || !cJSON_IsString(print) ||
            !nb_fingerprint_of_name(nb_view_of(print->valuestring), &one.print) ||
            baseline->items.len == CLI_BASELINE_MAX)
            continue;
        one.path = nb_view_hash(nb_view_of(path->valuestring));
        *nb_vec_push(arena, &baseline->items) = one;
    }
    if (baseline->items.len)
        qsort(baseline->items.items, baseline->items.len, sizeof *baseline->items.items, compare);
}

cli_baseline *cli_baseline_read(nb_arena *arena, const char *path, nb_lang lang)
{
    static const nb_text2 is_none = {"不是基线文件（由 --write-baseline 写出）",
                                     "no baseline, as --write-baseline writes it"};
    cli_input input = cli_input_read(arena, path, lang);
    nb_view why = input.error;
    cli_baseline *baseline = NB_NEW(arena, cli_baseline);
    nb_view absolute;
    baseline->place.folder = nb_config_folder_of(arena, path, &absolute);
    if (!why.len) {
        nb_view text = nb_arena_copy(arena, input.text);
        cJSON *tree = cJSON_ParseWithLengthOpts(text.ptr, (size_t)text.len + 1, NULL, 1);
        const cJSON *version = cJSON_GetObjectItemCaseSensitive(tree, "version");
        if (!cJSON_IsNumber(version) || version->valueint != 1)
            why = nb_view_of(nb_text2_in(is_none, lang));
        else
            read_findings(arena, tree, baseline);
        cJSON_Delete(tree);
    }
    if (!why.len)
        return baseline;
    fprintf(stderr, "nianbao: %s: %.*s\n", path, NB_ARG(why));
    return NULL;
}

/* The first item that is not before (path, 0). */
static uint32_t lower_bound(const cli_baseline *baseline, uint64_t path)
{
    uint32_t low = 0;
    uint32_t high = baseline->items.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (baseline->items.items[middle].path < path)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void cli_baseline_apply(nb_arena *arena, const cli_baseline *baseline, nb_view absolute,
                        nb_check_options *options)
{
    uint64_t path = nb_view_hash(nb_config_relative(&baseline->place, absolute));
    NB_VEC(nb_config_suppression) more = {0};
    for (uint32_t i = lower_bound(baseline, path);
         i < baseline->items.len && baseline->items.items[i].path == path; i++)
        *nb_vec_push(arena, &more) =
            (nb_config_suppression){.fingerprint = baseline->items.items[i].print};
    nb_config config = {.suppress = more.items, .suppress_count = more.len};
    nb_config_apply(arena, &config, absolute, options);
}

static const nb_text2 cannot_write = {"无法写出", "cannot be written"};

static void write_begin(nb_buf *out, const cli_style *style)
{
    (void)style;
    nb_buf_add_str(out, "{\"version\":1,\"findings\":[\n");
}

static void write_file(nb_buf *out, const cli_style *style, const cli_result *result)
{
    if (!result->analysis || result->analysis->finding_count == 0)
        return;
    nb_arena *arena = nb_arena_new();
    nb_view absolute;
    nb_config place = {.folder =
                           nb_config_folder_of(arena, style->options->write_baseline, &absolute)};
    (void)nb_config_folder_of(arena, result->path, &absolute);
    nb_view path = nb_config_relative(&place, absolute);
    for (uint32_t i = 0; i < result->analysis->finding_count; i++) {
        const nb_finding *finding = &result->analysis->findings[i];
        char print[17];
        (void)snprintf(print, sizeof print, "%016llx", (unsigned long long)finding->fingerprint);
        json j = {.out = out};
        nb_buf_add_str(out, i ? ",\n" : "");
        json_open(&j, '{');
        json_key(&j, "path");
        json_string(&j, path);
        json_key(&j, "code");
        json_text(&j, finding->rule->code);
        json_key(&j, "fingerprint");
        json_text(&j, print);
        json_key(&j, "message");
        json_string(&j, finding->message);
        json_close(&j, '}');
    }
    nb_arena_free(arena);
}

static void write_end(nb_buf *out, const cli_style *style, const cli_totals *totals)
{
    (void)style;
    (void)totals;
    nb_buf_add_str(out, "\n]}\n");
}

static const cli_output as_baseline = {write_begin, write_file, ",\n", write_end};

static int complain(const cli_options *options, const char *path, int error)
{
    fprintf(stderr, "nianbao: %s: %s\n", path,
            error ? nb_errno_text(error, options->lang) : nb_text2_in(cannot_write, options->lang));
    return CLI_FAILED;
}

/* Written beside the old one and put in its place, which so is never half a file. */
int cli_baseline_write(const cli_settings *settings)
{
    const cli_options *options = &settings->options;
    const char *path = options->write_baseline;
    size_t size = strlen(path) + sizeof ".new";
    char *beside = malloc(size);
    if (!beside)
        nb_out_of_memory();
    (void)snprintf(beside, size, "%s.new", path);
    int status = CLI_FAILED;
    FILE *file = fopen(beside, "w");
    if (!file) {
        status = complain(options, beside, errno);
    } else {
        cli_style style = {.options = options, .to = file};
        cli_totals totals = {0};
        bool is_good = cli_batch_run(&settings->paths, &style, &as_baseline, &totals);
        is_good &= fclose(file) == 0;
        if (!is_good || rename(beside, path) != 0) {
            status = complain(options, path, is_good ? errno : 0);
            (void)remove(beside);
        } else {
            status = totals.failed ? CLI_FAILED : CLI_OK;
        }
    }
    free(beside);
    return status;
}
