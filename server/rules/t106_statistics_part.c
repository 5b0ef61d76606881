#include "rules/table_faults.h"
#include "rules/table_names.h"

/* Inclusions of the form of 2014: 其中, channels of a number that counts each item once. */

static nb_severity severity_of(nb_strength strength)
{
    return strength == NB_MUST     ? NB_SEVERITY_ERROR
           : strength == NB_SHOULD ? NB_SEVERITY_WARNING
                                   : NB_SEVERITY_HINT;
}

/* An inequality that fails and that no wrong total explains. */
typedef struct failure {
    const nb_verdict *verdict;
    nb_operands ops;
    bool is_told;
} failure;

typedef NB_VEC(failure) failure_vec;

static const nb_text2 as_is = {"{0}", "{0}"};

static const nb_row *row_at(const failure *f, uint32_t row)
{
    return &f->verdict->table->blocks[f->verdict->block].rows[row];
}

/* Is the row by itself one of the two sides? */
static bool is_side(const failure *f, uint32_t row)
{
    return f->ops.left[0] == row || (f->ops.right_count == 1 && f->ops.right[0] == row);
}

/*
 * The row to show one failure at: the whole, which is wrong as often as its part. Documents issued
 * (39) are not the whole of those disclosed; there it is the part that surprises.
 */
static uint32_t natural_row(const failure *f)
{
    bool is_whole = f->ops.right_count == 1 && f->verdict->identity->relation_number != 39;
    return is_whole ? f->ops.right[0] : f->ops.left[0];
}

/* The row that most open failures have in common. */
static uint32_t common_row(const failure_vec *open, const failure *first)
{
    uint32_t best = natural_row(first), most = 1;
    const uint32_t rows[] = {first->ops.right[0], first->ops.left[0]};
    for (uint32_t i = first->ops.right_count == 1 ? 0 : 1; i < 2; i++) {
        uint32_t count = 0;
        for (uint32_t k = 0; k < open->len; k++)
            count += !open->items[k].is_told &&
                     open->items[k].verdict->table == first->verdict->table &&
                     is_side(&open->items[k], rows[i]);
        if (count > most) {
            most = count;
            best = rows[i];
        }
    }
    return best;
}

static nb_view says(nb_rule_ctx *ctx, const failure *f)
{
    return nb_view_of(nb_text2_in(f->verdict->identity->says, nb_ctx_lang(ctx)));
}

static void relate_figures(nb_rule_ctx *ctx, nb_finding_draft *draft, const failure *f)
{
    nb_arena *arena = nb_ctx_arena(ctx);
    const nb_table_block *block = &f->verdict->table->blocks[f->verdict->block];
    for (uint32_t i = 0; i <= f->ops.right_count; i++) {
        uint32_t r = i == 0 ? f->ops.left[0] : f->ops.right[i - 1];
        const nb_cell *cell = &row_at(f, r)->cells[f->verdict->index];
        nb_view text = nb_arena_printf(arena, "%.*s＝%.*s",
                                       NB_ARG(nb_cell_name(ctx, block, r, f->verdict->index)),
                                       NB_ARG(nb_micro_text(arena, cell->figure.micro)));
        nb_finding_relate(draft, nb_cell_place(row_at(f, r), cell), as_is, text);
    }
}

/* The other failures that the row is in. */
static void relate_others(nb_rule_ctx *ctx, nb_finding_draft *draft, failure_vec *open,
                          const failure *main, uint32_t row)
{
    static const nb_text2 also = {"同时不成立：{0}", "does not hold either: {0}"};
    nb_arena *arena = nb_ctx_arena(ctx);
    for (uint32_t k = 0; k < open->len; k++) {
        failure *f = &open->items[k];
        if (f->is_told || f == main || f->verdict->table != main->verdict->table ||
            !is_side(f, row))
            continue;
        uint32_t other = f->ops.left[0] == row ? f->ops.right[0] : f->ops.left[0];
        const nb_row *place = row_at(f, other);
        nb_view text = nb_arena_printf(arena, "%.*s（%.*s＞%.*s）", NB_ARG(says(ctx, f)),
                                       NB_ARG(nb_micro_text(arena, f->verdict->left_micro)),
                                       NB_ARG(nb_micro_text(arena, f->verdict->right_micro)));
        nb_finding_relate(draft, nb_cell_place(place, &place->cells[f->verdict->index]), also,
                          text);
        f->is_told = true;
    }
}

static failure *strongest(failure_vec *open, failure *first, uint32_t row)
{
    failure *best = first;
    for (uint32_t k = 0; k < open->len; k++) {
        failure *f = &open->items[k];
        if (!f->is_told && f->verdict->table == first->verdict->table && is_side(f, row) &&
            severity_of(f->verdict->identity->strength) <
                severity_of(best->verdict->identity->strength))
            best = f;
    }
    return best;
}

