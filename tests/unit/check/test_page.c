/* The page of a report: what it marks, that it is well-formed, and that nothing of the text gets
 * out of its place. */
#include "cmocka_nb.h"

#include <stdio.h>
#include <string.h>

#include "nb/check/page.h"
#include "nb/report/skeleton.h"

typedef struct made {
    nb_arena *arena;
    nb_buf html;
} made;

static made page_of(nb_view text, nb_lang lang)
{
    made m = {.arena = nb_arena_new()};
    nb_check_options options = {.rules.lang = lang};
    nb_page_add(&m.html, nb_check(m.arena, text, &options), NB_V("年报.md"), lang, NB_UTF16);
    return m;
}

static void release(made *m)
{
    nb_arena_free(m->arena);
    nb_buf_release(&m->html);
}

static bool has(const made *m, const char *piece)
{
    return nb_view_contains(nb_buf_view(&m->html), nb_view_of(piece));
}

static nb_view file(nb_arena *arena, const char *name)
{
    nb_view path = nb_arena_printf(arena, NB_SOURCE_DIR "/%s", name);
    FILE *f = fopen(path.ptr, "rb");
    assert_non_null(f);
    char *bytes = nb_arena_alloc(arena, 1u << 20);
    size_t length = fread(bytes, 1, 1u << 20, f);
    assert_int_equal(fclose(f), 0);
    return (nb_view){bytes, (uint32_t)length};
}

/* Every element closed in its order; void elements do not occur. */
static void assert_well_formed(const made *m)
{
    const char *stack[32];
    size_t lengths[32];
    uint32_t depth = 0;
    for (const char *at = m->html.ptr; (at = strchr(at, '<')) != NULL;) {
        bool closes = at[1] == '/';
        const char *name = at + 1 + closes;
        size_t length = strcspn(name, " >\n");
        if (closes) {
            assert_true(depth > 0);
            depth--;
            assert_int_equal(length, lengths[depth]);
            assert_memory_equal(name, stack[depth], length);
        } else {
            assert_true(depth < 32);
            stack[depth] = name;
            lengths[depth++] = length;
        }
        at = strchr(at, '>');
        assert_non_null(at);
    }
    assert_int_equal(depth, 0);
}

static void a_wrong_figure_is_marked_with_what_it_should_be(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    made m = page_of(file(arena, "examples/report-2023-wrong.md"), NB_LANG_ZH);
    assert_well_formed(&m);
    assert_true(has(&m, "data-at=\"50:27:50:28\">8<ins>应为9</ins></td>"));
    assert_true(has(&m, "<td class=\"wrong\""));
    assert_true(has(&m, "✗ <b>11≠12</b></td>"));
    assert_true(has(&m, "✗ <b>9≠10</b></td>"));
    assert_true(has(&m, "六、其他需要报告的事项 <span class=\"fails\">✗ 缺少</span>"));
    /* the parts of the failing sum, the total among them: it is not the one to be changed */
    assert_true(has(&m, "<td class=\"part\" data-at=\"50:51:50:53\">12</td>"));
    release(&m);
    nb_arena_free(arena);
}

/* The total is told to be wrong where nothing speaks for another figure. */
static void a_wrong_total_is_computed(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    nb_view text = file(arena, "examples/report-2023.md");
    uint32_t row = nb_view_find(text, NB_V("| 1 | 0 | 0 | 0 | 1 | 0"), 0);
    assert_int_not_equal(row, NB_VIEW_NONE);
    nb_edit edit = {nb_span_of(row + 18, row + 19), NB_V("7")};
    nb_buf wrong = {0};
    nb_buf_add_view(&wrong, text);
    nb_buf_splice(&wrong, edit.span.start, edit.span.end, edit.new_text);
    made m = page_of(nb_buf_view(&wrong), NB_LANG_EN);
    assert_true(has(&m, ">7<ins>should be 1</ins></td>"));
    assert_true(has(&m, "<b>1≠7</b>"));
    release(&m);
    nb_buf_release(&wrong);
    nb_arena_free(arena);
}

static void a_right_report_has_no_red(void **state)
{
    (void)state;
    nb_arena *arena = nb_arena_new();
    made m = page_of(file(arena, "examples/report-2023.md"), NB_LANG_ZH);
    assert_well_formed(&m);
    assert_false(has(&m, "class=\"wrong\""));
    assert_false(has(&m, "✗"));
    assert_true(has(&m, "✓ 未发现问题"));
    release(&m);
    nb_arena_free(arena);
}

static void every_form_is_drawn(void **state)
{
    (void)state;
    static const int years[] = {2012, 2016, 2019, 2024};
    static const nb_dialect dialects[] = {NB_DIALECT_MARKDOWN, NB_DIALECT_HTML, NB_DIALECT_TSV};
    for (size_t y = 0; y < sizeof years / sizeof *years; y++) {
        for (size_t d = 0; d < sizeof dialects / sizeof *dialects; d++) {
            nb_arena *arena = nb_arena_new();
            nb_skeleton_style style = nb_skeleton_style_plain(dialects[d]);
            const nb_form *form = nb_form_get(nb_form_of_year(years[y]));
            made m = page_of(
                nb_skeleton_report(arena, form, years[y], NB_V("虚构县数据局"), &style, NULL),
                NB_LANG_ZH);
            assert_well_formed(&m);
            assert_true(has(&m, "虚构县数据局"));
            assert_int_equal(has(&m, "<table"), form->table_count > 0);
            release(&m);
            nb_arena_free(arena);
        }
    }
}

static void text_stays_text(void **state)
{
    (void)state;
    made m =
        page_of(NB_V("# 虚构县<script>alert(1)</script>\"'&局2023年政府信息公开工作年度报告\n\n"
                     "## 一、总体情况\n\n无\x01\xff\n"),
                NB_LANG_ZH);
    assert_well_formed(&m);
    assert_false(has(&m, "<script"));
    assert_false(has(&m, "'"));
    release(&m);

    m = page_of(NB_V("<img src=x onerror=alert(1)> 采购清单"), NB_LANG_EN);
    assert_well_formed(&m);
    assert_true(has(&m, "No annual report"));
    assert_false(has(&m, "<img"));
    release(&m);

    nb_buf out = {0};
    nb_page_add_text(&out, NB_V("a<b>&\"'\n\x02\xc3"));
    assert_view(nb_buf_view(&out), "a&lt;b&gt;&amp;&quot;&#39; \xEF\xBF\xBD\xEF\xBF\xBD");
    nb_buf_release(&out);
}

static void the_style_cannot_end_its_element(void **state)
{
    (void)state;
    nb_buf css = {0};
    nb_page_add_style(&css);
    assert_int_equal(nb_view_find(nb_buf_view(&css), NB_V("<"), 0), NB_VIEW_NONE);
    assert_true(nb_view_contains(nb_buf_view(&css), NB_V("prefers-color-scheme:dark")));
    assert_true(nb_view_contains(nb_buf_view(&css), NB_V("size:A4")));
    nb_buf_release(&css);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wrong_figure_is_marked_with_what_it_should_be),
        cmocka_unit_test(a_wrong_total_is_computed),
        cmocka_unit_test(a_right_report_has_no_red),
        cmocka_unit_test(every_form_is_drawn),
        cmocka_unit_test(text_stays_text),
        cmocka_unit_test(the_style_cannot_end_its_element),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
