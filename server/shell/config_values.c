#include "shell/config_values.h"

#include "nb/base/nearest.h"
#include "nb/check/suppress.h"

#include "nb/base/nearest.h"

#define NB_CONFIG_IGNORE_MAX 1000u
#define NB_CONFIG_SUPPRESS_MAX 100000u
#define NB_LENGTH_LIMIT_MAX 100000

static nb_view view_of(const cJSON *value)
{
    return cJSON_IsString(value) ? nb_view_of(value->valuestring) : (nb_view){0};
}

/* "… must be …": what a value of the wrong kind is told. */
static void refuse(nb_config_reader *reader, nb_span span, const char *name, const char *zh,
                   const char *en)
{
    static const nb_text2 message = {"“{0}”须是{1}", "\"{0}\" must be {1}"};
    nb_config_say(reader, span, message, nb_view_of(name),
                  nb_view_of(reader->lang == NB_LANG_EN ? en : zh));
}

/* ---- rules ---- */

static const nb_rule *find_rule(nb_config_reader *reader, nb_view name, nb_span span)
{
    static const nb_text2 unknown = {"没有规则“{0}”", "there is no rule \"{0}\""};
    static const nb_text2 unknown_near = {"没有规则“{0}”，是否指 {1}？",
                                          "there is no rule \"{0}\"; did you mean {1}?"};
    const nb_rule *rule = nb_rule_find(name);
    if (rule)
        return rule;
    const nb_rule *nearest = nb_rule_nearest(name);
    if (!nearest) {
        nb_config_say(reader, span, unknown, name, NB_V(""));
        return NULL;
    }
    /* In the spelling that was meant: a slug for what looks like one. */
    bool is_code = nb_nearest_distance(name, nb_view_of(nearest->code)) <=
                   nb_nearest_distance(name, nb_view_of(nearest->slug));
    nb_config_say(reader, span, unknown_near, name,
                  nb_view_of(is_code ? nearest->code : nearest->slug));
    return NULL;
}

static uint32_t index_of(const nb_rule *rule)
{
    uint32_t i = 0;
    while (nb_rules[i] != rule)
        i++;
    return i;
}

static void read_rule(nb_config_reader *reader, const cJSON *member, nb_span key, nb_span value)
{
    static const nb_text2 twice = {"规则 {0} 写了不止一次，以最后一次为准",
                                   "rule {0} stands here twice; the last one holds"};
    const nb_rule *rule = find_rule(reader, nb_view_of(member->string), key);
    nb_severity severity;
    if (!nb_severity_of_name(view_of(member), &severity)) {
        bool is_default = cJSON_IsNull(member) || nb_view_eq(view_of(member), NB_V("default"));
        if (!reader->is_settings || !is_default)
            refuse(reader, value, member->string,
                   " \"off\"、\"error\"、\"warning\"、\"information\" 或 \"hint\"",
                   "\"off\", \"error\", \"warning\", \"information\" or \"hint\"");
        return;
    }
    if (!rule)
        return;
    uint32_t i = index_of(rule);
    if (reader->overridden[i])
        nb_config_say(reader, key, twice, nb_view_of(rule->code), NB_V(""));
    reader->overridden[i] = true;
    reader->severities[i] = severity;
}

static void read_rules(nb_config_reader *reader, const cJSON *value, nb_span span)
{
    if (!cJSON_IsObject(value)) {
        refuse(reader, span, "rules", "一个对象 {…}", "an object");
        return;
    }
    reader->severities = NB_NEW_ARRAY(reader->arena, nb_severity, nb_rule_count + 1);
    reader->overridden = NB_NEW_ARRAY(reader->arena, bool, nb_rule_count + 1);
    nb_json_walk walk = nb_json_walk_into(reader->text, span.start);
    for (const cJSON *member = value->child; member; member = member->next) {
        nb_span key_span;
        nb_span value_span;
        nb_json_walk_next(&walk, &key_span, &value_span);
        read_rule(reader, member, key_span, value_span);
    }
    reader->config.severities = reader->severities;
    reader->config.overridden = reader->overridden;
}

