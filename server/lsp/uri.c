#include "lsp/uri.h"

#include <string.h>

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool is_letter(char c)
{
    return ((c | 0x20) >= 'a') && ((c | 0x20) <= 'z');
}

nb_view nb_uri_scheme(nb_view uri)
{
    for (uint32_t i = 0; i < uri.len; i++) {
        char c = uri.ptr[i];
        if (c == ':')
            return nb_view_sub(uri, 0, i);
        if (!is_letter(c) && (i == 0 || !((c >= '0' && c <= '9') || strchr("+-.", c))))
            break;
    }
    return (nb_view){0};
}

static bool is_file(nb_view uri)
{
    nb_view scheme = nb_uri_scheme(uri);
    if (scheme.len != 4)
        return false;
    char lower[4];
    for (int i = 0; i < 4; i++)
        lower[i] = (char)(scheme.ptr[i] | 0x20);
    return memcmp(lower, "file", 4) == 0;
}

/* keep_slash leaves %2F as it is: it is no separator. */
static nb_view decode(nb_arena *arena, nb_view v, bool keep_slash)
{
    char *out = nb_arena_alloc(arena, (size_t)v.len + 1);
    uint32_t len = 0;
    for (uint32_t i = 0; i < v.len; i++) {
        char c = v.ptr[i];
        if (c == '%' && i + 2 < v.len && hex(v.ptr[i + 1]) >= 0 && hex(v.ptr[i + 2]) >= 0) {
            char byte = (char)(hex(v.ptr[i + 1]) * 16 + hex(v.ptr[i + 2]));
            if (byte != '/' || !keep_slash) {
                c = byte;
                i += 2;
            }
        }
        out[len++] = c;
    }
    return (nb_view){out, len};
}

static bool has_drive(nb_view path)
{
    return path.len >= 3 && path.ptr[0] == '/' && is_letter(path.ptr[1]) && path.ptr[2] == ':';
}

/* Behind "file:", decoded: "//host/path", "///path" or "/path". Splits host and path. */
static nb_view split_host(nb_view rest, nb_view *host)
{
    *host = (nb_view){0};
    if (!nb_view_starts_with(rest, NB_V("//")))
        return rest;
    uint32_t slash = nb_view_find(rest, NB_V("/"), 2);
    if (slash == NB_VIEW_NONE)
        slash = rest.len;
    *host = nb_view_sub(rest, 2, slash);
    if (nb_view_eq(*host, NB_V("localhost")))
        *host = (nb_view){0};
    return nb_view_sub(rest, slash, rest.len);
}

nb_view nb_uri_key(nb_arena *arena, nb_view uri)
{
    if (!is_file(uri))
        return nb_arena_copy(arena, uri);
    nb_view host;
    nb_view path = split_host(decode(arena, nb_view_sub(uri, 5, uri.len), true), &host);
    nb_view key = nb_arena_printf(arena, "file://%.*s%.*s", NB_ARG(host), NB_ARG(path));
    if (has_drive(path)) {
        char *drive = (char *)(uintptr_t)key.ptr + strlen("file://") + host.len + 1;
        *drive = (char)(*drive | 0x20);
    }
    return key;
}

nb_view nb_uri_path(nb_arena *arena, nb_view uri)
{
    if (!is_file(uri))
        return (nb_view){0};
    nb_view host;
    nb_view path = split_host(nb_view_sub(uri, 5, uri.len), &host);
    path = decode(arena, path, false);
    if (host.len)
        return nb_arena_printf(arena, "//%.*s%.*s", NB_ARG(host), NB_ARG(path));
    if (has_drive(path))
        path = nb_view_sub(path, 1, path.len);
    return nb_arena_copy(arena, path);
}

static bool is_unreserved(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || (c && strchr("-._~/", c));
}

nb_view nb_uri_of_path(nb_arena *arena, nb_view path)
{
    static const char digits[] = "0123456789ABCDEF";
    char *out = nb_arena_alloc(arena, (size_t)path.len * 3 + 9);
    memcpy(out, "file://", 7);
    uint32_t len = 7;
    if (path.len && path.ptr[0] != '/')
        out[len++] = '/';
    for (uint32_t i = 0; i < path.len; i++) {
        char c = path.ptr[i];
        if (is_unreserved(c)) {
            out[len++] = c;
            continue;
        }
        out[len++] = '%';
        out[len++] = digits[(unsigned char)c >> 4];
        out[len++] = digits[(unsigned char)c & 15];
    }
    out[len] = '\0';
    return (nb_view){out, len};
}
