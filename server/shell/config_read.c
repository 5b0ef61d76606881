#include "shell/config_read.h"

#include <string.h>

#include "shell/config_values.h"

static const nb_text2 unknown_key = {"没有“{0}”这一项", "there is no key \"{0}\""};
static const nb_text2 unknown_key_near = {"没有“{0}”这一项，是否指“{1}”？",
                                          "there is no key \"{0}\"; did you mean \"{1}\"?"};
static const nb_text2 twice = {"“{0}”写了不止一次，以最后一次为准",
                               "\"{0}\" stands here twice; the last one holds"};

static void read_member(nb_config_reader *reader, const cJSON *member, nb_span key_span,
                        nb_span value_span, unsigned *seen)
{
    nb_view name = nb_view_of(member->string);
    nb_config_key key;
    nb_config_key nearest;
    if (reader->is_settings && nb_view_eq(name, NB_V("lang")))
        name = NB_V("language");
    if (!nb_config_key_find(name, &key, &nearest)) {
        if (reader->is_settings || nb_view_eq(name, NB_V("$schema")))
            return;
        bool is_near = nearest != NB_CONFIG_KEY_COUNT;
        nb_config_say(reader, key_span, is_near ? unknown_key_near : unknown_key, name,
                      nb_view_of(is_near ? nb_config_key_name(nearest) : ""));
        return;
    }
    if (*seen & 1u << key)
        nb_config_say(reader, key_span, twice, name, NB_V(""));
    *seen |= 1u << key;
    if (reader->is_settings && cJSON_IsNull(member))
        return;
    nb_config_read_value(reader, key, member, value_span);
}

static void read_object(nb_config_reader *reader, const cJSON *object, uint32_t start)
{
    nb_json_walk walk = nb_json_walk_into(reader->text, start);
    unsigned seen = 0;
    for (const cJSON *member = object->child; member; member = member->next) {
        nb_span key;
        nb_span value;
        nb_json_walk_next(&walk, &key, &value);
        read_member(reader, member, key, value, &seen);
    }
}

static nb_config_file *finish(nb_config_reader *reader, nb_view path)
{
    nb_config_file *file = NB_NEW(reader->arena, nb_config_file);
    *file = (nb_config_file){.config = reader->config,
                             .path = path,
                             .text = reader->text,
                             .problems = reader->problems.items,
                             .problem_count = reader->problems.len};
    uint32_t slash = nb_view_find_last(path, NB_V("/"));
    if (slash != NB_VIEW_NONE)
        file->config.folder = nb_view_sub(path, 0, slash ? slash : 1);
    return file;
}

/* cJSON takes a NUL for a blank and stops at another one: neither is JSON. */
static cJSON *parse(nb_view text, uint32_t *error)
{
    const char *nul = memchr(text.ptr, '\0', text.len);
    const char *end = NULL;
    cJSON *json = NULL;
    if (nul)
        end = nul;
    else
        json = cJSON_ParseWithLengthOpts(text.ptr, (size_t)text.len + 1, &end, 1);
    *error = end >= text.ptr && end <= text.ptr + text.len ? (uint32_t)(end - text.ptr) : 0;
    return json;
}

const nb_config_file *nb_config_read_text(nb_arena *arena, nb_view path, nb_view text, nb_lang lang)
{
    static const nb_text2 no_json = {"这里不是合法的 JSON，整个文件不起作用",
                                     "this is not JSON; nothing of the file holds"};
    static const nb_text2 no_object = {"配置须是一个 JSON 对象 {…}",
                                       "a configuration is a JSON object"};
    nb_config_reader reader = {.arena = arena, .lang = lang};
    path = nb_arena_copy(arena, path);
    reader.text = nb_arena_copy(arena, text);
    uint32_t mark = nb_view_starts_with(reader.text, NB_V("\xEF\xBB\xBF")) ? 3 : 0;
    uint32_t error = 0;
    cJSON *json = parse(nb_view_sub(reader.text, mark, reader.text.len), &error);
    if (json && cJSON_IsObject(json)) {
        read_object(&reader, json, mark);
    } else {
        uint32_t at = json ? 0 : mark + error;
        nb_config_say(&reader, nb_span_of(at, at), json ? no_object : no_json, NB_V(""), NB_V(""));
    }
    nb_config_file *file = finish(&reader, path);
    file->is_broken = !json || !cJSON_IsObject(json);
    cJSON_Delete(json);
    return file;
}

const nb_config_file *nb_config_read_settings(nb_arena *arena, const cJSON *settings, nb_lang lang)
{
    nb_config_reader reader = {.arena = arena, .lang = lang, .is_settings = true};
    if (cJSON_IsObject(settings))
        read_object(&reader, settings, 0);
    return finish(&reader, NB_V(""));
}

const nb_config_file *nb_config_unreadable(nb_arena *arena, nb_view path, const char *why)
{
    nb_config_reader reader = {.arena = arena};
    nb_config_say(&reader, nb_span_of(0, 0), (nb_text2){"{0}", "{0}"}, nb_view_of(why), NB_V(""));
    nb_config_file *file = finish(&reader, nb_arena_copy(arena, path));
    file->is_broken = true;
    return file;
}
