#include <string.h>

#include "nb/base/bug.h"
#include "rules/engine.h"

typedef NB_VEC(char) char_vec;

static void append(nb_arena *arena, char_vec *out, const char *bytes, uint32_t len)
{
    for (uint32_t i = 0; i < len; i++)
        *nb_vec_push(arena, out) = bytes[i];
}

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* Length of the name in "{name}" at s, or 0 if there is none. */
static uint32_t name_length(const char *s)
{
    uint32_t len = 0;
    while (is_name_char(s[1 + len]))
        len++;
    return s[1 + len] == '}' ? len : 0;
}

static uint32_t find_arg(const char *name, uint32_t len, const nb_message_arg *args, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (strncmp(args[i].name, name, len) == 0 && args[i].name[len] == '\0')
            return i;
    }
    return NB_VIEW_NONE;
}

nb_view nb_message_fill(nb_arena *arena, const char *template, const nb_message_arg *args,
                        uint32_t count, bool *used)
{
    char_vec out = {0};
    const char *from = template;
    for (const char *s = template; *s;) {
        uint32_t len = *s == '{' ? name_length(s) : 0;
        if (!len) {
            s++;
            continue;
        }
        uint32_t i = find_arg(s + 1, len, args, count);
        NB_BUG_ON(i == NB_VIEW_NONE, "every {name} of a message has an argument");
        append(arena, &out, from, (uint32_t)(s - from));
        append(arena, &out, args[i].value.ptr, args[i].value.len);
        used[i] = true;
        s += len + 2;
        from = s;
    }
    append(arena, &out, from, (uint32_t)strlen(from));
    return (nb_view){out.items, out.len};
}
