#include "rules/claims_lists.h"

/*
 * 办理建议96件、提案121件，共217件: parts one behind the other, joined by 、 alone, and then in so
 * many words their total. Anything else between them, a part without a figure or another unit, and
 * it is no such list.
 */

/* What a list that is summed up does not begin with: a total, a part of one, an estimate. */
static const nb_view other_beginnings[] = {
    NB_W("其中"), NB_W("共"), NB_W("合计"), NB_W("总计"), NB_W("累计"), NB_W("分别"), NB_W("各"),
    NB_W("超"),   NB_W("近"), NB_W("平均"), NB_W("每"),   NB_W("等"),   NB_W("除"),   NB_W("第"),
};

static bool is_total(const nb_statement *statement, const nb_quantity *q, uint32_t parts_end)
{
    static const nb_view words[] = {NB_W("，共"),   NB_W("，共计"), NB_W("，合计"), NB_W("，总计"),
                                    NB_W("，总共"), NB_W("共"),     NB_W("共计"),   NB_W("合计"),
                                    NB_W("总计"),   NB_W("总共")};
    nb_view between = nb_view_sub(statement->text.text, parts_end, q->start);
    for (uint32_t i = 0; i < NB_LEN(words); i++)
        if (nb_view_eq(between, words[i])) /* 共200个栏目 may count another thing */
            return nb_quantity_is_whole(q) && nb_quantity_tail(statement, q).len == 0;
    return false;
}

/* Is quantity k the next part behind quantity k - 1? */
static bool goes_on(const nb_statement *statement, uint32_t k)
{
    const nb_quantity *before = &statement->quantities[k - 1], *q = before + 1;
    nb_view between = nb_view_sub(statement->text.text, before->end, q->start);
    return q->mark == NB_BOUNDARY_LIST && q->lead == before->end + 3 && between.len > 3 &&
           q->depth == before->depth && nb_quantity_is_whole(before) &&
           nb_part_can_be_added(before) && nb_view_eq(before->figure.unit, q->figure.unit);
}

void nb_closing_totals_read(const nb_statement *statement, nb_list_visit *visit, void *data)
{
    for (uint32_t k = 2; k < statement->quantity_count; k++) {
        const nb_quantity *total = &statement->quantities[k];
        uint32_t first = k - 1;
        if (!is_total(statement, total, statement->quantities[first].end))
            continue;
        while (first > 0 && goes_on(statement, first))
            first--;
        const nb_quantity *from = &statement->quantities[first];
        if (k - first < 2 || k - first > NB_PARTS_MAX ||
            !nb_view_eq(from->figure.unit, total->figure.unit) || from->depth != total->depth ||
            from->figure.unit.len == 0 || !nb_quantity_is_whole(&statement->quantities[k - 1]) ||
            !nb_part_can_be_added(&statement->quantities[k - 1]) ||
            NB_HAS(nb_quantity_clause(statement, from), other_beginnings))
            continue;
        nb_list list = {.total_statement = statement,
                        .total = total,
                        .is_pure = true,
                        .is_complete = true,
                        .is_summed_up = true};
        for (uint32_t i = first; i < k; i++) {
            const nb_quantity *part = &statement->quantities[i];
            list.parts[list.part_count++] = (nb_part){statement, part, NULL};
            list.sum_micro += part->figure.micro;
            list.may_overlap |= nb_names_channel(nb_quantity_clause(statement, part));
        }
        visit(data, &list);
    }
}
