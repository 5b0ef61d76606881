#include <string.h>

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/schema.h"

static const char *severity_word(nb_severity severity, nb_lang lang)
{
    static const char *const zh[] = {"", "错误", "警告", "信息", "提示"};
    return lang == NB_LANG_EN ? nb_severity_name(severity) : zh[severity];
}

static nb_text2 fix_words(nb_fix_kind kind)
{
    static const nb_text2 words[] = {
        {"无", "none"},
        {"有建议，须由人确认", "suggested, to be confirmed"},
        {"可自动修改", "done by `nianbao fix`"},
    };
    return words[kind];
}

/* Each line of text behind prefix. */
static void add_lines(nb_buf *out, const char *prefix, const char *text)
{
    while (*text) {
        size_t len = strcspn(text, "\n");
        nb_buf_add_str(out, len ? prefix : "");
        nb_buf_add(out, text, len);
        nb_buf_add_char(out, '\n');
        text += len + (text[len] == '\n');
    }
}

static void add_rule(nb_buf *out, const nb_rule *rule, nb_lang lang)
{
    bool is_english = lang == NB_LANG_EN;
    nb_buf_printf(out, "%s %s  %s\n%s\n\n", rule->code, rule->slug,
                  severity_word(rule->severity, lang), nb_text2_in(rule->title, lang));
    add_lines(out, "", nb_text2_in(rule->explanation, lang));
    nb_buf_printf(out, "\n%s%s\n", is_english ? "Basis: " : "依据：",
                  rule->basis ? rule->basis : (is_english ? "our own" : "本工具的约定"));
    nb_buf_printf(out, "%s%s\n\n%s\n", is_english ? "Repair: " : "修改：",
                  nb_text2_in(fix_words(rule->fix), lang), is_english ? "Not so:" : "反例：");
    add_lines(out, "    ", nb_text2_in(rule->bad, lang));
    nb_buf_printf(out, "\n%s\n", is_english ? "But so:" : "正例：");
    add_lines(out, "    ", nb_text2_in(rule->good, lang));
}

int cli_explain(const cli_options *options)
{
    bool is_english = options->lang == NB_LANG_EN;
    if (options->operand_count == 0) {
        fputs(is_english ? "nianbao explain: which code? `nianbao rules` lists them\n"
                         : "nianbao explain：请给出规则代码，nianbao rules 列出全部规则\n",
              stderr);
        return CLI_FAILED;
    }
    int status = CLI_OK;
    nb_buf out = {0};
    for (uint32_t i = 0; i < options->operand_count; i++) {
        const nb_rule *rule = nb_rule_find(nb_view_of(options->operands[i]));
        if (!rule) {
            fprintf(stderr,
                    is_english ? "nianbao explain: there is no rule %s\n"
                               : "nianbao explain：没有规则 %s\n",
                    options->operands[i]);
            const nb_rule *nearest = nb_rule_nearest(nb_view_of(options->operands[i]));
            if (nearest)
                fprintf(stderr, is_english ? "  did you mean %s?\n" : "  是否指 %s？\n",
                        nearest->code);
            status = CLI_FAILED;
            continue;
        }
        nb_buf_add_str(&out, out.len ? "\n" : "");
        add_rule(&out, rule, options->lang);
    }
    int put = cli_put(nb_buf_view(&out), options->lang);
    nb_buf_release(&out);
    return status ? status : put;
}

static void write_text2(json *j, const char *key, nb_text2 text)
{
    json_key(j, key);
    json_open(j, '{');
    json_key(j, "zh");
    json_text(j, text.zh);
    json_key(j, "en");
    json_text(j, text.en);
    json_close(j, '}');
}

