#include "figure_context.h"

static const nb_view dashes[] = {{NB_LIT("-")},
                                 {NB_LIT("—")},
                                 {NB_LIT("–")},
                                 {NB_LIT("－")},
                                 {NB_LIT("~")},
                                 {NB_LIT("～")},
                                 {NB_LIT("〜")},
                                 {NB_LIT("―")},
                                 {NB_LIT("/")},
                                 {NB_LIT("／")},
                                 {NB_LIT("×")},
                                 {NB_LIT("*")},
                                 {NB_LIT(".")},
                                 {NB_LIT("．")},
                                 {NB_LIT("−")},
                                 {NB_LIT("＊")},
                                 {0}};
static const nb_view to_words[] = {
    {NB_LIT("至")}, {NB_LIT("到")}, {NB_LIT("：")}, {NB_LIT(":")}, {0}};

uint32_t nb_context_skip(nb_view text, uint32_t at)
{
    while (at < text.len) {
        uint32_t next = at;
        if (!nb_is_blank(nb_decode(text, &next)))
            break;
        at = next;
    }
    return at;
}

static uint32_t skip_back(nb_view text, uint32_t at)
{
    while (at) {
        uint32_t before = at;
        if (!nb_is_blank(nb_utf8_prev(text, &before)))
            break;
        at = before;
    }
    return at;
}

static bool is_digit_before(nb_view text, uint32_t at)
{
    uint32_t from = at;
    if (at)
        (void)nb_utf8_prev(text, &from);
    return from < at && nb_is_digit_at(text, from);
}

static bool is_line_start(nb_view text, uint32_t at)
{
    at = skip_back(text, at);
    return at == 0 || text.ptr[at - 1] == '\n' || text.ptr[at - 1] == '\r';
}

/* Numbering stands at the start of a line or behind the end of a sentence or a blank. */
static bool may_be_numbering(nb_view text, uint32_t at)
{
    static const nb_view ends[] = {{NB_LIT("。")}, {NB_LIT("；")}, {NB_LIT("：")}, {NB_LIT("，")},
                                   {NB_LIT(";")},  {NB_LIT(":")},  {NB_LIT("）")}, {NB_LIT(")")},
                                   {NB_LIT("！")}, {NB_LIT("”")},  {NB_LIT("》")}, {0}};
    return is_line_start(text, at) || skip_back(text, at) != at || nb_word_before(text, at, ends);
}

/* Behind the digits stands what follows a number of a heading: 3. 3、 3） */
static bool has_mark(nb_view text, const nb_number *n)
{
    static const nb_view marks[] = {{NB_LIT("、")}, {NB_LIT(".")}, {NB_LIT("．")},
                                    {NB_LIT("）")}, {NB_LIT(")")}, {0}};
    uint32_t len = nb_word_at(text, n->span.end, marks);
    return len && !nb_is_digit_at(text, n->span.end + len);
}

static bool is_numbering(nb_view text, const nb_number *n)
{
    if (has_mark(text, n) && may_be_numbering(text, n->span.start))
        return true;
    /* 1.3条 at the start of a line is point one with three of them as likely as a decimal */
    return n->has_decimals && n->whole_digits <= 2 && is_line_start(text, n->span.start);
}

/* A range (10至15, 2014—2017), a page number (—2—) or a product (7×24). */
static bool is_joined(nb_view text, nb_span s)
{
    if (nb_word_before(text, s.start, dashes))
        return true;
    uint32_t len = nb_word_before(text, s.start, to_words);
    if (len && is_digit_before(text, s.start - len))
        return true;
    len = nb_word_at(text, s.end, dashes);
    if (!len)
        len = nb_word_at(text, s.end, to_words);
    return len && nb_is_digit_at(text, nb_context_skip(text, s.end + len));
}

/* 〔2021〕, (15), 【2019】, — 6 — */
static bool is_enclosed(nb_view text, nb_span s)
{
    static const nb_view open[] = {
        {NB_LIT("〔")}, {NB_LIT("（")}, {NB_LIT("(")}, {NB_LIT("[")}, {NB_LIT("【")},
        {NB_LIT("﹝")}, {NB_LIT("［")}, {NB_LIT("—")}, {NB_LIT("-")}, {0}};
    static const nb_view close[] = {
        {NB_LIT("〕")}, {NB_LIT("）")}, {NB_LIT(")")}, {NB_LIT("]")}, {NB_LIT("】")},
        {NB_LIT("﹞")}, {NB_LIT("］")}, {NB_LIT("—")}, {NB_LIT("-")}, {0}};
    static const nb_view brackets[] = {{NB_LIT("〕")}, {NB_LIT("﹞")}, {NB_LIT("】")}, {0}};
    if (nb_word_at(text, s.end, brackets)) /* also where the opening one was lost */
        return true;
    return nb_word_before(text, skip_back(text, s.start), open) &&
           nb_word_at(text, nb_context_skip(text, s.end), close);
}