/* ---- lists ---- */

static void read_ignore(nb_config_reader *reader, const cJSON *value, nb_span span)
{
    NB_VEC(nb_view) patterns = {0};
    bool is_list = cJSON_IsArray(value);
    for (const cJSON *item = is_list ? value->child : NULL; item; item = item->next) {
        is_list &= cJSON_IsString(item);
        if (cJSON_IsString(item) && patterns.len < NB_CONFIG_IGNORE_MAX)
            *nb_vec_push(reader->arena, &patterns) =
                nb_arena_copy(reader->arena, nb_view_of(item->valuestring));
    }
    if (!is_list)
        refuse(reader, span, "ignore", "字符串的数组 [\"…\"]", "an array of strings");
    reader->config.ignore = patterns.items;
    reader->config.ignore_count = patterns.len;
}

typedef NB_VEC(nb_config_suppression) suppression_vec;

static const char *const members[] = {"fingerprint", "code", "path", "reason"};
enum { MEMBER_COUNT = sizeof members / sizeof members[0] };

/* Tells of a member that there is not, with the one that was most likely meant. */
static bool is_known_member(nb_config_reader *reader, nb_view name, nb_span span)
{
    static const nb_text2 unknown = {"没有“{0}”这一项", "there is no key \"{0}\""};
    static const nb_text2 near = {"没有“{0}”这一项，是否指“{1}”？",
                                  "there is no key \"{0}\"; did you mean \"{1}\"?"};
    const char *nearest = NULL;
    uint32_t least = NB_VIEW_NONE;
    for (int i = 0; i < MEMBER_COUNT; i++) {
        uint32_t distance = nb_nearest_distance(name, nb_view_of(members[i]));
        if (nb_view_eq(name, nb_view_of(members[i])))
            return true;
        if (distance < least) {
            least = distance;
            nearest = members[i];
        }
    }
    nb_config_say(reader, span, nearest ? near : unknown, name, nb_view_of(nearest));
    return false;
}

static void read_suppression(nb_config_reader *reader, const cJSON *item, nb_span span,
                             suppression_vec *out)
{
    static const nb_text2 no_reason = {"请在 reason 中写明原因", "say why, in \"reason\""};
    nb_config_suppression suppression = {0};
    nb_span print_span = span;
    bool has_print = false;
    bool has_reason = false;
    nb_json_walk walk = nb_json_walk_into(reader->text, span.start);
    for (const cJSON *member = item->child; member; member = member->next) {
        nb_span key_span;
        nb_span value_span;
        nb_view name = nb_view_of(member->string);
        nb_view value = view_of(member);
        nb_json_walk_next(&walk, &key_span, &value_span);
        if (!is_known_member(reader, name, key_span))
            continue;
        if (nb_view_eq(name, NB_V("fingerprint"))) {
            has_print = nb_fingerprint_of_name(value, &suppression.fingerprint);
            print_span = value_span;
        } else if (nb_view_eq(name, NB_V("code"))) {
            (void)find_rule(reader, value, value_span);
        } else if (nb_view_eq(name, NB_V("path"))) {
            suppression.path = nb_arena_copy(reader->arena, value);
        } else {
            has_reason = nb_reason_is_given(value);
        }
    }
    if (!has_print) {
        refuse(reader, print_span, "fingerprint", "十六位十六进制数字", "16 hexadecimal digits");
        return;
    }
    if (!has_reason)
        nb_config_say(reader, span, no_reason, NB_V(""), NB_V(""));
    if (out->len < NB_CONFIG_SUPPRESS_MAX)
        *nb_vec_push(reader->arena, out) = suppression;
}

static void read_suppress(nb_config_reader *reader, const cJSON *value, nb_span span)
{
    suppression_vec out = {0};
    nb_json_walk walk = nb_json_walk_into(reader->text, span.start);
    bool is_list = cJSON_IsArray(value);
    for (const cJSON *item = is_list ? value->child : NULL; item; item = item->next) {
        nb_span key_span;
        nb_span item_span;
        nb_json_walk_next(&walk, &key_span, &item_span);
        is_list &= cJSON_IsObject(item);
        if (cJSON_IsObject(item))
            read_suppression(reader, item, item_span, &out);
    }
    if (!is_list)
        refuse(reader, span, "suppress", "对象的数组 [{\"fingerprint\": …}]",
               "an array of objects");
    reader->config.suppress = out.items;
    reader->config.suppress_count = out.len;
}

