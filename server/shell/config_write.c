#include "shell/config_write.h"

#include <stdio.h>

#include "nb/base/buf.h"
#include "nb/check/suppress.h"
#include "shell/json_walk.h"

static void add_string(nb_buf *out, nb_view v)
{
    nb_buf_add_char(out, '"');
    for (uint32_t i = 0; i < v.len; i++) {
        unsigned char c = (unsigned char)v.ptr[i];
        if (c < 0x20) {
            nb_buf_printf(out, "\\u%04x", c);
            continue;
        }
        if (c == '"' || c == '\\')
            nb_buf_add_char(out, '\\');
        nb_buf_add_char(out, (char)c);
    }
    nb_buf_add_char(out, '"');
}

typedef struct entry {
    const nb_finding *finding;
    nb_view path;
    nb_lang lang;
} entry;

static void add_entry(nb_buf *out, const entry *e)
{
    nb_buf_printf(out, "{\"fingerprint\": \"%016llx\", \"code\": \"%s\", \"path\": ",
                  (unsigned long long)e->finding->fingerprint, e->finding->rule->code);
    add_string(out, e->path);
    nb_buf_add_str(out, ", \"reason\": ");
    add_string(out, nb_view_of(nb_text2_in(nb_reason_placeholder(), e->lang)));
    nb_buf_add_char(out, '}');
}

/* Where the members of an object or array end, and how they are set. */
typedef struct members {
    uint32_t end;   /* behind the last one, or behind the bracket */
    bool is_empty;  /* there are none */
    nb_view lead;   /* what stands in front of the first one: a line end and blanks, mostly */
    nb_span wanted; /* the value of the last "suppress" */
    bool has_wanted;
} members;

static members members_of(nb_view text, uint32_t start)
{
    nb_json_walk walk = nb_json_walk_into(text, start);
    members m = {.end = walk.at, .is_empty = true};
    uint32_t open = walk.at;
    for (;;) {
        nb_span key;
        nb_span value;
        nb_json_walk_next(&walk, &key, &value);
        if (nb_span_is_empty(value))
            return m;
        if (m.is_empty)
            m.lead = nb_view_sub(text, open, nb_span_is_empty(key) ? value.start : key.start);
        m.is_empty = false;
        m.end = value.end;
        if (nb_view_eq(nb_view_sub(text, key.start, key.end), NB_V("\"suppress\""))) {
            m.wanted = value;
            m.has_wanted = true;
        }
    }
}

static uint32_t add_new_file(nb_buf *out, const entry *e, uint32_t mark)
{
    nb_buf_add_str(out, "{\n  \"suppress\": [\n    ");
    add_entry(out, e);
    nb_buf_add_str(out, "\n  ]\n}\n");
    return mark;
}

/* One more member, set as the first one is. */
static void add_separator(nb_buf *out, const members *m, nb_view without)
{
    if (!m->is_empty)
        nb_buf_add_char(out, ',');
    nb_view lead = m->is_empty ? without : m->lead.len ? m->lead : NB_V(" ");
    nb_buf_add_view(out, lead);
}

bool nb_config_suppress_edit(nb_arena *arena, nb_view text, const nb_finding *finding, nb_view path,
                             nb_lang lang, nb_edit *edit)
{
    entry e = {finding, path, lang};
    nb_buf out = {0};
    uint32_t mark = nb_view_starts_with(text, NB_V("\xEF\xBB\xBF")) ? 3 : 0;
    uint32_t at;
    if (text.len <= mark) {
        at = add_new_file(&out, &e, mark);
    } else {
        members top = members_of(text, mark);
        if (top.has_wanted && text.ptr[top.wanted.start] != '[')
            return false;
        if (top.has_wanted) {
            members list = members_of(text, top.wanted.start);
            at = list.end;
            add_separator(&out, &list, NB_V(""));
            add_entry(&out, &e);
        } else {
            at = top.end;
            add_separator(&out, &top, NB_V("\n  "));
            nb_buf_add_str(&out, "\"suppress\": [");
            add_entry(&out, &e);
            nb_buf_add_str(&out, top.is_empty ? "]\n" : "]");
        }
    }
    edit->span = nb_span_of(at, at);
    edit->new_text = nb_arena_copy(arena, nb_buf_view(&out));
    nb_buf_release(&out);
    return true;
}