static void report_failures(nb_rule_ctx *ctx, failure_vec *open, failure *first)
{
    static const nb_text2 common = {
        "{says}不成立：{left}大于{right}；不止一项不成立，都与“{cell}”有关，此数疑有误",
        "{says} does not hold: {left} is more than {right}; other relations of \"{cell}\" fail as "
        "well, so this figure seems wrong"};
    uint32_t row = common_row(open, first);
    failure *main = strongest(open, first, row);
    const nb_verdict *verdict = main->verdict;
    const nb_cell *cell = &row_at(main, row)->cells[verdict->index];
    nb_finding_draft *draft = nb_ctx_find(ctx, severity_of(verdict->identity->strength),
                                          nb_cell_place(row_at(main, row), cell));
    nb_finding_arg(draft, "says", says(ctx, main));
    nb_finding_arg_micro(draft, "left", verdict->left_micro);
    nb_finding_arg_micro(draft, "right", verdict->right_micro);
    nb_finding_place(draft, nb_view_of(verdict->identity->key));
    relate_figures(ctx, draft, main);
    main->is_told = true;
    uint32_t before = 0, after = 0;
    for (uint32_t k = 0; k < open->len; k++)
        before += open->items[k].is_told;
    relate_others(ctx, draft, open, main, row);
    for (uint32_t k = 0; k < open->len; k++)
        after += open->items[k].is_told;
    if (after > before) {
        const nb_table_block *block = &verdict->table->blocks[verdict->block];
        nb_finding_message(draft, common);
        nb_finding_arg(draft, "cell", nb_row_name(&block->form->rows[row]));
    }
}

/* People were trained, but no course was given (52); superiors' courses may be meant. */
static void check_training(nb_rule_ctx *ctx, const nb_table *table)
{
    static const nb_text2 message = {"举办培训班为0次，接受培训人员却有{left}人次",
                                     "no course was given, yet {left} people were trained"};
    const nb_cell *courses = nb_table_cell(table, "courses", "value");
    const nb_cell *persons = nb_table_cell(table, "persons_trained", "value");
    if (!courses || !persons || courses->state != NB_CELL_VALUE ||
        persons->state != NB_CELL_VALUE || courses->figure.micro != 0 || persons->figure.micro <= 0)
        return;
    nb_finding_draft *draft = nb_ctx_find(ctx, NB_SEVERITY_HINT, persons->span);
    nb_finding_message(draft, message);
    nb_finding_arg_micro(draft, "left", persons->figure.micro);
    nb_finding_relate(draft, courses->span, (nb_text2){"举办各类培训班数", "courses given"},
                      (nb_view){0});
}

static bool is_explained(const nb_faults *faults, const nb_verdict *verdict)
{
    for (uint32_t k = 0; k < faults->count; k++)
        if (nb_fault_explains(&faults->items[k], verdict))
            return true;
    return false;
}

static void check(nb_rule_ctx *ctx)
{
    const nb_report *report = nb_ctx_report(ctx);
    uint32_t count = 0;
    const nb_verdict *verdicts = nb_ctx_verdicts(ctx, &count);
    failure_vec open = {0};
    nb_faults faults = nb_faults_find(ctx);
    for (uint32_t i = 0; i < count; i++) {
        const nb_verdict *verdict = &verdicts[i];
        if (verdict->table->key != NB_TABLE_STATISTICS || verdict->state != NB_VERDICT_FAILS ||
            verdict->identity->relation != NB_REL_LE ||
            !nb_table_is_bound(report, verdict->table) || is_explained(&faults, verdict))
            continue;
        failure *f = nb_vec_push(nb_ctx_arena(ctx), &open);
        *f = (failure){.verdict = verdict};
        nb_operands_of(verdict->table->blocks[verdict->block].form, verdict->identity, &f->ops);
    }
    for (uint32_t i = 0; i < open.len; i++)
        if (!open.items[i].is_told)
            report_failures(ctx, &open, &open.items[i]);
    for (uint32_t t = 0; t < report->table_count; t++)
        if (report->tables[t].key == NB_TABLE_STATISTICS &&
            nb_table_is_bound(report, &report->tables[t]))
            check_training(ctx, &report->tables[t]);
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
    .no_fix = {"总数偏小还是部分偏大，须与台账核对",
               "Whether the whole or the part is wrong, the records tell"},
    .basis = "国办发〔2014〕32号《政府信息公开情况统计表》",
    .check = check,
};
