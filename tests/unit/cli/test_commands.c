#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/cli.h"
#include "nb/base/buf.h"

/* Whole commands, run in a child with files for its streams in a folder of this test. */

#define REPORT                                                                                                                         \
    "某某市示例局2023年政府信息公开工作年度报告\n\n一、总体情况\n"                                            \
    "2023年，我局公开信息12条，，受理申请3件（如下图）。\n二、主动公开政府信息情况\n无。\n"        \
    "三、收到和处理政府信息公开申请情况\n无。\n四、政府信息公开行政复议、行政诉讼情况\n无。\n" \
    "五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n无。\n"

static char folder[64];

static const char *path_of(const char *name)
{
    static char paths[4][256];
    static int next;
    char *path = paths[next++ % 4];
    (void)snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void write_file(const char *name, const void *content, size_t len)
{
    FILE *file = fopen(path_of(name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(content, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static void write_text(const char *name, const char *text)
{
    write_file(name, text, strlen(text));
}

/* The content of a file; the caller releases it. */
static nb_buf read_file(const char *name)
{
    nb_buf buf = {0};
    char chunk[4096];
    size_t got;
    FILE *file = fopen(path_of(name), "rb");
    assert_non_null(file);
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        nb_buf_add(&buf, chunk, got);
    fclose(file);
    nb_buf_reserve(&buf, 0);
    buf.ptr[buf.len] = '\0';
    return buf;
}

static void redirect(const char *name, const char *mode, FILE *stream)
{
    if (!freopen(path_of(name), mode, stream))
        _exit(99);
}

/* Runs `nianbao` with the arguments up to NULL; output lands in the files "out" and "err". */
static int run(const char *first, ...)
{
    char *argv[16] = {strdup("nianbao")};
    int argc = 1;
    va_list args;
    va_start(args, first);
    for (const char *arg = first; arg; arg = va_arg(args, const char *))
        argv[argc++] = strdup(arg);
    va_end(args);
    pid_t child = fork();
    if (child == 0) {
        redirect("in", "rb", stdin);
        redirect("out", "wb", stdout);
        redirect("err", "wb", stderr);
        int status = nb_cli_main(argc, argv);
        /* Not exit(): what the parent had allocated is no leak of the child. */
        (void)fflush(NULL);
        _exit(status);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    for (int i = 0; i < argc; i++)
        free(argv[i]);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void holds(const char *name, const char *part, bool expected)
{
    nb_buf content = read_file(name);
    bool found = strstr(content.ptr, part) != NULL;
    if (found != expected)
        print_error("%s %s \"%s\":\n%s\n", name, expected ? "lacks" : "has", part, content.ptr);
    assert_true(found == expected);
    nb_buf_release(&content);
}

static void findings_are_printed_and_counted(void **state)
{
    (void)state;
    write_text("a.txt", REPORT);
    int status = run("check", "--lang", "zh", path_of("a.txt"), NULL);
    assert_true(status == 0 || status == 1);
    holds("out", "a.txt:4:16: 提示[F103]: 标点“，，”重复\n", true);
    holds("out", " 4 | 2023年，我局公开信息12条，，受理申请3件（如下图）。\n", true);
    holds("out", "   |                         ^^^^\n", true);
    holds("out", "检查了 1 个文件：", true);
    holds("out", "\033[", false);
    assert_true(run("check", "--lang=en", "--color=always", path_of("a.txt"), NULL) <= 1);
    holds("out", "\033[1;36mhint[F103]\033[0m", true);
    holds("out", "1 file checked: ", true);
}

static void exit_status_follows_fail_on(void **state)
{
    (void)state;
    write_text("a.txt", REPORT);
    assert_int_equal(run("check", "--fail-on", "hint", path_of("a.txt"), NULL), 1);
    assert_int_equal(run("check", "--fail-on", "never", path_of("a.txt"), NULL), 0);
    write_text("b.txt", "不是年度报告。\n");
    assert_int_equal(run("check", "--fail-on", "hint", path_of("b.txt"), NULL), 0);
    holds("out", "b.txt", true); /* named, and no report */
    assert_int_equal(run("check", path_of("none.txt"), path_of("b.txt"), NULL), 2);
    holds("err", "none.txt", true);
    holds("out", "1 ", true); /* the other one was checked */
    assert_int_equal(run("check", "--lang", "zh", path_of("none.txt"), NULL), 2);
    holds("err", "none.txt: 无法读取: 没有这个文件或文件夹\n", true);
    holds("out", "未发现问题", false);
    assert_int_equal(mkdir(path_of("hollow"), 0755), 0);
    assert_int_equal(run("check", "--lang", "en", path_of("hollow"), NULL), 0);
    holds("out", "0 files checked: there are none of .txt, .md", true);
    assert_int_equal(rmdir(path_of("hollow")), 0);
    assert_int_equal(run("check", "--fail-on", "nothing", path_of("b.txt"), NULL), 2);
    assert_int_equal(run("check", "--nonsense", path_of("b.txt"), NULL), 2);
    assert_int_equal(run("check", NULL), 2);
    assert_int_equal(run("nonsense", NULL), 2);
}

/* Each mistake is told with what may have been meant. */
static void mistakes_are_told_with_a_way_out(void **state)
{
    (void)state;
    static const struct {
        const char *arguments[3];
        const char *said[2];
    } cases[] = {
        {{"chekc"}, {"no command chekc", "did you mean nianbao check?"}},
        {{"help", "explian"}, {"no command explian", "did you mean nianbao explain?"}},
        {{"/dev/null"}, {"no command /dev/null", "nianbao check /dev/null"}},
        {{"check", "--frmat=json"}, {"no option --frmat=json", "did you mean --format?"}},
        {{"check", "--diff"}, {"no option --diff", "another command has it"}},
        {{"check", "-x"}, {"no option -x", ""}},
        {{"check", "--format=xml"}, {"--format does not take \"xml\"", "text (default), json"}},
        {{"check", "--year", "3000"}, {"--year does not take \"3000\"", "1990 to 2100"}},
        {{"check", "--lang=english"}, {"--lang does not take", "zh, en"}},
        {{"check", "--jobs"}, {"a value is missing after --jobs", ""}},
        {{"check", "--force=1"}, {"takes no value: --force=1", ""}},
        {{"explain", "T1O1"}, {"no rule T1O1", "did you mean T101?"}},
        {{"rules", "T101"}, {"what is \"T101\" for?", ""}},
    };
    assert_int_equal(setenv("LC_ALL", "en_US.UTF-8", 1), 0);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *const *a = cases[i].arguments;
        assert_int_equal(run(a[0], a[1], a[2], NULL), 2);
        holds("err", cases[i].said[0], true);
        holds("err", cases[i].said[1], true);
        holds("out", "nianbao", false);
    }
    assert_int_equal(setenv("LC_ALL", "zh_CN.UTF-8", 1), 0);
    assert_int_equal(run("check", "--frmat=json", NULL), 2);
    holds("err", "没有这个选项：--frmat=json\n  是否指 --format？", true);
    assert_int_equal(unsetenv("LC_ALL"), 0);
}

static void json_lines_are_compact(void **state)
{
    (void)state;
    write_text("a.txt", REPORT);
    write_text("bad.txt", "\x01\x02\x03\x04");
    int status = run("check", "--format", "jsonl", path_of("a.txt"), path_of("bad.txt"), NULL);
    assert_int_equal(status, 2);
    holds("out", "{\"path\":\"", true);
    holds("out", "\"status\":\"checked\",\"error\":null,\"year\":2023,\"format\":\"2021\",", true);
    holds("out",
          "\"range\":{\"start\":{\"line\":3,\"character\":15},\"end\":{\"line\":3,\"character\":17}"
          "},\"bytes\":[",
          true);
    holds("out", "\"text\":\"，，\",\"related\":[],\"fixes\":[{\"title\":", true);
    holds("out", "\"kind\":\"safe\",\"edits\":[{\"range\":", true);
    holds("out", "\"status\":\"failed\",\"error\":\"", true);
    nb_buf out = read_file("out");
    assert_int_equal(out.ptr[out.len - 1], '\n');
    int lines = 0;
    for (size_t i = 0; i < out.len; i++)
        lines += out.ptr[i] == '\n';
    assert_int_equal(lines, 2);
    nb_buf_release(&out);
    assert_true(run("check", "--format", "json", path_of("a.txt"), NULL) <= 1);
    holds("out", "{\"version\":1,\"files\":[{\"path\":", true);
}

static void folders_are_walked_in_order(void **state)
{
    (void)state;
    assert_int_equal(mkdir(path_of("d"), 0700), 0);
    assert_int_equal(mkdir(path_of("d/sub"), 0700), 0);
    write_text("d/b.md", "甲\n");
    write_text("d/a.TXT", "甲\n");
    write_text("d/c.html", "甲\n");
    write_text("d/sub/e.htm", "甲\n");
    write_text("d/no.pdf", "甲\n");
    write_text("d/.hidden.txt", "甲\n");
    assert_int_equal(run("check", "--format", "jsonl", "--jobs", "3", path_of("d"), NULL), 0);
    nb_buf out = read_file("out");
    const char *a = strstr(out.ptr, "a.TXT");
    const char *b = strstr(out.ptr, "b.md");
    const char *c = strstr(out.ptr, "c.html");
    const char *e = strstr(out.ptr, "sub/e.htm");
    assert_true(a && a < b && b < c && c < e);
    assert_null(strstr(out.ptr, "no.pdf"));
    assert_null(strstr(out.ptr, "hidden"));
    nb_buf_release(&out);
}

/* What a limit keeps from being checked is said. */
static void folders_nested_too_deeply_are_told(void **state)
{
    (void)state;
    char name[256] = "deep";
    for (size_t len = strlen(name); len < 4 + 2 * 70; len += 2) {
        assert_int_equal(mkdir(path_of(name), 0700), 0);
        (void)memcpy(name + len, "/d", 3);
    }
    assert_int_equal(run("check", "--lang", "en", path_of("deep"), NULL), 2);
    holds("err", "d/d: folders are nested too deeply", true);
    holds("out", "1 could not be read", true);
}

static void standard_input_has_a_name(void **state)
{
    (void)state;
    write_text("in", REPORT);
    assert_true(run("check", "--format", "jsonl", "--stdin-filename", "x/年报.txt", "-", NULL) <=
                1);
    holds("out", "{\"path\":\"x/年报.txt\",\"status\":\"checked\"", true);
    assert_int_equal(run("fix", "-", NULL), 0);
    holds("out", "12条，受理", true);
}

static void other_formats_are_written(void **state)
{
    (void)state;
    write_text("a.txt", REPORT);
    assert_true(run("check", "--format", "github", "--lang", "en", path_of("a.txt"), NULL) <= 1);
    holds("out", "::notice file=", true);
    holds("out", ",line=4,endLine=4,col=16,endColumn=18,title=F103::doubled", true);
    assert_true(run("check", "--format", "sarif", path_of("a.txt"), NULL) <= 1);
    holds("out", "\"version\":\"2.1.0\"", true);
    holds("out", "\"ruleId\":\"F103\"", true);
    holds("out", "\"columnKind\":\"utf16CodeUnits\"", true);
}

static void repairs_keep_the_file(void **state)
{
    (void)state;
    static const char before[] = "\xEF\xBB\xBF" REPORT "末行\r\n";
    write_file("f.txt", before, sizeof before - 1);
    assert_int_equal(chmod(path_of("f.txt"), 0640), 0);
    assert_int_equal(run("fix", "--diff", path_of("f.txt"), NULL), 0);
    holds("out",
          "-2023年，我局公开信息12条，，受理申请3件（如下图）。\n"
          "+2023年，我局公开信息12条，受理申请3件（如下图）。\n",
          true);
    holds("f.txt", "，，", true); /* nothing was written */
    assert_int_equal(run("fix", path_of("f.txt"), NULL), 0);
    nb_buf after = read_file("f.txt");
    assert_memory_equal(after.ptr, "\xEF\xBB\xBF", 3);
    assert_null(strstr(after.ptr, "，，"));
    assert_non_null(strstr(after.ptr, "末行\r\n"));
    assert_int_equal(after.len, sizeof before - 1 - 3);
    nb_buf_release(&after);
    struct stat status;
    assert_int_equal(stat(path_of("f.txt"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
    ino_t inode = status.st_ino;
    assert_int_equal(run("fix", path_of("f.txt"), NULL), 0);
    assert_int_equal(stat(path_of("f.txt"), &status), 0);
    assert_true(status.st_ino == inode); /* a second run leaves it alone */
    assert_int_equal(run("fix", "--suggest", "F101", path_of("f.txt"), NULL), 0);
    holds("f.txt", "如下图", false);
}

static void rules_explain_themselves(void **state)
{
    (void)state;
    assert_int_equal(run("explain", "--lang", "en", "f103", NULL), 0);
    holds("out", "F103 punctuation  hint", true);
    assert_int_equal(run("explain", "punctuation", NULL), 0);
    assert_int_equal(run("explain", "F999", NULL), 2);
    assert_int_equal(run("rules", "--format", "json", NULL), 0);
    holds("out", "\"code\":\"F103\",\"slug\":\"punctuation\",\"severity\":\"hint\"", true);
    assert_int_equal(run("--version", NULL), 0);
    holds("out", "nianbao " NB_VERSION, true);
    assert_int_equal(run("--help", NULL), 0);
    assert_int_equal(run("check", "--help", NULL), 0);
    holds("out", "--stdin-filename", true);
}

static void the_model_is_shown(void **state)
{
    (void)state;
    write_text("a.txt", REPORT);
    assert_int_equal(run("model", "--format", "json", path_of("a.txt"), NULL), 0);
    holds("out", "\"title\":\"某某市示例局2023年政府信息公开工作年度报告\"", true);
    holds("out", "\"sections\":[{\"key\":\"overview\",\"number\":1,\"title\":\"总体情况\"", true);
    assert_int_equal(run("model", path_of("a.txt"), NULL), 0);
    holds("out", "overview", true);
}

static int set_up(void **state)
{
    (void)state;
    (void)snprintf(folder, sizeof folder, "/tmp/nianbao-test-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    write_text("in", "");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    char command[128];
    (void)snprintf(command, sizeof command, "rm -r '%s'", folder);
    return system(command);
}

int main(void)
{
    (void)unsetenv("LC_ALL");
    (void)setenv("LANG", "C", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(findings_are_printed_and_counted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(exit_status_follows_fail_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(mistakes_are_told_with_a_way_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(json_lines_are_compact, set_up, tear_down),
        cmocka_unit_test_setup_teardown(folders_are_walked_in_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(folders_nested_too_deeply_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(standard_input_has_a_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_formats_are_written, set_up, tear_down),
        cmocka_unit_test_setup_teardown(repairs_keep_the_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rules_explain_themselves, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_model_is_shown, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
