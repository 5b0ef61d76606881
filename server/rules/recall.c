#include "rules/engine.h"

#include <string.h>

/*
 * A document of several reports: those that nobody is typing in find what they found before. They
 * are recognised anew, and compared; then the findings are copied to where they stand now.
 */

/* Bytes on either side of a report that rules may look at: the rest of its first and last lines,
 * and whether the line beside them is blank. */
#define AROUND 256u

typedef struct moved {
    nb_arena *arena;
    uint32_t by; /* modulo 2^32 */
} moved;

static nb_span span_of(const moved *m, nb_span span)
{
    return nb_span_of(span.start + m->by, span.end + m->by);
}

static bool is_span(const moved *m, nb_span before, nb_span now)
{
    nb_span span = span_of(m, before);
    return span.start == now.start && span.end == now.end;
}

/* ---- the same report ---- */

static bool has_same_blocks(const nb_block_pairs *pairs, const nb_report *before,
                            const nb_report *now, uint32_t *shift)
{
    if (now->first_block >= now->block_end)
        return false;
    uint32_t last_shift;
    uint32_t first = nb_block_before(pairs, now->first_block, shift);
    uint32_t last = nb_block_before(pairs, now->block_end - 1, &last_shift);
    bool is_on_one_side =
        now->block_end <= pairs->head || now->first_block >= pairs->count - pairs->tail;
    return is_on_one_side && first == before->first_block && last == before->block_end - 1;
}

static bool ends_somewhere(nb_view text)
{
    return text.len < AROUND || nb_view_contains(text, NB_V("\n")) ||
           nb_view_contains(text, NB_V("\r"));
}

/* The document's bytes, with what is no content and what stands around the report. */
static bool has_same_source(const nb_report *before, const nb_report *now)
{
    nb_view old = before->markup->text, text = now->markup->text;
    nb_span was = before->extent, is = now->extent;
    uint32_t lead = is.start < AROUND ? is.start : AROUND;
    if (lead != (was.start < AROUND ? was.start : AROUND))
        return false;
    return nb_view_eq(nb_view_sub(old, was.start - lead, was.end + AROUND),
                      nb_view_sub(text, is.start - lead, is.end + AROUND)) &&
           ends_somewhere(nb_view_sub(text, is.start - lead, is.start)) &&
           ends_somewhere(nb_view_sub(text, is.end, is.end + AROUND));
}

static bool has_same_headings(const moved *m, const nb_report *before, const nb_report *now)
{
    if (before->heading_count != now->heading_count || before->section_count != now->section_count)
        return false;
    for (uint32_t i = 0; i < now->heading_count; i++) {
        const nb_heading *a = &before->headings[i], *b = &now->headings[i];
        if (!is_span(m, a->span, b->span) || !is_span(m, a->body, b->body) ||
            !is_span(m, a->title_span, b->title_span) || a->depth != b->depth ||
            a->section != b->section || a->number != b->number || a->style != b->style ||
            a->is_official != b->is_official || a->is_misspelt != b->is_misspelt ||
            a->is_run_in != b->is_run_in || a->is_mid_line != b->is_mid_line)
            return false;
    }
    for (uint32_t i = 0; i < now->section_count; i++)
        if (before->sections[i].key != now->sections[i].key ||
            before->sections[i].heading != now->sections[i].heading ||
            !is_span(m, before->sections[i].span, now->sections[i].span))
            return false;
    return true;
}

static bool has_same_sentences(const moved *m, const nb_report *before, const nb_report *now)
{
    if (before->sentence_count != now->sentence_count)
        return false;
    for (uint32_t i = 0; i < now->sentence_count; i++) {
        const nb_sentence *a = &before->sentences[i], *b = &now->sentences[i];
        if (a->heading != b->heading || a->section != b->section ||
            a->is_heading != b->is_heading || a->text.text.len != b->text.text.len ||
            nb_mapped_source(&a->text, 0, 0).start + m->by !=
                nb_mapped_source(&b->text, 0, 0).start)
            return false;
    }
    return true;
}

static bool has_same_tables(const moved *m, const nb_report *before, const nb_report *now)
{
    if (before->table_count != now->table_count)
        return false;
    for (uint32_t i = 0; i < now->table_count; i++)
        if (!is_span(m, before->tables[i].span, now->tables[i].span) ||
            !nb_table_is_moved(&before->tables[i], &now->tables[i]) ||
            before->tables[i].section != now->tables[i].section ||
            before->tables[i].extra_count != now->tables[i].extra_count)
            return false;
    return true;
}

static bool has_same_dates(const moved *m, const nb_report *before, const nb_report *now)
{
    const nb_sign_off *a = &before->sign_off, *b = &now->sign_off;
    if (before->period_count != now->period_count || before->year_count != now->year_count ||
        a->has_body != b->has_body || a->has_date != b->has_date ||
        (b->has_body && !is_span(m, a->body_span, b->body_span)) ||
        (b->has_date && !is_span(m, a->date.span, b->date.span)))
        return false;
    for (uint32_t i = 0; i < now->period_count; i++)
        if (!is_span(m, before->periods[i].sentence, now->periods[i].sentence) ||
            !is_span(m, before->periods[i].dates, now->periods[i].dates))
            return false;
    for (uint32_t i = 0; i < now->year_count; i++)
        if (before->years[i].year != now->years[i].year ||
            before->years[i].source != now->years[i].source ||
            !is_span(m, before->years[i].span, now->years[i].span))
            return false;
    return true;
}

