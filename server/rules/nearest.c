#include "nb/base/nearest.h"
#include "nb/rules/rule.h"

/* One rule in two spellings: the nearer of them counts. */
static uint32_t distance_to(const nb_rule *rule, nb_view word)
{
    uint32_t to_code = nb_nearest_distance(word, nb_view_of(rule->code));
    uint32_t to_slug = nb_nearest_distance(word, nb_view_of(rule->slug));
    return to_code < to_slug ? to_code : to_slug;
}

const nb_rule *nb_rule_nearest(nb_view code_or_slug)
{
    const nb_rule *nearest = NULL;
    uint32_t least = NB_VIEW_NONE;
    for (uint32_t i = 0; i < nb_rule_count; i++) {
        uint32_t distance = distance_to(nb_rules[i], code_or_slug);
        if (distance < least) {
            least = distance;
            nearest = nb_rules[i];
        }
    }
    return nearest;
}
