#include "check/page.h"

/*
 * The colours are the editor's where it gives any; else light or dark as the system wishes. Marks
 * say by their sign what they say by colour, for black-and-white print and for eyes that see no
 * red.
 */

static const char colours[] =
    ":root{color-scheme:light dark;"
    "--fg:var(--vscode-editor-foreground,#1f2328);"
    "--bg:var(--vscode-editor-background,#fff);"
    "--soft:var(--vscode-descriptionForeground,#59636e);"
    "--line:var(--vscode-editorWidget-border,#b9c0c8);"
    "--head:var(--vscode-editorWidget-background,#f3f5f7);"
    "--red:var(--vscode-errorForeground,#c5221f);--red-bg:rgba(217,48,37,.16);"
    "--amber:var(--vscode-editorWarning-foreground,#9a6700);--amber-bg:rgba(212,152,0,.16);"
    "--blue:var(--vscode-editorInfo-foreground,#0b57d0);"
    "--green:var(--vscode-charts-green,#1a7f37)}\n"
    "@media (prefers-color-scheme:dark){:root{"
    "--fg:var(--vscode-editor-foreground,#d6d9dd);"
    "--bg:var(--vscode-editor-background,#1c1e21);"
    "--soft:var(--vscode-descriptionForeground,#9aa3ad);"
    "--line:var(--vscode-editorWidget-border,#4a5058);"
    "--head:var(--vscode-editorWidget-background,#272a2e);"
    "--red:var(--vscode-errorForeground,#ff8a80);--red-bg:rgba(255,99,88,.24);"
    "--amber:var(--vscode-editorWarning-foreground,#e3b341);--amber-bg:rgba(227,179,65,.2);"
    "--blue:var(--vscode-editorInfo-foreground,#7cb2ff);"
    "--green:var(--vscode-charts-green,#73c991)}}\n";

static const char frame[] =
    "body{margin:0 auto;padding:1.2em 1.5em;max-width:76em;color:var(--fg);background:var(--bg);"
    "font:14px/1.6 var(--vscode-font-family,system-ui),'Noto Sans CJK SC','PingFang SC',"
    "'Microsoft YaHei',sans-serif}\n"
    "article+article{margin-top:3em;border-top:2px solid var(--line)}\n"
    "h1{font-size:1.45em;line-height:1.35;margin:.6em 0 .5em}\n"
    "h2{font-size:1.1em;margin:1.6em 0 .5em}h2 span{font-weight:400;font-size:.9em}\n"
    ".facts{display:flex;flex-wrap:wrap;gap:.2em 2em;margin:.6em 0}.facts div{display:flex}\n"
    ".facts dt{color:var(--soft);margin-right:.6em}.facts dd{margin:0}\n"
    ".totals span{display:inline-block;margin-right:1.4em}\n"
    ".error,.fails{color:var(--red)}.warning,.doubt{color:var(--amber)}\n"
    ".information,.hint{color:var(--blue)}.holds{color:var(--green)}\n"
    ".open,.line,.none{color:var(--soft)}\n"
    ".findings{list-style:none;padding:0;margin:.4em 0 .8em}\n"
    ".findings li{border-left:3px solid;padding:.15em .7em;margin:.3em 0}\n"
    ".findings .code{font-weight:600}.findings .line{white-space:nowrap;font-size:.9em}\n"
    "[data-at]{scroll-margin:3em}[role=link]{cursor:pointer}\n"
    "[role=link]:focus-visible{outline:2px solid var(--vscode-focusBorder,#0b57d0);"
    "outline-offset:1px}\n";

static const char table[] =
    ".scroll{overflow-x:auto}\n"
    "table{border-collapse:collapse;width:100%;font-size:.93em;line-height:1.35;"
    "font-variant-numeric:tabular-nums}\n"
    "th,td{border:1px solid var(--line);padding:.22em .4em;text-align:center;font-weight:400}\n"
    "th{background:var(--head)}tr:not(.head) th{text-align:left}\n"
    "td[role=link]:hover{background:var(--vscode-list-hoverBackground,rgba(127,127,127,.14))}\n"
    "td.wrong{color:var(--red);background:var(--red-bg);font-weight:700;"
    "box-shadow:inset 0 0 0 1px var(--red)}\n"
    "td.doubt{color:var(--amber);background:var(--amber-bg);font-weight:700}\n"
    "td.part{background:var(--amber-bg)}td.note{color:var(--blue)}\n"
    "td.absent{background:repeating-linear-gradient(135deg,transparent 0 4px,var(--line) 4px "
    "5px)}\n"
    "ins{display:block;text-decoration:none;font-size:.88em;font-weight:400;white-space:nowrap}\n"
    ".verdict{border-style:dashed;font-size:.92em}.verdict b{white-space:nowrap}\n"
    "td.verdict.doubt{background:none;font-weight:400}\n"
    "tr.check th,th.check{border-style:dashed;color:var(--soft);background:none;font-size:.92em}\n"
    "tr:not(.head) th:last-of-type{min-width:8em}"
    "th.check,tr:not(.check)>td.verdict{position:sticky;right:0;background:var(--bg)}\n"
    "th.check{width:6.5em;min-width:4.5em}td.checks{text-align:left;border-style:dashed}\n"
    "td.checks p{margin:0}\n"
    ".requests td{min-width:2.2em}.statistics td{min-width:3.5em}"
    "p.verdict{border:0}.statistics th.check{width:42%;min-width:12em}"
    ".statistics tr:not(.head) th:last-of-type{min-width:3em;width:3.5em;text-align:center}\n";

static const char print[] =
    "@page{size:A4;margin:14mm 12mm}\n"
    "@media print{:root{--fg:#000;--bg:#fff;--soft:#444;--line:#777;--head:#f0f0f0;--red:#b3150f;"
    "--amber:#7a5200;--blue:#0b47a8;--green:#14662c;--red-bg:#f9d6d3;--amber-bg:#fbeecb}\n"
    "body{padding:0;max-width:none;font-size:9.5pt}table{font-size:8pt}th,td{padding:.15em .2em}\n"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
    ".scroll{overflow:visible}th.check,tr:not(.check)>td.verdict{position:static}.scroll,tr,li{"
    "break-inside:avoid}.long{break-inside:auto}h1,h2{break-after:avoid}\n"
    "article+article{break-before:page;border:0;margin:0}}\n";

void nb_page_add_style(nb_buf *out)
{
    nb_buf_add_str(out, colours);
    nb_buf_add_str(out, frame);
    nb_buf_add_str(out, table);
    nb_buf_add_str(out, print);
}
