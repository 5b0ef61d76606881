#include <string.h>

#include "lsp/json.h"

cJSON *nb_json_parse(nb_view body)
{
    /* A NUL is nowhere allowed in JSON; cJSON takes it for a blank. */
    if (memchr(body.ptr, '\0', body.len))
        return NULL;
    const char *end = NULL;
    cJSON *json = cJSON_ParseWithLengthOpts(body.ptr, (size_t)body.len + 1, &end, 1);
    if (json && end != body.ptr + body.len) { /* bytes behind a NUL inside the body */
        cJSON_Delete(json);
        return NULL;
    }
    return json;
}

const cJSON *nb_json_get(const cJSON *json, const char *key)
{
    return cJSON_IsObject(json) ? cJSON_GetObjectItemCaseSensitive(json, key) : NULL;
}

static bool key_equals(const char *key, const char *part, size_t len)
{
    return key && strncmp(key, part, len) == 0 && key[len] == '\0';
}

const cJSON *nb_json_path(const cJSON *json, const char *path)
{
    while (json && *path) {
        size_t len = strcspn(path, ".");
        const cJSON *member = cJSON_IsObject(json) ? json->child : NULL;
        while (member && !key_equals(member->string, path, len))
            member = member->next;
        json = member;
        path += len + (path[len] == '.');
    }
    return json;
}

bool nb_json_is_true(const cJSON *json, const char *path)
{
    return cJSON_IsTrue(nb_json_path(json, path));
}

nb_view nb_json_view(const cJSON *json)
{
    return cJSON_IsString(json) ? nb_view_of(json->valuestring) : (nb_view){0};
}

nb_view nb_json_path_view(const cJSON *json, const char *path)
{
    return nb_json_view(nb_json_path(json, path));
}

int64_t nb_json_int(const cJSON *json, int64_t fallback)
{
    if (!cJSON_IsNumber(json))
        return fallback;
    /* 2^53: beyond it a JSON number need not be an integer at all. */
    if (json->valuedouble >= 9007199254740992.0)
        return INT64_C(9007199254740992);
    if (json->valuedouble <= -9007199254740992.0)
        return -INT64_C(9007199254740992);
    return (int64_t)json->valuedouble;
}

bool nb_json_array_has(const cJSON *array, const char *value)
{
    const cJSON *item;
    if (!cJSON_IsArray(array))
        return false;
    cJSON_ArrayForEach(item, array)
    {
        if (cJSON_IsString(item) && strcmp(item->valuestring, value) == 0)
            return true;
    }
    return false;
}

static uint32_t to_uinteger(const cJSON *json)
{
    int64_t value = nb_json_int(json, 0);
    if (value < 0)
        return 0;
    return value > INT32_MAX ? (uint32_t)INT32_MAX : (uint32_t)value;
}

bool nb_json_position(const cJSON *json, nb_position *position)
{
    const cJSON *line = nb_json_get(json, "line");
    const cJSON *character = nb_json_get(json, "character");
    if (!cJSON_IsNumber(line) || !cJSON_IsNumber(character))
        return false;
    *position = (nb_position){to_uinteger(line), to_uinteger(character)};
    return true;
}

bool nb_json_range(const cJSON *json, nb_range *range)
{
    return nb_json_position(nb_json_get(json, "start"), &range->start) &&
           nb_json_position(nb_json_get(json, "end"), &range->end);
}