/* ---- single values ---- */

/* A whole number from low to high. */
static bool read_number(const cJSON *value, int low, int high, int *out)
{
    if (!cJSON_IsNumber(value) || value->valuedouble < low || value->valuedouble > high ||
        value->valuedouble > value->valueint || value->valuedouble < value->valueint)
        return false;
    *out = value->valueint;
    return true;
}

/* A form may be written as a number, 2021, as well. */
static bool read_form(const cJSON *value, nb_form_id *form)
{
    if (cJSON_IsString(value))
        return nb_form_of_name(view_of(value), form);
    int year = 0;
    if (!read_number(value, NB_YEAR_FORCED_MIN, NB_YEAR_FORCED_MAX, &year))
        return false;
    char name[] = {(char)('0' + year / 1000), (char)('0' + year / 100 % 10),
                   (char)('0' + year / 10 % 10), (char)('0' + year % 10)};
    return nb_form_of_name((nb_view){name, sizeof name}, form);
}

/* "auto", as editors have it, is to say nothing. */
static bool read_language(nb_config_reader *reader, const cJSON *value)
{
    nb_view name = view_of(value);
    if (reader->is_settings && (name.len == 0 || nb_view_eq(name, NB_V("auto"))))
        return true;
    if (!nb_view_eq(name, NB_V("zh")) && !nb_view_eq(name, NB_V("en")))
        return false;
    reader->config.has_lang = true;
    reader->config.lang = nb_view_eq(name, NB_V("en")) ? NB_LANG_EN : NB_LANG_ZH;
    return true;
}

void nb_config_read_value(nb_config_reader *reader, nb_config_key key, const cJSON *value,
                          nb_span span)
{
    nb_config *config = &reader->config;
    const char *name = nb_config_key_name(key);
    switch (key) {
    case NB_CONFIG_RULES:
        read_rules(reader, value, span);
        break;
    case NB_CONFIG_YEAR:
        if (!read_number(value, NB_YEAR_FORCED_MIN, NB_YEAR_FORCED_MAX, &config->year))
            refuse(reader, span, name, "年份，如 2024", "a year such as 2024");
        break;
    case NB_CONFIG_FORM:
        if (!read_form(value, &config->form))
            refuse(reader, span, name, " \"2008\"、\"2014\"、\"2019\" 或 \"2021\"",
                   "\"2008\", \"2014\", \"2019\" or \"2021\"");
        break;
    case NB_CONFIG_ISSUER:
        if (!nb_issuer_kind_of_name(view_of(value), &config->issuer))
            refuse(reader, span, name, " \"government\"、\"department\" 或 \"township\"",
                   "\"government\", \"department\" or \"township\"");
        break;
    case NB_CONFIG_DEADLINE:
        if (!nb_deadline_of_name(view_of(value), &config->deadline))
            refuse(reader, span, name, "“月-日”，如 \"03-31\"", "a day such as \"03-31\"");
        break;
    case NB_CONFIG_LENGTH_LIMIT:
        if (!read_number(value, reader->is_settings ? 0 : 1, NB_LENGTH_LIMIT_MAX,
                         &config->length_limit))
            refuse(reader, span, name, "正整数", "a positive number");
        break;
    case NB_CONFIG_IGNORE:
        read_ignore(reader, value, span);
        break;
    case NB_CONFIG_LANGUAGE:
        if (!read_language(reader, value))
            refuse(reader, span, name, " \"zh\" 或 \"en\"", "\"zh\" or \"en\"");
        break;
    case NB_CONFIG_SUPPRESS:
        read_suppress(reader, value, span);
        break;
    case NB_CONFIG_KEY_COUNT:
        break;
    }
}