bool nb_context_forbids(nb_view text, const nb_number *n)
{
    static const nb_view ordinal[] = {{NB_LIT("第")}, {0}};
    static const nb_view after[] = {
        {NB_LIT("年")},     {NB_LIT("月")},     {NB_LIT("日")},   {NB_LIT("号")},
        {NB_LIT("时")},     {NB_LIT("点")},     {NB_LIT("室")},   {NB_LIT("路")},
        {NB_LIT("季")},     {NB_LIT("世纪")},   {NB_LIT("热线")}, {NB_LIT("学年")},
        {NB_LIT("宣传日")}, {NB_LIT("宣传日")}, {NB_LIT("平台")}, {0}};
    nb_span s = n->span;
    return nb_word_before(text, skip_back(text, s.start), ordinal) ||
           nb_word_at(text, nb_context_skip(text, s.end), after) || is_joined(text, s) ||
           is_enclosed(text, s) || is_numbering(text, n);
}

static bool is_behind_label(nb_view text, uint32_t at)
{
    static const nb_view colons[] = {{NB_LIT("：")}, {NB_LIT(":")}, {NB_LIT("为")}, {0}};
    static const nb_view labels[] = {{NB_LIT("电话")},
                                     {NB_LIT("邮编")},
                                     {NB_LIT("邮政编码")},
                                     {NB_LIT("编码")},
                                     {NB_LIT("传真")},
                                     {NB_LIT("号码")},
                                     {NB_LIT("QQ")},
                                     {NB_LIT("手机")},
                                     {NB_LIT("群号")},
                                     {NB_LIT("热线")},
                                     {NB_LIT("邮箱")},
                                     {NB_LIT("账号")},
                                     {0}};
    at = skip_back(text, at);
    at = skip_back(text, at - nb_word_before(text, at, colons));
    return nb_word_before(text, at, labels);
}

bool nb_context_forbids_bare(nb_view text, const nb_number *n, const nb_figure *f)
{
    enum { TELEPHONE_DIGITS = 7 };
    int64_t value = n->micro / NB_FIGURE_ONE;
    bool is_year = n->whole_digits == 4 && !n->is_grouped && value >= 1900 && value <= 2100;
    if (is_year && nb_view_eq(f->unit, NB_V("版"))) /* 2025版, an edition */
        return true;
    if (f->unit.len || f->is_percent || f->has_magnitude)
        return false;
    bool is_hotline = n->whole_digits == 5 && !n->is_grouped && value / 100 == 123;
    bool is_telephone = n->whole_digits >= TELEPHONE_DIGITS && !n->is_grouped && !n->has_decimals;
    /* where line ends were lost, numbering follows the text before it: 主要做法1.加强领导 */
    bool is_numbering_inside = has_mark(text, n) && n->whole_digits <= 2;
    return is_year || is_hotline || is_telephone || is_numbering_inside ||
           is_line_start(text, n->span.start) || is_behind_label(text, n->span.start);
}

void nb_context_read_before(nb_view text, nb_figure *f)
{
    static const nb_view about[] = {{NB_LIT("约")},
                                    {NB_LIT("近")},
                                    {NB_LIT("逾")},
                                    {NB_LIT("超")},
                                    {NB_LIT("超过")},
                                    {NB_LIT("不足")},
                                    {NB_LIT("至少")},
                                    {NB_LIT("多于")},
                                    {NB_LIT("少于")},
                                    {NB_LIT("大于")},
                                    {NB_LIT("小于")},
                                    {NB_LIT("不低于")},
                                    {NB_LIT("不高于")},
                                    {NB_LIT("突破")},
                                    {NB_LIT("数")},
                                    {NB_LIT("几")},
                                    {NB_LIT("上")},
                                    {NB_LIT("接近")},
                                    {NB_LIT("将近")},
                                    {NB_LIT("高于")},
                                    {NB_LIT("低于")},
                                    {NB_LIT("不超")},
                                    {0}};
    static const nb_view less[] = {{NB_LIT("减少")},   {NB_LIT("减少了")}, {NB_LIT("下降")},
                                   {NB_LIT("下降了")}, {NB_LIT("降低")},   {NB_LIT("降低了")},
                                   {NB_LIT("净减")},   {NB_LIT("减")},     {0}};
    static const nb_view more[] = {{NB_LIT("增加")},
                                   {NB_LIT("增加了")},
                                   {NB_LIT("增长")},
                                   {NB_LIT("增长了")},
                                   {NB_LIT("上升")},
                                   {NB_LIT("上升了")},
                                   {NB_LIT("提高")},
                                   {NB_LIT("提高了")},
                                   {NB_LIT("净增")},
                                   {NB_LIT("增")},
                                   {NB_LIT("+")},
                                   {NB_LIT("＋")},
                                   {0}};
    uint32_t at = skip_back(text, f->whole.start);
    uint32_t len = nb_word_before(text, at, about);
    if (len) {
        /* 总数5 and 网上5 are plain; 数十 and 上百 are not */
        bool is_arabic = nb_is_digit_at(text, f->digits.start);
        static const nb_view vague[] = {{NB_LIT("数")}, {NB_LIT("上")}, {0}};
        if (is_arabic && nb_word_before(text, at, vague))
            return;
        f->is_approximate = true;
        f->whole.start = at - len;
        at = skip_back(text, f->whole.start);
    }
    static const nb_view fresh[] = {{NB_LIT("新增")}, {0}}; /* a count, no difference */
    uint32_t minus = nb_word_before(text, at, less);
    uint32_t plus = nb_word_before(text, at, more);
    if ((!minus && !plus) || nb_word_before(text, at, fresh))
        return;
    f->is_signed = true;
    f->whole.start = at - minus - plus;
    if (minus)
        f->micro = -f->micro;
}

