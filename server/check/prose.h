#ifndef NB_CHECK_PROSE_H
#define NB_CHECK_PROSE_H

#include "nb/base/buf.h"
#include "nb/base/lang.h"
#include "nb/check/place.h"

/* A text for a user, written once for Markdown and for plain text. */
typedef struct nb_prose {
    nb_buf text;
    nb_lang lang;
    bool markdown;
} nb_prose;

/* Text of the document or of a form: Markdown's signs in it are escaped, line ends become blanks.
 */
void nb_prose_add(nb_prose *prose, nb_view v);
void nb_prose_add_strong(nb_prose *prose, nb_view v);
void nb_prose_add_code(nb_prose *prose, nb_view v);

/* Our own words, taken as they are. */
void nb_prose_say(nb_prose *prose, nb_text2 words);
void nb_prose_put(nb_prose *prose, const char *words);

/* Ends the paragraph, or begins an item of a list. */
void nb_prose_paragraph(nb_prose *prose);
void nb_prose_item(nb_prose *prose);

/* "一、本年新收政府信息公开申请数量": group, group and label of a row or a column. */
void nb_prose_add_row(nb_prose *prose, const nb_form_row *row);
void nb_prose_add_column(nb_prose *prose, const nb_form_column *column);

/* A value in fixed point. */
void nb_prose_add_micro(nb_prose *prose, int64_t micro);

/* The verdict on a sum, with both figures: "✗ 一＋二＝三（七）＋四：7 ≠ 8，差 1". */
void nb_prose_add_verdict(nb_prose *prose, const nb_verdict *verdict);

#endif
