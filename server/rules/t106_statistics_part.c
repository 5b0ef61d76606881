#include "rules/table_faults.h"
#include "rules/table_names.h"

/* Inclusions of the form of 2014: 其中, channels of a number that counts each item once. */

static nb_severity severity_of(nb_strength strength)
{
    return strength == NB_MUST     ? NB_SEVERITY_ERROR
           : strength == NB_SHOULD ? NB_SEVERITY_WARNING
                                   : NB_SEVERITY_HINT;
}

static void report_verdict(nb_rule_ctx *ctx, const nb_verdict *verdict)
{
    static const nb_text2 name_is = {"{0}", "{0}"};
    nb_arena *arena = nb_ctx_arena(ctx);
    const nb_table_block *block = &verdict->table->blocks[verdict->block];
    nb_operands ops;
    nb_operands_of(block->form, verdict->identity, &ops);
    const nb_row *row = &block->rows[ops.left[0]];
    const nb_cell *cell = &row->cells[verdict->index];
    nb_finding_draft *draft =
        nb_ctx_find(ctx, severity_of(verdict->identity->strength), nb_cell_place(row, cell));
    nb_finding_arg(draft, "says",
                   nb_view_of(nb_text2_in(verdict->identity->says, nb_ctx_lang(ctx))));
    nb_finding_arg_micro(draft, "left", verdict->left_micro);
    nb_finding_arg_micro(draft, "right", verdict->right_micro);
    nb_finding_place(draft, nb_view_of(verdict->identity->key));
    for (uint32_t i = 0; i < ops.right_count; i++) {
        const nb_row *other = &block->rows[ops.right[i]];
        const nb_cell *value = &other->cells[verdict->index];
        nb_view text = nb_arena_printf(
            arena, "%.*s＝%.*s", NB_ARG(nb_cell_name(ctx, block, ops.right[i], verdict->index)),
            NB_ARG(nb_micro_text(arena, value->figure.micro)));
        nb_finding_relate(draft, nb_cell_place(other, value), name_is, text);
    }
}

static void check(nb_rule_ctx *ctx)
{
    uint32_t count = 0;
    const nb_verdict *verdicts = nb_ctx_verdicts(ctx, &count);
    nb_faults faults = nb_faults_find(ctx);
    for (uint32_t i = 0; i < count; i++) {
        const nb_verdict *verdict = &verdicts[i];
        if (verdict->table->key != NB_TABLE_STATISTICS || verdict->state != NB_VERDICT_FAILS ||
            verdict->identity->relation != NB_REL_LE)
            continue;
        /* A total that T105 has found wrong is not told twice. */
        bool is_explained = false;
        for (uint32_t k = 0; k < faults.count && !is_explained; k++)
            is_explained = nb_fault_explains(&faults.items[k], verdict);
        if (!is_explained)
            report_verdict(ctx, verdict);
    }
}

#define BAD                                                                                                      \
    "| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n| （一）主动公开政府信息数 | 条 | 5 |\n" \
    "| 其中：主动公开规范性文件数 | 条 | 7 |\n"
#define GOOD                                                                                                     \
    "| 统计指标 | 单位 | 统计数 |\n|---|---|---|\n| （一）主动公开政府信息数 | 条 | 7 |\n" \
    "| 其中：主动公开规范性文件数 | 条 | 5 |\n"

const nb_rule nb_rule_t106_statistics_part = {
    .code = "T106",
    .slug = "statistics-part",
    .severity = NB_SEVERITY_ERROR,
    .fix = NB_FIX_NONE,
    .title = {"统计表的部分不大于整体", "the statistics form: a part is not larger than the whole"},
    .message = {"{says}不成立：{left}大于{right}",
                "{says} does not hold: {left} is more than {right}"},
    .explanation =
        {"“其中”的数不能大于它所属的数；同一信息不论从几个渠道公开只计1条，所以单个渠道的数不大于总"
         "数，总数也不大于"
         "各渠道之和。\n\n公开规范性文件数大于制发数、办结数大于收到数可能有正当原因（往年文件、上"
         "年结转），请核实。",
         "What is included (其中) cannot exceed the whole. Each item counts once however many "
         "channels published it, so no channel exceeds the total, nor the total all channels "
         "together. Some of these have legitimate exceptions: older documents, cases carried "
         "over."},
    .bad = {BAD, BAD},
    .good = {GOOD, GOOD},
    .basis = "国办发〔2014〕32号《政府信息公开情况统计表》",
    .check = check,
};
