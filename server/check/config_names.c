
#include "nb/base/nearest.h"
#include "nb/check/config.h"

/* The words of nianbao.json: its keys, and the values that are names. */

typedef struct key_words {
    const char *name;
    nb_text2 about;
} key_words;

static const key_words keys[NB_CONFIG_KEY_COUNT] = {
    [NB_CONFIG_RULES] = {"rules",
                         {"逐条规则的级别，键为代码或名称；off 为不检查",
                          "the severity of each rule, by code or name; off switches it off"}},
    [NB_CONFIG_YEAR] = {"year",
                        {"报告年度，不自行判断", "the reporting year, instead of finding it"}},
    [NB_CONFIG_FORM] = {"form",
                        {"采用的格式，不自行判断", "the official form, instead of finding it"}},
    [NB_CONFIG_ISSUER] = {"issuer",
                          {"编制机关：政府、部门，或乡镇、街道",
                           "who reports: a government, a department, a township"}},
    [NB_CONFIG_DEADLINE] = {"deadline",
                            {"本地规定的公布期限，月-日，如 03-31",
                             "the local deadline of publication, month-day, such as 03-31"}},
    [NB_CONFIG_LENGTH_LIMIT] = {"lengthLimit",
                                {"“总体情况”的字数上限，默认 1000",
                                 "the most characters of 总体情况; by default 1000"}},
    [NB_CONFIG_IGNORE] = {"ignore",
                          {"不检查的文件，写法同 .gitignore，相对于本文件所在的文件夹",
                           "files that are not checked, written as in .gitignore, relative to "
                           "the folder of this file"}},
    [NB_CONFIG_LANGUAGE] = {"language", {"消息的语言", "the language of messages"}},
    [NB_CONFIG_SUPPRESS] = {"suppress",
                            {"不再报告的问题，按指纹（见 JSON 输出的 fingerprint），附原因",
                             "findings that are not reported, by their fingerprint (see the JSON "
                             "output), with the reason"}},
};

const char *nb_config_key_name(nb_config_key key)
{
    return keys[key].name;
}

nb_text2 nb_config_key_about(nb_config_key key)
{
    return keys[key].about;
}

bool nb_config_key_find(nb_view name, nb_config_key *key, nb_config_key *nearest)
{
    uint32_t least = NB_VIEW_NONE;
    nb_config_key best = NB_CONFIG_KEY_COUNT;
    for (int i = 0; i < NB_CONFIG_KEY_COUNT; i++) {
        nb_view known = nb_view_of(keys[i].name);
        if (nb_view_eq(name, known)) {
            *key = (nb_config_key)i;
            return true;
        }
        uint32_t distance = nb_nearest_distance(name, known);
        if (distance < least) {
            least = distance;
            best = (nb_config_key)i;
        }
    }
    if (nearest)
        *nearest = best;
    return false;
}

bool nb_severity_of_name(nb_view name, nb_severity *severity)
{
    for (nb_severity s = NB_SEVERITY_OFF; s <= NB_SEVERITY_HINT; s++) {
        if (nb_view_eq(name, nb_view_of(nb_severity_name(s)))) {
            *severity = s;
            return true;
        }
    }
    return false;
}

bool nb_form_of_name(nb_view name, nb_form_id *form)
{
    for (int id = NB_FORM_NONE + 1; id < NB_FORM_COUNT; id++) {
        const char *known = nb_form_name((nb_form_id)id);
        if (known && nb_view_eq(name, nb_view_of(known))) {
            *form = (nb_form_id)id;
            return true;
        }
    }
    return false;
}

bool nb_issuer_kind_of_name(nb_view name, nb_issuer_kind *kind)
{
    static const struct {
        const char *name;
        nb_issuer_kind kind;
    } kinds[] = {{"government", NB_ISSUER_GOVERNMENT},
                 {"department", NB_ISSUER_DEPARTMENT},
                 {"township", NB_ISSUER_TOWNSHIP}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (nb_view_eq(name, nb_view_of(kinds[i].name))) {
            *kind = kinds[i].kind;
            return true;
        }
    }
    return false;
}

static bool two_digits(nb_view v, uint32_t at, int *number)
{
    char high = v.ptr[at];
    char low = v.ptr[at + 1];
    if (high < '0' || high > '9' || low < '0' || low > '9')
        return false;
    *number = (high - '0') * 10 + (low - '0');
    return true;
}

bool nb_deadline_of_name(nb_view name, int *deadline)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int month;
    int day;
    if (name.len != 5 || name.ptr[2] != '-' || !two_digits(name, 0, &month) ||
        !two_digits(name, 3, &day) || month < 1 || month > 12 || day < 1 || day > days[month - 1])
        return false;
    *deadline = month * 100 + day;
    return true;
}

bool nb_fingerprint_of_name(nb_view name, uint64_t *fingerprint)
{
    uint64_t value = 0;
    if (name.len != 16)
        return false;
    for (uint32_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0)
            return false;
        value = value << 4 | (uint64_t)digit;
    }
    *fingerprint = value;
    return true;
}
