#include <iconv.h>
#include <string.h>

#include "cli/input.h"
#include "nb/text/utf8.h"

static const nb_text2 is_binary = {"这是二进制文件，不是文本", "a binary file, not text"};
static const nb_text2 is_unknown = {
    "无法识别文字编码（可用 UTF-8、带 BOM 的 UTF-16、GB18030），请另存为 UTF-8",
    "unknown character encoding (known: UTF-8, UTF-16 with a byte order mark, GB18030); save it "
    "as UTF-8"};

static const char *iconv_name(cli_encoding encoding)
{
    switch (encoding) {
    case CLI_UTF16LE:
        return "UTF-16LE";
    case CLI_UTF16BE:
        return "UTF-16BE";
    case CLI_UTF32LE:
        return "UTF-32LE";
    case CLI_UTF32BE:
        return "UTF-32BE";
    case CLI_GB18030:
        return "GB18030";
    case CLI_UTF8:
        break;
    }
    return "UTF-8";
}

/* Bytes of the byte order mark at the start, and the encoding it names. */
static uint32_t read_bom(nb_view bytes, cli_encoding *encoding)
{
    static const struct {
        const char *mark;
        uint32_t len;
        cli_encoding encoding;
    } marks[] = {{"\xEF\xBB\xBF", 3, CLI_UTF8},
                 {"\xFF\xFE\0\0", 4, CLI_UTF32LE},
                 {"\0\0\xFE\xFF", 4, CLI_UTF32BE},
                 {"\xFF\xFE", 2, CLI_UTF16LE},
                 {"\xFE\xFF", 2, CLI_UTF16BE}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (nb_view_starts_with(bytes, (nb_view){marks[i].mark, marks[i].len})) {
            *encoding = marks[i].encoding;
            return marks[i].len;
        }
    }
    *encoding = CLI_UTF8;
    return 0;
}

/* The whole of bytes or nothing. The result may grow fourfold at most (GB18030 two bytes to three
 * of UTF-8, UTF-8 one byte to four of UTF-32). */
static bool convert(nb_arena *arena, const char *to, const char *from, nb_view bytes, nb_view *out)
{
    iconv_t cd = iconv_open(to, from);
    if (cd == (iconv_t)-1)
        return false;
    size_t room = (size_t)bytes.len * 4 + 16;
    char *start = nb_arena_alloc(arena, room);
    char *target = start;
    nb_view copy = nb_arena_copy(arena, bytes); /* iconv wants char **, and writes none of it */
    union {
        const char *in;
        char *plain;
    } source = {copy.ptr};
    size_t left = bytes.len;
    bool is_good = iconv(cd, &source.plain, &left, &target, &room) == 0 && left == 0;
    (void)iconv_close(cd);
    *out = (nb_view){start, (uint32_t)(target - start)};
    return is_good;
}

/* What makes a text UTF-8 with faults rather than another encoding: well-formed sequences of
 * several bytes are rare by chance, so a text that has many of them and few faults is UTF-8. */
static bool is_mostly_utf8(nb_view bytes)
{
    uint32_t sequences = 0;
    uint32_t faults = 0;
    for (uint32_t at = 0; at < bytes.len;) {
        if ((unsigned char)bytes.ptr[at] < 0x80) {
            at++;
            continue;
        }
        uint32_t from = at;
        if (nb_utf8_next(bytes, &at) == NB_UTF8_INVALID)
            faults++;
        else if (at - from >= 3)
            sequences++;
    }
    return sequences > 8 && faults <= sequences / 8;
}

/* GB18030 accepts nearly any bytes; real Chinese is made of common characters and punctuation:
 * Han of the basic block and U+3000…303F, U+FF00…FFEF, and next to nothing private or rare. */
static bool looks_chinese(nb_view text)
{
    uint32_t common = 0;
    uint32_t rare = 0;
    for (uint32_t at = 0; at < text.len;) {
        uint32_t cp = nb_utf8_next(text, &at);
        if ((cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3000 && cp <= 0x303F) ||
            (cp >= 0xFF00 && cp <= 0xFFEF) || (cp >= 0x2010 && cp <= 0x2027))
            common++;
        else if (cp >= 0x80)
            rare++;
    }
    return common > 0 && rare <= common / 8;
}

/* Control characters that no text has many of; TAB, LF, VT, FF, CR and ESC are no sign, a stray NUL
 * in a long text is none either. Of what is good UTF-8 a short beginning is looked at. */
static bool has_controls(nb_view bytes, bool is_utf8)
{
    uint32_t until = is_utf8 ? 2048 : 65536;
    if (until > bytes.len)
        until = bytes.len;
    uint32_t controls = 0;
    for (uint32_t at = 0; at < until; at++) {
        unsigned char c = (unsigned char)bytes.ptr[at];
        controls += c < 0x20 && (c < '\t' || c > '\r') && c != 0x1B;
    }
    return controls > until / 64;
}

cli_input cli_input_decode(nb_arena *arena, nb_view bytes, nb_lang lang)
{
    cli_input input = {.bytes = bytes};
    uint32_t bom = read_bom(bytes, &input.encoding);
    input.has_bom = bom > 0;
    nb_view body = nb_view_sub(bytes, bom, bytes.len);
    if (input.encoding != CLI_UTF8) {
        if (!convert(arena, "UTF-8", iconv_name(input.encoding), body, &input.text))
            input.error = nb_view_of(nb_text2_in(is_unknown, lang));
        return input;
    }
    bool is_utf8 = nb_utf8_check(body) == NB_VIEW_NONE;
    bool is_text = is_utf8 || input.has_bom || is_mostly_utf8(body);
    bool has_nul = !is_text && body.len && memchr(body.ptr, 0, body.len);
    if (has_nul || has_controls(body, is_utf8)) {
        input.error = nb_view_of(nb_text2_in(is_binary, lang));
        return input;
    }
    input.text = body;
    if (is_text)
        return input;
    input.encoding = CLI_GB18030;
    if (!convert(arena, "UTF-8", "GB18030", body, &input.text) || !looks_chinese(input.text))
        input.error = nb_view_of(nb_text2_in(is_unknown, lang));
    return input;
}

bool cli_input_encode(nb_arena *arena, nb_view text, const cli_input *like, nb_view *bytes)
{
    static const nb_view marks[] = {{NB_LIT("\xEF\xBB\xBF")}, {NB_LIT("\xFF\xFE")},
                                    {NB_LIT("\xFE\xFF")},     {NB_LIT("\xFF\xFE\0\0")},
                                    {NB_LIT("\0\0\xFE\xFF")}, {NB_LIT("\x84\x31\x95\x33")}};
    nb_view body = text;
    if (like->encoding != CLI_UTF8 &&
        !convert(arena, iconv_name(like->encoding), "UTF-8", text, &body))
        return false;
    if (!like->has_bom) {
        *bytes = body;
        return true;
    }
    nb_view mark = marks[like->encoding];
    char *out = nb_arena_alloc(arena, (size_t)mark.len + body.len + 1);
    memcpy(out, mark.ptr, mark.len);
    if (body.len)
        memcpy(out + mark.len, body.ptr, body.len);
    *bytes = (nb_view){out, mark.len + body.len};
    return true;
}
