#include "shell/config_values.h"

#include <string.h>

void nb_config_say(nb_config_reader *reader, nb_span span, nb_text2 message, nb_view a, nb_view b)
{
    if (reader->problems.len == NB_CONFIG_PROBLEMS_MAX)
        return;
    nb_buf out = {0};
    const char *from = nb_text2_in(message, reader->lang);
    for (const char *brace; (brace = strchr(from, '{')); from = brace + 3) {
        nb_buf_add(&out, from, (size_t)(brace - from));
        nb_buf_add_view(&out, brace[1] == '0' ? a : b);
    }
    nb_buf_add_str(&out, from);
    *nb_vec_push(reader->arena, &reader->problems) =
        (nb_config_problem){span, nb_arena_copy(reader->arena, nb_buf_view(&out))};
    nb_buf_release(&out);
}
