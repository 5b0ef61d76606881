/*
 * Does the work grow linearly? The whole analysis over generated texts of 10 KB to SIZE (default
 * 10 MB): one report repeated, and hostile ones, a single kind of thing over and over. Prints the
 * nanoseconds per byte at each size; a row whose last figure is several times its first grows
 * faster than the text. bench_check_growth FILE [SIZE [NAME]]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "nb/check/check.h"

enum { SIZE_MIN = 10 * 1000, SIZE_MAX_DEFAULT = 10 * 1000 * 1000 };
static const double GIVE_UP_US = 20e6; /* a larger text of this kind is not tried */

#define HEAD "虚构县2023年政府信息公开工作年度报告\n\n一、总体情况\n\n"
#define HTML "<html><body><h1>虚构县2023年政府信息公开工作年度报告</h1>\n"

/* A text is its head and then its unit over and over; %d in a unit is a running number. */
typedef struct hostile {
    const char *name;
    const char *head;
    const char *unit;
} hostile;

/* clang-format off */
static const hostile texts[] = {
    {"digits, one paragraph", HEAD, "1"},
    {"figures, one paragraph", HEAD, "12件"},
    {"figures and commas", HEAD, "收到申请%d件，"},
    {"years, one paragraph", HEAD, "2023年"},
    {"年, one paragraph", HEAD, "年"},
    {"dates, one paragraph", HEAD, "2023年1月1日至"},
    {"commas", HEAD, "，"},
    {"full stops", HEAD, "。"},
    {"Latin letters", HEAD, "a"},
    {"blanks", HEAD, " "},
    {"wide blanks", HEAD, "　"},
    {"line ends", HEAD, "\n"},
    {"opening brackets", HEAD, "（"},
    {"half-width brackets", HEAD, "(["},
    {"brackets in pairs", HEAD, "（一）"},
    {"quotation marks", HEAD, "“"},
    {"titles of documents", HEAD, "《"},
    {"one sentence of Han", HEAD, "公开政府信息工作"},
    {"sentences", HEAD, "全年主动公开政府信息%d条。"},
    {"breakdowns in one sentence", HEAD, "其中：网站公开%d条，"},
    {"nested breakdowns", HEAD, "（其中%d条"},
    {"percentages", HEAD, "甲类%d件，占3.5%%，"},
    {"denials", HEAD, "未收到申请，"},
    {"phone numbers", HEAD, "13800138000，"},
    {"identity numbers", HEAD, "110101199003070000 "},
    {"document numbers", HEAD, "虚政发〔2023〕%d号，"},
    {"legal bases", HEAD, "国务院令第492号，"},
    {"headings", HEAD, "一、总体情况\n"},
    {"numbered headings", HEAD, "（%d）公开内容\n"},
    {"headings in mid-line", HEAD, "一、总体情况，二、主动公开政府信息情况，"},
    {"titles", "", "虚构县2023年政府信息公开工作年度报告\n"},
    {"small reports", "",
     "虚构县2023年政府信息公开工作年度报告\n一、总体情况\n公开%d条。\n二、主动公开政府信息情况\n"
     "三、收到和处理政府信息公开申请情况\n"},
    {"declared lists", HEAD, "本报告由总体情况、主动公开、依申请公开等六个部分组成。"},
    {"declared parts", HEAD "本报告由", "“总体情况”、"},
    {"periods", HEAD, "本年度报告数据统计期限自2023年1月1日起至2023年12月31日止。"},
    {"unreadable periods", HEAD, "统计期限20231231至"},
    {"bars on one line", HEAD, "|"},
    {"rows of bars", HEAD, "| 信息内容 | %d |\n"},
    {"a rule line and rows", HEAD "| 信息内容 | 本年 |\n| --- | --- |\n", "| 规章 | %d |\n"},
    {"tabs on one line", HEAD, "\t"},
    {"rows of tabs", HEAD, "规章\t%d\t\n"},
    {"labels, one paragraph", HEAD, "规章"},
    {"labels and figures", HEAD "信息内容", "规章%d "},
    {"labels as paragraphs", HEAD "信息内容\n", "规章\n%d\n"},
    {"nested lists", HEAD, "- "},
    {"list items", HEAD, "- 公开%d条\n"},
    {"quotes", HEAD, "> "},
    {"emphasis", HEAD, "**甲*"},
    {"code fences", HEAD, "```\n"},
    {"links", HEAD, "[甲]("},
    {"html comments", HEAD, "<!--"},
    {"comments of the program", HEAD, "<!-- nianbao-disable-line F103 -->\n"},
    {"open cells", HTML "<table><tr>", "<td>1"},
    {"open rows", HTML "<table>", "<tr><td>规章<td>%d"},
    {"nested tables", HTML, "<table><tr><td>"},
    {"nested divisions", HTML, "<div>"},
    {"spans", HTML "<p>", "<span>1</span>"},
    {"open spans", HTML "<p>", "<span>甲"},
    {"paragraphs of a page", HTML, "<p>全年主动公开政府信息%d条。</p>"},
    {"large row spans", HTML "<table>", "<tr><td rowspan=1000 colspan=20>1"},
    {"entities", HTML "<p>", "&nbsp;"},
    {"less-than signs", HTML "<p>", "<"},
    {"bytes that are no UTF-8", HEAD, "\xE4\xBD"},
    {"lost characters", HEAD, "\xEF\xBF\xBD"},
    {"NUL bytes", HEAD, "\xC0\x80"},
    {"wrongly decoded text", "", "锛屾敹鍒扮敵璇凤紱銆"},
};
/* clang-format on */

