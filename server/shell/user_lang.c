#include "shell/user_lang.h"

#include <stdlib.h>

nb_lang nb_lang_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *tag = getenv(names[i]);
        if (tag && *tag)
            return nb_lang_from_tag(tag);
    }
    return nb_lang_from_tag(NULL);
}
