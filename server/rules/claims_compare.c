#include "rules/claims_compare.h"

void nb_options_add(nb_options *options, nb_amount amount, nb_text2 name)
{
    if (!amount.is_known)
        options->is_lost = true;
    else if (options->len < NB_OPTIONS_MAX)
        options->items[options->len++] = (nb_option){amount, name};
}

static bool agrees(const nb_option *option, int64_t micro, int64_t tolerance)
{
    int64_t difference = option->amount.micro - micro;
    return difference == 0 || (difference < tolerance && -difference < tolerance);
}

bool nb_claim_contradicts(nb_rule_ctx *ctx, const nb_statement *statement,
                          const nb_quantity *quantity, const nb_options *options, int64_t tolerance)
{
    int64_t micro = quantity->figure.micro;
    bool is_agreed = false;
    for (uint32_t i = 0; i < options->len; i++)
        is_agreed = is_agreed || agrees(&options->items[i], micro, tolerance);
    for (uint32_t i = 0; i < options->len; i++)
        if (!is_agreed || agrees(&options->items[i], micro, tolerance))
            nb_ctx_link(ctx, nb_quantity_digits(statement, quantity),
                        options->items[i].amount.span);
    return !is_agreed && !options->is_lost && options->len > 0;
}

/* No option before it has the same figure. */
static bool is_first_of(const nb_options *options, uint32_t index)
{
    for (uint32_t i = 0; i < index; i++)
        if (options->items[i].amount.micro == options->items[index].amount.micro)
            return false;
    return true;
}

nb_finding_draft *nb_options_report(nb_rule_ctx *ctx, nb_severity severity,
                                    const nb_statement *statement, const nb_quantity *quantity,
                                    const nb_options *options)
{
    static const nb_text2 related = {"表格：{0}", "table: {0}"};
    static const nb_text2 title = {"将正文改为{0}（与表格一致）",
                                   "change the text to {0} (as in the table)"};
    nb_lang lang = nb_ctx_lang(ctx);
    nb_finding_draft *draft = nb_ctx_find(ctx, severity, nb_quantity_digits(statement, quantity));
    nb_finding_arg_micro(draft, "claimed", quantity->figure.micro);
    nb_finding_arg(draft, "name", nb_view_of(nb_text2_in(options->items[0].name, lang)));
    nb_finding_arg_micro(draft, "found", options->items[0].amount.micro);
    for (uint32_t i = 0; i < options->len; i++)
        nb_finding_relate(draft, options->items[i].amount.span, related,
                          nb_view_of(nb_text2_in(options->items[i].name, lang)));
    /* The table is likelier wrong where the text's figure makes one of its sums hold. */
    const nb_cell *cell = options->items[0].amount.cell;
    nb_cell_change change = cell && !options->keeps_table && !quantity->figure.has_magnitude
                                ? nb_cell_change_of(ctx, cell, quantity->figure.micro)
                                : NB_CHANGE_BREAKS;
    if (change == NB_CHANGE_REPAIRS)
        nb_claim_fix_cell(ctx, draft, quantity->figure.micro, cell);
    for (uint32_t i = 0; i < options->len && !quantity->figure.has_magnitude; i++)
        if (is_first_of(options, i))
            nb_claim_fix_text(ctx, draft, statement, quantity, options->items[i].amount.micro,
                              title);
    if (change == NB_CHANGE_NEUTRAL)
        nb_claim_fix_cell(ctx, draft, quantity->figure.micro, cell);
    return draft;
}

void nb_claim_fix_text(nb_rule_ctx *ctx, nb_finding_draft *draft, const nb_statement *statement,
                       const nb_quantity *quantity, int64_t micro, nb_text2 title)
{
    nb_view figure = nb_figure_format_like(nb_ctx_arena(ctx), micro, &quantity->figure);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, title, figure);
    nb_fix_replace(fix, nb_quantity_digits(statement, quantity), figure);
    nb_fix_changes_figure(fix);
}

void nb_claim_fix_cell(nb_rule_ctx *ctx, nb_finding_draft *draft, int64_t micro,
                       const nb_cell *cell)
{
    static const nb_text2 title = {"将表格改为{0}（与正文一致）",
                                   "change the table to {0} (as in the text)"};
    if (!cell || cell->state != NB_CELL_VALUE || cell->figure.has_magnitude)
        return;
    nb_view figure = nb_figure_format_like(nb_ctx_arena(ctx), micro, &cell->figure);
    nb_span digits =
        nb_mapped_source(&cell->raw, cell->figure.digits.start, cell->figure.digits.end);
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, title, figure);
    nb_fix_replace(fix, digits, figure);
    nb_fix_changes_figure(fix);
}

bool nb_percent_fits(int64_t part, int64_t base, const nb_figure *percent)
{
    int64_t difference = 100 * part * NB_FIGURE_ONE - percent->micro * base;
    int64_t allowed = percent->step_micro * base;
    return difference <= allowed && -difference <= allowed;
}

int64_t nb_percent_of(int64_t part, int64_t base, int64_t step_micro)
{
    int64_t exact = 100 * part * NB_FIGURE_ONE;
    return (exact + base * (step_micro / 2)) / (base * step_micro) * step_micro;
}

/* The longest term and filler that text starts with. */
static uint32_t term_length(nb_view text, const nb_term *terms, uint32_t count, uint32_t *mask)
{
    uint32_t length = 0;
    for (uint32_t i = 0; i < count; i++)
        if (terms[i].word.len > length && nb_view_starts_with(text, terms[i].word)) {
            length = terms[i].word.len;
            *mask = terms[i].mask;
        }
    return length;
}

bool nb_terms_read(nb_view text, const nb_term *terms, uint32_t term_count, const nb_view *filler,
                   uint32_t filler_count, uint32_t *mask)
{
    *mask = 0;
    while (text.len > 0) {
        uint32_t term_mask = 0;
        uint32_t length = term_length(text, terms, term_count, &term_mask);
        uint32_t word = nb_words_starting(text, filler, filler_count);
        if (word != NB_VIEW_NONE && filler[word].len > length)
            length = filler[word].len;
        else
            *mask |= term_mask;
        if (length == 0)
            return false;
        text = nb_view_sub(text, length, text.len);
    }
    return true;
}