uint32_t nb_context_numeral_end(nb_view text, uint32_t start)
{
    uint32_t at = start;
    while (at < text.len) {
        uint32_t next = at;
        uint32_t cp = nb_decode(text, &next);
        if (nb_numeral_digit(cp) < 0 && !nb_numeral_power(cp))
            break;
        at = next;
    }
    return at;
}

bool nb_context_forbids_numeral(nb_view text, uint32_t start, uint32_t end)
{
    /* behind a quote it is a slogan: “五公开”, “四个意识”; behind the others part of a word */
    static const nb_view before[] = {
        {NB_LIT("第")}, {NB_LIT("“")},  {NB_LIT("‘")},    {NB_LIT("\"")},
        {NB_LIT("《")}, {NB_LIT("「")}, {NB_LIT("『")},   {NB_LIT("【")},
        {NB_LIT("初")}, {NB_LIT("周")}, {NB_LIT("星期")}, {NB_LIT("礼拜")},
        {NB_LIT("跑")}, {NB_LIT("之")}, {NB_LIT("其")},   {0}};
    static const nb_view before_one[] = {
        {NB_LIT("统")}, {NB_LIT("单")}, {NB_LIT("唯")}, {NB_LIT("同")},   {NB_LIT("任")},
        {NB_LIT("某")}, {NB_LIT("每")}, {NB_LIT("专")}, {NB_LIT("逐")},   {NB_LIT("不")},
        {NB_LIT("进")}, {NB_LIT("再")}, {NB_LIT("又")}, {NB_LIT("新")},   {NB_LIT("上")},
        {NB_LIT("下")}, {NB_LIT("这")}, {NB_LIT("那")}, {NB_LIT("另")},   {NB_LIT("首")},
        {NB_LIT("头")}, {NB_LIT("前")}, {NB_LIT("后")}, {NB_LIT("哪")},   {NB_LIT("合")},
        {NB_LIT("归")}, {NB_LIT("万")}, {NB_LIT("该")}, {NB_LIT("最后")}, {0}};
    nb_view numeral = nb_view_sub(text, start, end);
    uint32_t first = 0;
    uint32_t cp = nb_decode(numeral, &first);
    bool is_single = first == numeral.len;
    int64_t power = nb_numeral_power(cp);
    if (power && power != 10) /* 百姓, 万元, 千家万户 */
        return true;
    if (!power && !is_single && nb_numeral_digit(nb_utf8_next(numeral, &first)) >= 0)
        return true; /* 三四件 is vague, 二〇二一 a year */
    if (nb_word_before(text, start, before) || is_digit_before(text, start))
        return true;
    return is_single && cp == 0x4E00 && nb_word_before(text, start, before_one);
}

bool nb_context_is_phrase(nb_view text, nb_span numeral, nb_view unit)
{
    static const nb_view works[] = {{NB_LIT("工程")}, {NB_LIT("项目")}, {NB_LIT("建设")}, {0}};
    nb_view word = nb_view_sub(text, numeral.start, numeral.end);
    if (nb_view_eq(word, NB_V("二"))) /* 两 counts; 二 before a measure word is an ordinal */
        return true;
    bool is_one = nb_view_eq(word, NB_V("一"));
    if (is_one && (nb_view_eq(unit, NB_V("起")) || nb_view_eq(unit, NB_V("部分"))))
        return true;
    uint32_t end = (uint32_t)(unit.ptr - text.ptr) + unit.len;
    if (nb_view_eq(unit, NB_V("期")) && nb_word_at(text, end, works))
        return true;
    /* 一件件, 一条条 */
    return is_one && nb_view_starts_with(nb_view_sub(text, end, text.len), unit);
}
