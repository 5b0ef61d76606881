#include "nb/check/config.h"
#include "nb/text/utf8.h"

/* One character of path at *p against one of pattern at *q that is no star; moves both. */
static bool take_one(nb_view pattern, uint32_t *q, nb_view path, uint32_t *p)
{
    if (*q >= pattern.len || *p >= path.len)
        return false;
    if (pattern.ptr[*q] == '?' && path.ptr[*p] != '/') {
        (*q)++;
        (void)nb_utf8_next(path, p);
        return true;
    }
    return pattern.ptr[*q] != '*' && pattern.ptr[(*q)++] == path.ptr[(*p)++];
}

/*
 * Goes back to the last `*`, and where that cannot take more (it stays within a name) to the last
 * `**`: an earlier star never helps, for the later one can take whatever it would leave.
 */
static bool matches_all(nb_view pattern, nb_view path)
{
    uint32_t p = 0, q = 0;
    uint32_t star = NB_VIEW_NONE, star_path = 0;
    uint32_t stars = NB_VIEW_NONE, stars_path = 0;
    for (;;) {
        if (q < pattern.len && pattern.ptr[q] == '*') {
            if (q + 1 < pattern.len && pattern.ptr[q + 1] == '*') {
                q += 2;
                if (q < pattern.len && pattern.ptr[q] == '/')
                    q++; /* `**` and its slash may be nothing */
                stars = q;
                stars_path = p;
                star = NB_VIEW_NONE;
            } else {
                star = ++q;
                star_path = p;
            }
            continue;
        }
        if (p == path.len && q == pattern.len)
            return true;
        if (take_one(pattern, &q, path, &p))
            continue;
        if (star != NB_VIEW_NONE && star_path < path.len && path.ptr[star_path] != '/') {
            p = ++star_path;
            q = star;
        } else if (stars != NB_VIEW_NONE && stars_path < path.len) {
            p = ++stars_path;
            q = stars;
            star = NB_VIEW_NONE;
        } else {
            return false;
        }
    }
}

bool nb_config_pattern_matches(nb_view pattern, nb_view path)
{
    while (pattern.len && pattern.ptr[pattern.len - 1] == '/')
        pattern.len--;
    if (nb_view_starts_with(pattern, NB_V("./")))
        pattern = nb_view_sub(pattern, 2, pattern.len);
    bool is_name = !nb_view_contains(pattern, NB_V("/"));
    if (nb_view_starts_with(pattern, NB_V("/")))
        pattern = nb_view_sub(pattern, 1, pattern.len);
    if (pattern.len == 0)
        return false;
    uint32_t name = 0;
    for (uint32_t at = 0; at <= path.len; at++) {
        if (at < path.len && path.ptr[at] != '/')
            continue;
        if (matches_all(pattern, nb_view_sub(path, is_name ? name : 0, at)))
            return true;
        name = at + 1;
    }
    return false;
}

nb_view nb_config_relative(const nb_config *config, nb_view path)
{
    nb_view folder = config->folder;
    while (folder.len && folder.ptr[folder.len - 1] == '/')
        folder.len--;
    if (nb_view_starts_with(path, folder) && path.len > folder.len && path.ptr[folder.len] == '/')
        return nb_view_sub(path, folder.len + 1, path.len);
    return path;
}

bool nb_config_ignores(const nb_config *config, nb_view path)
{
    nb_view relative = nb_config_relative(config, path);
    for (uint32_t i = 0; i < config->ignore_count; i++) {
        if (nb_config_pattern_matches(config->ignore[i], relative))
            return true;
    }
    return false;
}
