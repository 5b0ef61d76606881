#ifndef NB_BASE_LANG_H
#define NB_BASE_LANG_H

/* The two languages that texts for users exist in; Chinese is the default everywhere. */
typedef enum nb_lang { NB_LANG_ZH, NB_LANG_EN, NB_LANG_COUNT } nb_lang;

/* One text in both: {.zh = "…", .en = "…"} */
typedef struct nb_text2 {
    const char *zh;
    const char *en;
} nb_text2;

static inline const char *nb_text2_in(nb_text2 text, nb_lang lang)
{
    return lang == NB_LANG_EN ? text.en : text.zh;
}

/* The language that a tag such as "zh-CN", "en_US.UTF-8" or NULL asks for. */
nb_lang nb_lang_from_tag(const char *tag);

#endif
