/*
 * Edits against a naive model. The first byte chooses the encoding, every five bytes after it make
 * an edit of a report: a range that may be anything (inverted, beyond the end, within a surrogate
 * pair or a CRLF) and a text to put there. After each edit the server's text is the model's; after
 * the last the findings are those of the same text opened afresh.
 */
#include "lsp_bench.h"
#include "nb/text/utf8.h"

#define TEXT_MAX 20000u
#define EDITS_MAX 64u

typedef struct model {
    char bytes[TEXT_MAX];
    uint32_t len;
} model;

static const char *const encodings[] = {"utf-16", "utf-8", "utf-32"};

static const char report[] =
    "# 虚构县样例局2023年政府信息公开工作年度报告\n\n"
    "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。\r\n\r\n"
    "一、总体情况\n\n2023年，本机关共收到政府信息公开申请3件。𠮷\n\n"
    "二、主动公开政府信息情况\n\n"
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n"
    "| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 2 | 1 | 9 |\n\n"
    "五、存在的主要问题及改进情况\r一是解读不多。😀二是培训较少。\n";

/* Pieces that meet each other's halves: a lone CR and a lone LF, marks that combine. */
static const char *const pieces[] = {
    "",   "1",         "错",    "😀",  "\n", "\r\n",   "\r", "、", "一、总体情况\n", "\t",
    "年", "e\xCC\x81", "| 3 |", "𠮷", "　", "2023年", "。", " ",  "\xEF\xBB\xBF",   "#",
};

static uint32_t units_of(uint32_t bytes, int encoding)
{
    return encoding == 1 ? bytes : encoding == 0 && bytes == 4 ? 2 : 1;
}

static uint32_t size_of(unsigned char lead)
{
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Walks the text from its beginning: no index, nothing remembered. */
static uint32_t offset_of(const model *m, nb_position p, int encoding)
{
    uint32_t at = 0;
    for (uint32_t line = 0; line < p.line; line++) {
        while (at < m->len && m->bytes[at] != '\n' && m->bytes[at] != '\r')
            at++;
        if (at == m->len)
            return m->len;
        at += m->bytes[at] == '\r' && at + 1 < m->len && m->bytes[at + 1] == '\n' ? 2 : 1;
    }
    uint32_t units = 0;
    while (at < m->len && m->bytes[at] != '\n' && m->bytes[at] != '\r') {
        uint32_t size = size_of((unsigned char)m->bytes[at]);
        uint32_t more = units_of(size, encoding);
        if (units + more > p.character)
            break;
        units += more;
        at += size;
    }
    return at;
}

static void edit_model(model *m, nb_range range, const char *piece, int encoding)
{
    uint32_t start = offset_of(m, range.start, encoding);
    uint32_t end = offset_of(m, range.end, encoding);
    uint32_t len = (uint32_t)strlen(piece);
    if (end < start) {
        uint32_t swap = start;
        start = end;
        end = swap;
    }
    if (m->len - (end - start) + len > TEXT_MAX)
        return;
    memmove(m->bytes + start + len, m->bytes + end, m->len - end);
    memcpy(m->bytes + start, piece, len);
    m->len += start + len - end;
}

static void say_open(lsp_bench *b, const char *uri, nb_view text)
{
    nb_buf body = {0};
    nb_buf_printf(&body,
                  "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":"
                  "{\"textDocument\":{\"uri\":\"%s\",\"languageId\":\"markdown\",\"version\":1,"
                  "\"text\":",
                  uri);
    nb_json_add_string(&body, text);
    nb_buf_add_str(&body, "}}}");
    lsp_bench_say(b, nb_buf_view(&body));
    nb_buf_release(&body);
}

static void say_change(lsp_bench *b, nb_range range, const char *piece)
{
    nb_buf body = {0};
    nb_buf_add_str(&body, "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":"
                          "{\"textDocument\":{\"uri\":\"file:///a\",\"version\":2},"
                          "\"contentChanges\":[{\"range\":");
    nb_json_add_range(&body, range);
    nb_buf_add_str(&body, ",\"text\":");
    nb_json_add_str(&body, piece);
    nb_buf_add_str(&body, "}]}}");
    lsp_bench_say(b, nb_buf_view(&body));
    nb_buf_release(&body);
}

static nb_open *opened(lsp_bench *b, const char *uri)
{
    return nb_documents_find(&b->server->documents, nb_view_of(uri));
}

static void run_edits(lsp_bench *b, model *m, const uint8_t *data, size_t size, int encoding)
{
    for (size_t i = 0; i + 5 <= size && i < EDITS_MAX * 5; i += 5) {
        nb_range range = {{data[i] % 24u, data[i + 1] % 48u},
                          {(data[i] + data[i + 2] % 5u) % 26u, data[i + 3] % 48u}};
        if (data[i + 2] == 255)
            range.end = (nb_position){INT32_MAX, INT32_MAX};
        const char *piece = pieces[data[i + 4] % (sizeof pieces / sizeof *pieces)];
        edit_model(m, range, piece, encoding);
        say_change(b, range, piece);
        nb_server_round(b->server);
        if (data[i + 4] & 0x80)
            lsp_bench_turn(b);
        PROPERTY(nb_view_eq(nb_document_text(opened(b, "file:///a")->text),
                            (nb_view){m->bytes, m->len}));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const nb_view hello[] = {{NB_LIT(LSP_BENCH_INITIALIZE("utf-16"))},
                                    {NB_LIT(LSP_BENCH_INITIALIZE("utf-8"))},
                                    {NB_LIT(LSP_BENCH_INITIALIZE("utf-32"))}};
    if (size < 6)
        return 0;
    int encoding = data[0] % 3;
    model m = {.len = sizeof report - 1};
    memcpy(m.bytes, report, m.len);
    lsp_bench b;
    lsp_bench_open(&b);
    lsp_bench_say(&b, hello[encoding]);
    say_open(&b, "file:///a", (nb_view){m.bytes, m.len});
    lsp_bench_turn(&b);
    PROPERTY(strcmp(nb_encoding_name(b.server->client.encoding), encodings[encoding]) == 0);
    run_edits(&b, &m, data + 1, size - 1, encoding);
    say_open(&b, "file:///b", (nb_view){m.bytes, m.len});
    lsp_bench_turn(&b);
    /* No related information was asked for, so that no URI stands in the lists. */
    PROPERTY(nb_view_eq(nb_buf_view(&opened(&b, "file:///a")->published),
                        nb_buf_view(&opened(&b, "file:///b")->published)));
    lsp_bench_close(&b);
    return 0;
}
