/*
 * What a user of the language server waits for: bench_lsp REPORT SERVER NULL_SERVER. Start to
 * ready, didOpen to diagnostics, keystroke to diagnostics, a burst of keystrokes, shutdown, and
 * memory; at several sizes of the text, beside a server that does nothing, in the same run.
 *
 * A keystroke is one character put in at a random place, or taken out again. A hover goes out
 * behind it in the same write: the server answers it when the findings of that text are sent, so
 * the time holds without a publish too (unchanged findings are not sent again).
 */
#include "lsp_client.h"

enum { STARTS = 15, EDITS_MAX = 400, BURST = 100, RUNS_MAX = 1000 };

#define URI "file:///report.md"

typedef struct figures {
    double start, open, edit50, edit99, edit_max, edit_cpu, burst, stop; /* microseconds */
    long rss_started, rss, rss_peak;                                     /* KiB */
} figures;

typedef struct document {
    nb_view text;
    nb_buf escaped; /* as a JSON string without its quotes */
    uint32_t *lines;
    uint32_t line_count;
} document;

static void escape(nb_buf *out, nb_view text)
{
    for (uint32_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == '"' || c == '\\')
            nb_buf_printf(out, "\\%c", c);
        else if (c < 0x20)
            nb_buf_printf(out, "\\u%04x", c);
        else
            nb_buf_add_char(out, (char)c);
    }
}

static document document_of(nb_view text)
{
    document d = {.text = text};
    escape(&d.escaped, text);
    d.lines = calloc((size_t)text.len + 1, sizeof *d.lines);
    if (!d.lines)
        exit(1);
    uint32_t end = 0;
    for (uint32_t at = 0; at < text.len; at = end) {
        d.lines[d.line_count++] = at;
        (void)nb_bench_line(text, at, &end);
    }
    return d;
}