static bool has_same_head(const moved *m, const nb_report *before, const nb_report *now)
{
    const nb_title *a = &before->title, *b = &now->title;
    const nb_declaration *c = &before->declaration, *d = &now->declaration;
    if (before->is_report != now->is_report || !is_span(m, before->extent, now->extent) ||
        !is_span(m, before->preamble, now->preamble) || a->is_present != b->is_present ||
        c->is_present != d->is_present)
        return false;
    if (b->is_present && (a->is_report != b->is_report || !is_span(m, a->span, b->span)))
        return false;
    return !d->is_present ||
           (is_span(m, c->sentence, d->sentence) && c->part_count == d->part_count);
}

static bool is_same(const nb_rule_ctx *ctx, const nb_rule_memory *memory, moved *m)
{
    const nb_report *before = memory->report, *now = ctx->report;
    return !memory->has_read_all && !memory->has_last_year && !nb_ctx_last_year(ctx) &&
           !memory->found.is_truncated && memory->facts == ctx->facts &&
           memory->figures == ctx->figures && nb_view_eq(before->eol, now->eol) &&
           has_same_blocks(ctx->before->pairs, before, now, &m->by) &&
           has_same_source(before, now) && has_same_head(m, before, now) &&
           has_same_headings(m, before, now) && has_same_tables(m, before, now) &&
           has_same_dates(m, before, now) && has_same_sentences(m, before, now);
}

/* ---- what was found in it ---- */

static nb_view copy_of(const moved *m, nb_view v)
{
    return v.len ? nb_arena_copy(m->arena, v) : v;
}

static const nb_fix *move_fixes(const moved *m, const nb_finding *finding)
{
    nb_fix *fixes = NB_NEW_ARRAY(m->arena, nb_fix, finding->fix_count);
    for (uint32_t i = 0; i < finding->fix_count; i++) {
        const nb_fix *old = &finding->fixes[i];
        nb_edit *edits = NB_NEW_ARRAY(m->arena, nb_edit, old->edit_count);
        for (uint32_t k = 0; k < old->edit_count; k++)
            edits[k] =
                (nb_edit){span_of(m, old->edits[k].span), copy_of(m, old->edits[k].new_text)};
        fixes[i] = *old;
        fixes[i].title = copy_of(m, old->title);
        fixes[i].edits = edits;
    }
    return fixes;
}

static nb_finding move_finding(const moved *m, const nb_finding *old)
{
    nb_finding finding = *old;
    finding.span = span_of(m, old->span);
    finding.message = copy_of(m, old->message);
    nb_related *related = NB_NEW_ARRAY(m->arena, nb_related, old->related_count);
    for (uint32_t i = 0; i < old->related_count; i++)
        related[i] =
            (nb_related){span_of(m, old->related[i].span), copy_of(m, old->related[i].message)};
    finding.related = related;
    finding.fixes = old->fix_count ? move_fixes(m, old) : NULL;
    return finding;
}

static void move_findings(const moved *m, const nb_findings *old, nb_findings *found)
{
    nb_finding *items = NB_NEW_ARRAY(m->arena, nb_finding, old->count);
    for (uint32_t i = 0; i < old->count; i++)
        if (!old->items[i].rule->on_any_text)
            items[found->count++] = move_finding(m, &old->items[i]);
    found->items = items;
}

static void move_verdicts(const moved *m, const nb_findings *old, const nb_report *before,
                          const nb_report *now, nb_findings *found)
{
    nb_verdict *verdicts = NB_NEW_ARRAY(m->arena, nb_verdict, old->verdict_count);
    for (uint32_t i = 0; i < old->verdict_count; i++) {
        verdicts[i] = old->verdicts[i];
        verdicts[i].table = &now->tables[old->verdicts[i].table - before->tables];
        verdicts[i].reason = copy_of(m, old->verdicts[i].reason);
    }
    found->verdicts = verdicts;
    found->verdict_count = old->verdict_count;
}

static void move_links(const moved *m, const nb_findings *old, nb_findings *found)
{
    nb_claim_link *links = NB_NEW_ARRAY(m->arena, nb_claim_link, old->link_count);
    for (uint32_t i = 0; i < old->link_count; i++)
        links[i] = (nb_claim_link){span_of(m, old->links[i].claim), span_of(m, old->links[i].cell)};
    found->links = links;
    found->link_count = old->link_count;
}

bool nb_memory_recall(const nb_rule_ctx *ctx, nb_findings *found)
{
    const nb_rule_memory *memory = ctx->before ? ctx->before->memory : NULL;
    moved m = {.arena = ctx->arena};
    if (!memory || !is_same(ctx, memory, &m))
        return false;
    *found = (nb_findings){0};
    move_findings(&m, &memory->found, found);
    move_verdicts(&m, &memory->found, memory->report, ctx->report, found);
    move_links(&m, &memory->found, found);
    return true;
}
