#include "nb/rules/rule.h"
#include "rules/memory.h"

#define NB_RULE(name) extern const nb_rule nb_rule_##name;
#include "rules/rules.def"
#undef NB_RULE

/* The NULL at the end keeps the array valid C while rules.def is empty; it is not counted. */
const nb_rule *const nb_rules[] = {
#define NB_RULE(name) &nb_rule_##name,
#include "rules/rules.def"
#undef NB_RULE
    NULL,
};

_Static_assert(sizeof nb_rules / sizeof nb_rules[0] - 1 <= 64 * NB_QUIET_WORDS,
               "every rule has a bit of its own");

const uint32_t nb_rule_count = (uint32_t)(sizeof nb_rules / sizeof nb_rules[0] - 1);

static bool equals_ignoring_case(nb_view v, const char *s)
{
    for (uint32_t i = 0; i < v.len; i++) {
        char c = v.ptr[i];
        char d = s[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (d >= 'A' && d <= 'Z')
            d = (char)(d - 'A' + 'a');
        if (d == '\0' || c != d)
            return false;
    }
    return s[v.len] == '\0';
}

const nb_rule *nb_rule_find(nb_view code_or_slug)
{
    for (uint32_t i = 0; i < nb_rule_count; i++) {
        if (equals_ignoring_case(code_or_slug, nb_rules[i]->code) ||
            equals_ignoring_case(code_or_slug, nb_rules[i]->slug))
            return nb_rules[i];
    }
    return NULL;
}

const char *nb_severity_name(nb_severity severity)
{
    switch (severity) {
    case NB_SEVERITY_OFF:
        return "off";
    case NB_SEVERITY_ERROR:
        return "error";
    case NB_SEVERITY_WARNING:
        return "warning";
    case NB_SEVERITY_INFORMATION:
        return "information";
    case NB_SEVERITY_HINT:
        return "hint";
    }
    return "off";
}