/* Characters of a line; none of a report's has more than one unit in UTF-16. */
static uint32_t characters_of(const document *d, uint32_t line)
{
    uint32_t count = 0;
    for (uint32_t i = d->lines[line]; i < d->text.len && d->text.ptr[i] != '\n'; i++)
        count += ((unsigned char)d->text.ptr[i] & 0xC0) != 0x80;
    return count;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double percentile(double *times, uint32_t count, double share)
{
    qsort(times, count, sizeof *times, by_size);
    uint32_t at = (uint32_t)(share * count);
    return times[at < count ? at : count - 1];
}

static void initialize(client *c)
{
    client_add(c, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
                  "{\"processId\":null,\"rootUri\":null,\"capabilities\":{}}}");
    client_send(c);
    client_wait_for(c, "\"id\":1");
    client_add(c, "{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
    client_send(c);
}

static void shut_down(client *c)
{
    client_add(c, "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}");
    client_send(c);
    client_wait_for(c, "\"id\":2");
    client_add(c, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
    client_send(c);
    client_end(c);
}

/* A change of one character: put in, or the one put in before taken out. */
static void add_change(client *c, int version, uint32_t line, uint32_t character, bool is_removal)
{
    client_add(c,
               "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":"
               "{\"textDocument\":{\"uri\":\"" URI "\",\"version\":%d},\"contentChanges\":[{"
               "\"range\":{\"start\":{\"line\":%u,\"character\":%u},"
               "\"end\":{\"line\":%u,\"character\":%u}},\"text\":\"%s\"}]}}",
               version, line, character, line, character + is_removal, is_removal ? "" : "某");
}

static void add_fence(client *c, int id)
{
    client_add(c,
               "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"textDocument/hover\",\"params\":"
               "{\"textDocument\":{\"uri\":\"" URI
               "\"},\"position\":{\"line\":0,\"character\":0}}}",
               id);
}

static void wait_for_fence(client *c, int id)
{
    char words[32];
    (void)snprintf(words, sizeof words, "\"id\":%d", id);
    client_wait_for(c, words);
}

static void type(client *c, const document *d, uint32_t edits, figures *f)
{
    double times[EDITS_MAX];
    int version = 2;
    uint32_t line = 0;
    uint32_t character = 0;
    double cpu = client_cpu(c);
    for (uint32_t i = 0; i < edits; i++, version++) {
        bool is_removal = i % 2;
        if (!is_removal) {
            line = (uint32_t)rand() % d->line_count;
            character = (uint32_t)rand() % (characters_of(d, line) + 1);
        }
        add_change(c, version, line, character, is_removal);
        add_fence(c, 1000 + version);
        double start = nb_bench_now();
        client_send(c);
        wait_for_fence(c, 1000 + version);
        times[i] = nb_bench_now() - start;
    }
    f->edit_cpu = (client_cpu(c) - cpu) / edits;
    f->edit50 = percentile(times, edits, 0.5);
    f->edit99 = percentile(times, edits, 0.99);
    f->edit_max = times[edits - 1];
    for (int i = 0; i < BURST; i++, version++)
        add_change(c, version, line, character, i % 2);
    add_fence(c, 1000 + version);
    double start = nb_bench_now();
    client_send(c);
    wait_for_fence(c, 1000 + version);
    f->burst = nb_bench_now() - start;
}

static figures measure(char *const argv[], const document *d, uint32_t edits)
{
    figures f = {0};
    double starts[STARTS];
    for (int i = 0; i < STARTS; i++) {
        double start = nb_bench_now();
        client c = client_start(argv);
        initialize(&c);
        starts[i] = nb_bench_now() - start;
        f.rss_started = client_memory(&c, "VmRSS:");
        shut_down(&c);
    }
    f.start = percentile(starts, STARTS, 0.5);
    client c = client_start(argv);
    initialize(&c);
    client_add(&c,
               "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":"
               "{\"textDocument\":{\"uri\":\"" URI
               "\",\"languageId\":\"markdown\",\"version\":1,\"text\":\"%s\"}}}",
               d->escaped.ptr);
    double start = nb_bench_now();
    client_send(&c);
    client_wait_for(&c, "publishDiagnostics");
    f.open = nb_bench_now() - start;
    type(&c, d, edits, &f);
    f.rss = client_memory(&c, "VmRSS:");
    f.rss_peak = client_memory(&c, "VmHWM:");
    start = nb_bench_now();
    shut_down(&c);
    f.stop = nb_bench_now() - start;
    return f;
}

static void row(const char *name, double ours, double floor, const char *unit)
{
    printf("  %-28s %9.3f %9.3f %s  x%.1f\n", name, ours, floor, unit, ours / floor);
}

static void print(const document *d, const figures *ours, const figures *null)
{
    printf("%u bytes                          nianbao      null\n", d->text.len);
    row("start to ready", ours->start / 1000, null->start / 1000, "ms ");
    row("didOpen to diagnostics", ours->open / 1000, null->open / 1000, "ms ");
    row("keystroke, p50", ours->edit50 / 1000, null->edit50 / 1000, "ms ");
    row("keystroke, p99", ours->edit99 / 1000, null->edit99 / 1000, "ms ");
    row("keystroke, worst", ours->edit_max / 1000, null->edit_max / 1000, "ms ");
    row("keystroke, processor time", ours->edit_cpu / 1000, null->edit_cpu / 1000, "ms ");
    row("burst of 100, to the last", ours->burst / 1000, null->burst / 1000, "ms ");
    row("shutdown and exit", ours->stop / 1000, null->stop / 1000, "ms ");
    row("memory, started", (double)ours->rss_started / 1024, (double)null->rss_started / 1024,
        "MiB");
    row("memory, document open", (double)ours->rss / 1024, (double)null->rss / 1024, "MiB");
    row("memory, peak", (double)ours->rss_peak / 1024, (double)null->rss_peak / 1024, "MiB");
}

int main(int argc, char **argv)
{
    static const uint32_t sizes[] = {10000, 30000, 100000, 1000000};
    nb_buf report = {0};
    if (argc < 4 || !nb_bench_read(&report, argv[1])) {
        fprintf(stderr, "usage: bench_lsp REPORT SERVER NULL_SERVER\n");
        return 2;
    }
    char lsp[] = "lsp";
    char *const ours[] = {argv[2], lsp, NULL};
    char *const null[] = {argv[3], NULL};
    (void)signal(SIGPIPE, SIG_IGN);
    client_pin();
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        nb_buf text = {0};
        nb_bench_grow(&text, nb_buf_view(&report), sizes[i]);
        document d = document_of(nb_buf_view(&text));
        uint32_t edits = sizes[i] > 500000 ? 60 : EDITS_MAX;
        figures floor = measure(null, &d, edits);
        figures f = measure(ours, &d, edits);
        print(&d, &f, &floor);
        free(d.lines);
        nb_buf_release(&d.escaped);
        nb_buf_release(&text);
    }
    nb_buf_release(&report);
    return 0;
}
