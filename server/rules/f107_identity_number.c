#include <string.h>

#include "rules/prose.h"

/*
 * Identity-card numbers (GB 11643—1999): 18 digits, or 17 and X, with a region, a possible date of
 * birth and a check digit by ISO 7064 MOD 11-2. All three together leave chance next to nothing.
 */

static int digit(const char *s, int i)
{
    return s[i] - '0';
}

static bool has_check_digit(const char *s)
{
    static const int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    static const char checks[] = "10X98765432";
    int sum = 0;
    for (int i = 0; i < 17; i++)
        sum += digit(s, i) * weights[i];
    char last = s[17] == 'x' ? 'X' : s[17];
    return checks[sum % 11] == last;
}

static bool has_date(const char *s)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = digit(s, 6) * 1000 + digit(s, 7) * 100 + digit(s, 8) * 10 + digit(s, 9);
    int month = digit(s, 10) * 10 + digit(s, 11);
    int day = digit(s, 12) * 10 + digit(s, 13);
    return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month - 1];
}

/* The codes of provinces (GB/T 2260). */
static bool has_region(const char *s)
{
    int province = digit(s, 0) * 10 + digit(s, 1);
    switch (province / 10) {
    case 1:
        return province >= 11 && province <= 15;
    case 2:
        return province >= 21 && province <= 23;
    case 3:
        return province >= 31 && province <= 37;
    case 4:
        return province >= 41 && province <= 46;
    case 5:
        return province >= 50 && province <= 54;
    case 6:
        return province >= 61 && province <= 65;
    case 8:
        return province >= 81 && province <= 83;
    default:
        return province == 71;
    }
}

/* End of the number that begins with mark i, or 0. */
static uint32_t number_end(const nb_piece *piece, uint32_t i)
{
    const nb_mark *mark = &piece->marks[i];
    nb_view text = piece->text->text;
    bool is_glued = i > 0 && piece->marks[i - 1].end == mark->at && piece->marks[i - 1].cp == 'a';
    uint32_t len = mark->end - mark->at;
    if (mark->cp != '0' || is_glued || (len != 17 && len != 18))
        return 0;
    const nb_mark *next = i + 1 < piece->mark_count ? &piece->marks[i + 1] : NULL;
    bool has_letters = next && next->cp == 'a' && next->at == mark->end;
    if (len == 18)
        return has_letters ? 0 : mark->end;
    if (!has_letters || next->end - next->at != 1)
        return 0;
    char c = text.ptr[next->at];
    return c == 'X' || c == 'x' ? next->end : 0;
}

static void tell(nb_rule_ctx *ctx, const nb_piece *piece, uint32_t start, uint32_t end)
{
    static const nb_text2 title = {"隐去出生日期", "mask the date of birth"};
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_mapped_source(piece->text, start, end));
    nb_span birth;
    if (!nb_piece_source(ctx, piece, start + 6, start + 14, &birth))
        return;
    nb_fix_draft *fix = nb_finding_fix(draft, NB_FIX_SUGGEST, title, NB_V(""));
    nb_fix_replace(fix, birth, NB_V("********"));
}

static void check(nb_rule_ctx *ctx)
{
    for (const nb_piece *piece = NULL; (piece = nb_ctx_next_piece(ctx, piece));) {
        for (uint32_t i = 0; i < piece->mark_count; i++) {
            uint32_t end = number_end(piece, i);
            const char *s = piece->text->text.ptr + piece->marks[i].at;
            if (end && has_region(s) && has_date(s) && has_check_digit(s))
                tell(ctx, piece, piece->marks[i].at, end);
        }
    }
}

/* The examples' number has the region of no county (110100), so that it is nobody's. */
const nb_rule nb_rule_f107_identity_number = {
    .code = "F107",
    .slug = "identity-number",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_SUGGEST,
    .title = {"公民身份号码", "An identity-card number"},
    .message = {"公开的报告中不应出现公民身份号码",
                "an identity-card number has no place in a published report"},
    .explanation = {"年度报告向社会公布，不应含有个人的身份号码。校验码、出生日期和地区代码都相符"
                    "的18位号码才提示。",
                    "The report is published; it must not contain anybody's identity number. Only "
                    "numbers whose check digit, date of birth and region are all right are told."},
    .bad = {"2023年，受理申请1件（申请人证件号码11010019000307009X）。",
            "2023年，受理申请1件（申请人证件号码11010019000307009X）。"},
    .good = {"2023年，受理申请1件。", "2023年，受理申请1件。"},
    .basis = "《中华人民共和国政府信息公开条例》第十五条；《中华人民共和国个人信息保护法》",
    .check = check,
};
