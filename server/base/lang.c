#include "nb/base/lang.h"

#include <string.h>

nb_lang nb_lang_from_tag(const char *tag)
{
    return tag && (strncmp(tag, "en", 2) == 0 || strncmp(tag, "EN", 2) == 0) ? NB_LANG_EN
                                                                             : NB_LANG_ZH;
}