static void generate(nb_buf *out, const hostile *h, size_t size)
{
    nb_buf_add_str(out, h->head);
    bool is_numbered = strstr(h->unit, "%d") != NULL;
    const char *mark = is_numbered ? strstr(h->unit, "%d") : h->unit;
    for (int i = 1; out->len < size; i++) {
        nb_buf_add(out, h->unit, (size_t)(mark - h->unit));
        if (is_numbered)
            nb_buf_printf(out, "%d", i % 1000);
        nb_buf_add_str(out, mark + (is_numbered ? 2 : 0));
    }
}

static double measure(nb_view text, uint32_t *findings)
{
    double best = 1e18;
    nb_arena *arena = nb_arena_new();
    for (int i = 0; i < (text.len > 200000 ? 2 : 5); i++) {
        nb_arena_reset(arena, SIZE_MAX);
        double start = nb_bench_cpu();
        *findings = nb_check(arena, text, NULL)->finding_count;
        double took = nb_bench_cpu() - start;
        best = took < best ? took : best;
    }
    nb_arena_free(arena);
    return best;
}

static void grow(const char *name, const hostile *h, nb_view report, size_t size_max)
{
    printf("%-28s", name);
    double first = 0;
    double last = 0;
    uint32_t findings = 0;
    for (size_t size = SIZE_MIN; size <= size_max; size *= 10) {
        nb_buf text = {0};
        if (h)
            generate(&text, h, size);
        while (!h && text.len < size)
            nb_buf_add_view(&text, report);
        double took = measure(nb_buf_view(&text), &findings);
        last = took * 1000 / (double)text.len;
        first = first > 0 ? first : last;
        printf(" %9.1f", last);
        fflush(stdout);
        nb_buf_release(&text);
        if (took > GIVE_UP_US)
            break;
    }
    printf("   x%-6.1f %u findings\n", last / first, findings);
}

int main(int argc, char **argv)
{
    nb_buf report = {0};
    if (argc < 2 || !nb_bench_read(&report, argv[1])) {
        fprintf(stderr, "usage: bench_check_growth FILE [SIZE [NAME]]\n");
        return 2;
    }
    size_t size_max = argc > 2 ? strtoul(argv[2], NULL, 10) : SIZE_MAX_DEFAULT;
    const char *only = argc > 3 ? argv[3] : NULL;
    printf("ns/byte at 10 KB, 100 KB, 1 MB, ... and the growth from the first to the last\n");
    if (!only)
        grow("a report, repeated", NULL, nb_buf_view(&report), size_max);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (!only || strcmp(only, texts[i].name) == 0)
            grow(texts[i].name, &texts[i], (nb_view){0}, size_max);
    nb_buf_release(&report);
    return 0;
}
