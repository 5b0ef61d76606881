#include "nb/text/utf8.h"
#include "rules/mojibake.h"

/*
 * Text that was decoded with the wrong encoding from the first to the last character. Everything
 * else would be noise then, so this is the only thing that is said. Speaks of any text.
 */

enum {
    SAMPLE = 8 * 1024, /* bytes that are looked at: it is everywhere or nowhere */
    LATIN_MIN = 60,    /* characters of the Latin-1 block */
    HAN_MIN = 8,       /* of the characters below */
};

/*
 * Chinese in UTF-8 or GBK read as Latin-1 or Windows-1252: characters U+0080–U+00FF, most of the
 * text. French has one such letter in ten, Chinese none.
 */
static uint32_t find_latin(nb_view text)
{
    uint32_t bytes = 0; /* nearly every text ends here; a plain loop is eight times as fast */
    for (uint32_t i = 0; i < text.len; i++)
        bytes += (unsigned char)(text.ptr[i] & 0xFE) == 0xC2;
    if (bytes < LATIN_MIN)
        return NB_VIEW_NONE;
    uint32_t latin = 0;
    uint32_t other = 0; /* that are neither blank nor control */
    uint32_t first = NB_VIEW_NONE;
    for (uint32_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == 0xC2 || c == 0xC3) {
            latin++;
            if (first == NB_VIEW_NONE)
                first = i;
        } else if (c > 0x20 && (c < 0x80 || c >= 0xC4)) {
            other++;
        }
    }
    return latin >= LATIN_MIN && latin > other ? first : NB_VIEW_NONE;
}

/*
 * UTF-8 read as GBK: ，。、 and 的 become 锛 銆 鐨, which no report contains. Whole reports of it
 * hold hundreds; eight, and one in a hundred characters, are enough.
 */
static uint32_t find_gbk(nb_view text)
{
    static const char *const signs[] = {"锛", "銆", "鐨", "锟斤拷"};
    uint32_t count = 0;
    uint32_t first = NB_VIEW_NONE;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        nb_view sign = nb_view_of(signs[i]);
        uint32_t at = nb_view_find(text, sign, 0);
        if (at < first)
            first = at;
        while (at != NB_VIEW_NONE) {
            count++;
            at = nb_view_find(text, sign, at + sign.len);
        }
    }
    return count >= HAN_MIN && count > text.len / 300 ? first : NB_VIEW_NONE;
}

uint32_t nb_mojibake_find(nb_view text)
{
    nb_view sample = nb_view_sub(text, 0, nb_utf8_floor(text, SAMPLE));
    uint32_t at = find_latin(sample);
    return at == NB_VIEW_NONE ? find_gbk(sample) : at;
}

static void check(nb_rule_ctx *ctx)
{
    nb_view text = nb_ctx_text(ctx);
    uint32_t at = nb_mojibake_find(text);
    if (at == NB_VIEW_NONE)
        return;
    uint32_t end = nb_view_find(text, NB_V("\n"), at);
    nb_finding_draft *draft =
        nb_ctx_find(ctx, NB_SEVERITY_WARNING, nb_span_of(at, end < text.len ? end : text.len));
    nb_finding_place(draft, NB_V("text"));
}

const nb_rule nb_rule_f111_mojibake = {
    .code = "F111",
    .slug = "mojibake",
    .severity = NB_SEVERITY_WARNING,
    .fix = NB_FIX_NONE,
    .on_any_text = true,
    .title = {"编码错误造成的乱码", "Text decoded with the wrong encoding"},
    .message = {"全文似以错误的编码打开而成乱码，请以正确编码（GB18030 或 UTF-8）重新打开",
                "the text seems to have been decoded with the wrong encoding; open it again as "
                "GB18030 or UTF-8"},
    .explanation = {"文件以错误的编码读入后又另存，汉字全部变成了别的字符。应从原件重新打开，"
                    "不要在乱码上修改。",
                    "The file was read with the wrong encoding and saved so; every Chinese "
                    "character has become something else. Go back to the original."},
    .bad = {"锛屾敹鍒扮敵璇凤紱銆傛斂搴滀俊鎭叕寮€锛屼富鍔ㄥ叕寮€鐨勪俊鎭紝銆傜殑锛岀殑锛屻€傜殑锛"
            "屻€傜殑锛",
            "锛屾敹鍒扮敵璇凤紱銆傛斂搴滀俊鎭叕寮€锛屼富鍔ㄥ叕寮€鐨勪俊鎭紝銆傜殑锛岀殑锛屻€傜殑锛"
            "屻€傜殑锛"},
    .good = {"2023年，收到申请；政府信息公开，主动公开的信息。",
             "2023年，收到申请；政府信息公开，主动公开的信息。"},
    .no_fix = {"这是编码转换错误造成的乱码，须以正确的编码重新打开或对照原文",
               "The text was decoded wrongly; open it again in its own encoding"},
    .basis = NULL,
    .check = check,
};
