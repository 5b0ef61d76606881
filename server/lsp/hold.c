#include "lsp/hold.h"

#include <string.h>

#include "nb/check/place.h"
#include "nb/text/utf8.h"

#define TYPED_BYTES_MAX 16u /* a key, or what an input method puts in at once */

static bool is_figure(nb_view text)
{
    for (uint32_t at = 0; at < text.len;) {
        uint32_t cp = nb_utf8_next(text, &at);
        bool ascii = (cp >= '0' && cp <= '9') || cp == '.' || cp == ',' || cp == '-' || cp == '%';
        bool wide = (cp >= 0xFF10 && cp <= 0xFF19) || cp == 0xFF0E || cp == 0xFF0C || cp == 0xFF05;
        if (!ascii && !wide)
            return false;
    }
    return text.len <= TYPED_BYTES_MAX;
}

/* Findings can wait only where somebody will come back for them. */
static bool can_hold(const nb_server *server)
{
    return server->host.wake && server->typing_rest_ms &&
           (!server->client.pulls || server->client.refreshes_diagnostics);
}

void nb_hold_note(const nb_server *server, nb_open *open, nb_view removed, nb_view inserted,
                  uint32_t caret)
{
    nb_hold *hold = &open->hold;
    hold->is_on = can_hold(server) && is_figure(removed) && is_figure(inserted);
    hold->caret = caret;
    hold->until_ms = server->now_ms + server->typing_rest_ms;
}

void nb_hold_end(nb_open *open)
{
    open->is_due |= open->hold.kept > 0;
    open->hold.is_on = false;
}

void nb_hold_move(nb_open *open, uint32_t caret)
{
    if (open->hold.is_on && !nb_span_holds(open->hold.zone, caret))
        nb_hold_end(open);
}

/* The row with its label, the sentence, or at least the line. */
static nb_span zone_at(const nb_analysis *analysis, uint32_t caret)
{
    nb_place place = nb_place_at(analysis, caret);
    nb_span line = nb_lines_span(&analysis->lines, nb_lines_at(&analysis->lines, caret));
    if (place.row) {
        const nb_table_block *block = &place.table->blocks[place.block];
        nb_span zone = place.row->label_span;
        for (uint32_t c = 0; c < block->form->column_count; c++)
            if (place.row->cells[c].state != NB_CELL_ABSENT &&
                place.row->cells[c].state != NB_CELL_UNASSIGNED)
                zone = nb_span_union(zone, place.row->cells[c].span);
        return zone;
    }
    return place.sentence ? nb_mapped_whole(&place.sentence->text) : line;
}

static bool was_shown(const nb_hold *hold, uint64_t fingerprint)
{
    for (size_t at = 0; at < hold->shown.len; at += sizeof fingerprint)
        if (memcmp(hold->shown.ptr + at, &fingerprint, sizeof fingerprint) == 0)
            return true;
    return false;
}

bool nb_hold_keeps(const nb_open *open, const nb_finding *finding)
{
    const nb_hold *hold = &open->hold;
    if (!hold->is_on)
        return false;
    bool speaks = nb_span_touches(finding->span, hold->zone);
    for (uint32_t i = 0; i < finding->related_count && !speaks; i++)
        speaks = nb_span_touches(finding->related[i].span, hold->zone);
    return speaks && !was_shown(hold, finding->fingerprint);
}

void nb_hold_look(nb_open *open, const nb_analysis *analysis)
{
    open->hold.kept = 0;
    if (!open->hold.is_on)
        return;
    open->hold.zone = zone_at(analysis, open->hold.caret);
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        open->hold.kept += nb_hold_keeps(open, &analysis->findings[i]);
}

void nb_hold_sent(nb_open *open, const nb_analysis *analysis)
{
    nb_buf now = {0};
    for (uint32_t i = 0; i < analysis->finding_count; i++)
        if (!nb_hold_keeps(open, &analysis->findings[i]))
            nb_buf_add(&now, &analysis->findings[i].fingerprint, sizeof(uint64_t));
    nb_buf_release(&open->hold.shown);
    open->hold.shown = now;
}

bool nb_hold_tick(nb_server *server)
{
    bool is_due = false;
    for (uint32_t i = 0; i < server->documents.count; i++) {
        nb_open *open = server->documents.items[i];
        if (!open->hold.is_on || server->now_ms < open->hold.until_ms)
            continue;
        is_due |= open->hold.kept > 0;
        nb_hold_end(open);
    }
    return is_due;
}

void nb_hold_wake(nb_server *server)
{
    uint64_t next = UINT64_MAX;
    for (uint32_t i = 0; i < server->documents.count; i++) {
        const nb_hold *hold = &server->documents.items[i]->hold;
        if (hold->is_on && hold->kept && hold->until_ms < next)
            next = hold->until_ms;
    }
    if (next != UINT64_MAX)
        server->host.wake(server->host.context,
                          next > server->now_ms ? (uint32_t)(next - server->now_ms) : 1);
}
