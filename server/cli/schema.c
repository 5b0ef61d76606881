#include "cli/schema.h"

#include "cli/json.h"
#include "nb/check/config.h"

/* What values a key may have; the description is the key's own. */
static const char *const values[NB_CONFIG_KEY_COUNT] = {
    [NB_CONFIG_YEAR] = "\"type\": \"integer\", \"minimum\": 1990, \"maximum\": 2100",
    [NB_CONFIG_FORM] = "\"enum\": [\"2008\", \"2014\", \"2019\", \"2021\"]",
    [NB_CONFIG_ISSUER] = "\"enum\": [\"government\", \"department\", \"township\"]",
    [NB_CONFIG_DEADLINE] =
        "\"type\": \"string\", \"pattern\": \"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$\"",
    [NB_CONFIG_LENGTH_LIMIT] = "\"type\": \"integer\", \"minimum\": 1, \"maximum\": 100000",
    [NB_CONFIG_IGNORE] = "\"type\": \"array\", \"items\": {\"type\": \"string\"}",
    [NB_CONFIG_LANGUAGE] = "\"enum\": [\"zh\", \"en\"]",
    [NB_CONFIG_SUPPRESS] =
        "\"type\": \"array\", \"items\": {\n"
        "        \"type\": \"object\",\n"
        "        \"required\": [\"fingerprint\", \"reason\"],\n"
        "        \"additionalProperties\": false,\n"
        "        \"properties\": {\n"
        "          \"fingerprint\": {\"type\": \"string\", \"pattern\": \"^[0-9A-Fa-f]{16}$\"},\n"
        "          \"code\": {\"type\": \"string\"},\n"
        "          \"path\": {\"type\": \"string\"},\n"
        "          \"reason\": {\"type\": \"string\", \"minLength\": 1}\n"
        "        }\n"
        "      }",
};

/* "description": both languages, for the editor cannot choose. */
static void add_description(nb_buf *out, nb_text2 text)
{
    json j = {.out = out};
    nb_buf both = {0};
    nb_buf_printf(&both, "%s / %s", text.zh, text.en);
    nb_buf_add_str(out, "\"description\": ");
    json_string(&j, nb_buf_view(&both));
    nb_buf_release(&both);
}

static void add_rule(nb_buf *out, const nb_rule *rule, const char *name, bool is_last)
{
    nb_buf_printf(out, "        \"%s\": {\"$ref\": \"#/definitions/severity\", ", name);
    add_description(out, rule->title);
    nb_buf_add_str(out, is_last ? "}\n" : "},\n");
}

static void add_rules(nb_buf *out)
{
    nb_buf_add_str(out, "\"type\": \"object\",\n      \"additionalProperties\": false,\n"
                        "      \"properties\": {\n");
    for (uint32_t i = 0; i < nb_rule_count; i++) {
        add_rule(out, nb_rules[i], nb_rules[i]->code, false);
        add_rule(out, nb_rules[i], nb_rules[i]->slug, i + 1 == nb_rule_count);
    }
    nb_buf_add_str(out, "      }");
}

void cli_schema_add(nb_buf *out)
{
    nb_buf_add_str(out, "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"
                        "  \"title\": \"nianbao.json\",\n"
                        "  \"type\": \"object\",\n"
                        "  \"additionalProperties\": false,\n"
                        "  \"definitions\": {\n"
                        "    \"severity\": {\"enum\": [\"off\", \"error\", \"warning\", "
                        "\"information\", \"hint\"]}\n"
                        "  },\n"
                        "  \"properties\": {\n"
                        "    \"$schema\": {\"type\": \"string\"},\n");
    for (int key = 0; key < NB_CONFIG_KEY_COUNT; key++) {
        nb_buf_printf(out, "    \"%s\": {\n      ", nb_config_key_name((nb_config_key)key));
        add_description(out, nb_config_key_about((nb_config_key)key));
        nb_buf_add_str(out, ",\n      ");
        if (key == NB_CONFIG_RULES)
            add_rules(out);
        else
            nb_buf_add_str(out, values[key]);
        nb_buf_add_str(out, key + 1 < NB_CONFIG_KEY_COUNT ? "\n    },\n" : "\n    }\n");
    }
    nb_buf_add_str(out, "  }\n}\n");
}
