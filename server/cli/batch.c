#include "cli/batch.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/input.h"
#include "nb/base/bug.h"

enum {
    FILES_PER_THREAD = 8,         /* fewer are done before a thread has started */
    ARENA_KEEP = 8 * 1024 * 1024, /* memory a worker keeps from one file to the next */
    FLUSH_AT = 64 * 1024,         /* bytes of output gathered before they are written */
};

/* One file's output. The worker fills it, then sets is_ready under the lock. */
typedef struct job {
    nb_buf out;
    nb_buf error; /* the sentence about a file that could not be read */
    cli_totals totals;
    bool is_ready;
} job;

typedef struct batch {
    const cli_paths *paths;
    const cli_style *style;
    const cli_output *output;
    job *jobs;
    atomic_uint next;
    pthread_mutex_t lock;
    pthread_cond_t is_ready;
} batch;

static void count(const cli_result *result, cli_totals *totals)
{
    if (!result->analysis) {
        totals->failed++;
        return;
    }
    totals->files++;
    for (uint32_t i = 0; i < result->analysis->finding_count; i++) {
        const nb_finding *f = &result->analysis->findings[i];
        totals->by_severity[f->severity]++;
        for (uint32_t k = 0; k < f->fix_count; k++) {
            if (f->fixes[k].kind == NB_FIX_SAFE) {
                totals->safe_fixes++;
                break;
            }
        }
    }
}

static cli_input too_deep(nb_lang lang)
{
    static const nb_text2 words = {"文件夹层次过深，未检查其中的文件",
                                   "folders are nested too deeply; what is in it was not checked"};
    return (cli_input){.error = nb_view_of(nb_text2_in(words, lang))};
}

static void check_one(const batch *b, nb_arena *arena, uint32_t index)
{
    const cli_path *path = &b->paths->items[index];
    const cli_options *options = b->style->options;
    job *j = &b->jobs[index];
    cli_input input = path->is_too_deep ? too_deep(options->lang)
                                        : cli_input_read(arena, path->path, options->lang);
    bool is_stdin = strcmp(path->path, "-") == 0;
    cli_result result = {
        .path = is_stdin && options->stdin_name ? options->stdin_name : path->path,
        .is_named = path->is_named,
        .error = input.error,
    };
    if (!input.error.len) {
        nb_check_options check = *path->check;
        check.kind = nb_source_kind_of_path(nb_view_of(result.path));
        result.analysis = nb_check(arena, input.text, &check);
    } else {
        nb_buf_printf(&j->error, "nianbao: %s: %.*s\n", result.path, NB_ARG(input.error));
    }
    count(&result, &j->totals);
    b->output->file(&j->out, b->style, &result);
    nb_arena_reset(arena, ARENA_KEEP);
}

static void *work(void *argument)
{
    batch *b = argument;
    nb_arena *arena = nb_arena_new();
    uint32_t index;
    while ((index = atomic_fetch_add(&b->next, 1)) < b->paths->count) {
        check_one(b, arena, index);
        pthread_mutex_lock(&b->lock);
        b->jobs[index].is_ready = true;
        pthread_cond_signal(&b->is_ready);
        pthread_mutex_unlock(&b->lock);
    }
    nb_arena_free(arena);
    return NULL;
}

static bool flush(const batch *b, nb_buf *out)
{
    bool is_good = out->len == 0 || fwrite(out->ptr, 1, out->len, b->style->to) == out->len;
    nb_buf_clear(out);
    return is_good && fflush(b->style->to) == 0;
}

static void add_totals(cli_totals *sum, const cli_totals *more)
{
    sum->files += more->files;
    sum->failed += more->failed;
    sum->safe_fixes += more->safe_fixes;
    for (int s = 0; s <= NB_SEVERITY_HINT; s++)
        sum->by_severity[s] += more->by_severity[s];
}

/* Takes over a finished job's output and frees it. */
static void gather(const batch *b, job *j, nb_buf *out, bool *has_output, cli_totals *totals)
{
    if (j->error.len)
        (void)fwrite(j->error.ptr, 1, j->error.len, stderr);
    if (j->out.len) {
        if (*has_output)
            nb_buf_add_str(out, b->output->separator);
        *has_output = true;
        nb_buf_add(out, j->out.ptr, j->out.len);
    }
    add_totals(totals, &j->totals);
    nb_buf_release(&j->out);
    nb_buf_release(&j->error);
}

static void wait_for(batch *b, uint32_t index)
{
    pthread_mutex_lock(&b->lock);
    while (!b->jobs[index].is_ready)
        pthread_cond_wait(&b->is_ready, &b->lock);
    pthread_mutex_unlock(&b->lock);
}

static uint32_t thread_count(const batch *b)
{
    long wanted = b->style->options->jobs;
    if (wanted <= 0) {
        wanted = sysconf(_SC_NPROCESSORS_ONLN);
        uint32_t useful = b->paths->count / FILES_PER_THREAD;
        if (wanted > (long)useful)
            wanted = (long)useful;
    }
    return wanted < 1 ? 1 : wanted > CLI_JOBS_MAX ? CLI_JOBS_MAX : (uint32_t)wanted;
}

/* With one thread no thread is started: most runs are over one file. */
static bool run_here(batch *b, nb_buf *out, cli_totals *totals)
{
    nb_arena *arena = nb_arena_new();
    bool has_output = false;
    bool is_good = true;
    for (uint32_t i = 0; i < b->paths->count && is_good; i++) {
        check_one(b, arena, i);
        gather(b, &b->jobs[i], out, &has_output, totals);
        if (out->len >= FLUSH_AT)
            is_good = flush(b, out);
    }
    nb_arena_free(arena);
    return is_good;
}

static bool run_threads(batch *b, uint32_t threads, nb_buf *out, cli_totals *totals)
{
    pthread_t ids[CLI_JOBS_MAX];
    uint32_t started = 0;
    while (started < threads && pthread_create(&ids[started], NULL, work, b) == 0)
        started++;
    if (!started)
        return run_here(b, out, totals);
    bool has_output = false;
    bool is_good = true;
    for (uint32_t i = 0; i < b->paths->count; i++) {
        wait_for(b, i);
        gather(b, &b->jobs[i], out, &has_output, totals);
        if (is_good && out->len >= FLUSH_AT)
            is_good = flush(b, out);
    }
    for (uint32_t i = 0; i < started; i++)
        pthread_join(ids[i], NULL);
    return is_good;
}

bool cli_batch_run(const cli_paths *paths, const cli_style *style, const cli_output *output,
                   cli_totals *totals)
{
    batch b = {.paths = paths, .style = style, .output = output};
    b.jobs = calloc(paths->count ? paths->count : 1, sizeof *b.jobs);
    if (!b.jobs)
        nb_out_of_memory();
    pthread_mutex_init(&b.lock, NULL);
    pthread_cond_init(&b.is_ready, NULL);
    nb_buf out = {0};
    if (output->begin)
        output->begin(&out, style);
    uint32_t threads = thread_count(&b);
    bool is_good =
        threads == 1 ? run_here(&b, &out, totals) : run_threads(&b, threads, &out, totals);
    if (output->end)
        output->end(&out, style, totals);
    is_good = flush(&b, &out) && is_good;
    nb_buf_release(&out);
    pthread_cond_destroy(&b.is_ready);
    pthread_mutex_destroy(&b.lock);
    free(b.jobs);
    return is_good;
}