static void rules_json(nb_buf *out)
{
    static const char *const kinds[] = {"none", "suggest", "safe"};
    json j = {.out = out};
    json_open(&j, '[');
    for (uint32_t i = 0; i < nb_rule_count; i++) {
        const nb_rule *rule = nb_rules[i];
        json_open(&j, '{');
        json_key(&j, "code");
        json_text(&j, rule->code);
        json_key(&j, "slug");
        json_text(&j, rule->slug);
        json_key(&j, "severity");
        json_text(&j, nb_severity_name(rule->severity));
        json_key(&j, "fix");
        json_text(&j, kinds[rule->fix]);
        write_text2(&j, "title", rule->title);
        write_text2(&j, "message", rule->message);
        write_text2(&j, "explanation", rule->explanation);
        write_text2(&j, "bad", rule->bad);
        write_text2(&j, "good", rule->good);
        json_key(&j, "basis");
        json_text(&j, rule->basis);
        json_close(&j, '}');
    }
    json_close(&j, ']');
    nb_buf_add_char(out, '\n');
}

/* A fence longer than any in the example. */
static void add_fenced(nb_buf *out, const char *text)
{
    nb_buf_add_str(out, "````text\n");
    add_lines(out, "", text);
    nb_buf_add_str(out, "````\n\n");
}

static void rule_markdown(nb_buf *out, const nb_rule *rule)
{
    nb_buf_printf(out, "## %s %s\n\n%s / %s\n\n", rule->code, rule->slug, rule->title.zh,
                  rule->title.en);
    nb_buf_printf(out, "- 级别 / severity: %s (%s)\n", severity_word(rule->severity, NB_LANG_ZH),
                  nb_severity_name(rule->severity));
    nb_buf_printf(out, "- 修改 / repair: %s (%s)\n", fix_words(rule->fix).zh,
                  fix_words(rule->fix).en);
    nb_buf_printf(out, "- 依据 / basis: %s\n\n", rule->basis ? rule->basis : "—");
    add_lines(out, "", rule->explanation.zh);
    nb_buf_add_char(out, '\n');
    add_lines(out, "", rule->explanation.en);
    nb_buf_add_str(out, "\n反例 / not so:\n\n");
    add_fenced(out, rule->bad.zh);
    nb_buf_add_str(out, "正例 / but so:\n\n");
    add_fenced(out, rule->good.zh);
}

static void rules_markdown(nb_buf *out)
{
    nb_buf_add_str(out, "# 规则 / Rules\n\n"
                        "Generated by `nianbao rules --format markdown` from the descriptors "
                        "under `server/rules/`; edit those.\n\n"
                        "| 代码 | 名称 | 级别 | 修改 | 内容 |\n| --- | --- | --- | --- | --- |\n");
    for (uint32_t i = 0; i < nb_rule_count; i++) {
        const nb_rule *rule = nb_rules[i];
        nb_buf_printf(out, "| %s | %s | %s | %s | %s / %s |\n", rule->code, rule->slug,
                      nb_severity_name(rule->severity), fix_words(rule->fix).zh, rule->title.zh,
                      rule->title.en);
    }
    nb_buf_add_char(out, '\n');
    for (uint32_t i = 0; i < nb_rule_count; i++)
        rule_markdown(out, nb_rules[i]);
}

static void rules_text(nb_buf *out, nb_lang lang)
{
    for (uint32_t i = 0; i < nb_rule_count; i++)
        nb_buf_printf(out, "%-5s %-12s %s\n", nb_rules[i]->code,
                      severity_word(nb_rules[i]->severity, lang),
                      nb_text2_in(nb_rules[i]->title, lang));
}

int cli_rules(const cli_options *options)
{
    nb_buf out = {0};
    if (options->format == CLI_JSON)
        rules_json(&out);
    else if (options->format == CLI_MARKDOWN)
        rules_markdown(&out);
    else if (options->format == CLI_SCHEMA)
        cli_schema_add(&out);
    else
        rules_text(&out, options->lang);
    int status = cli_put(nb_buf_view(&out), options->lang);
    nb_buf_release(&out);
    return status;
}
