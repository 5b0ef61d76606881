// Formatting never changes what the report says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { range, withSession } from "./lib/session.mjs";
import { apply } from "./lib/text.mjs";
import { report } from "./lib/report.mjs";

const uri = "file:///r.md";
const options = { tabSize: 4, insertSpaces: true };
const example = readFileSync(new URL("../../examples/report-2023.md", import.meta.url), "utf8");
const said = (m) => m.params.diagnostics.map((d) => `${d.code} ${d.message}`);

async function format(s, more = {}) {
  const method = more.range ? "textDocument/rangeFormatting" : "textDocument/formatting";
  const answer = await s.request(method, { textDocument: { uri }, options, ...more });
  assert.ok(!answer.error, JSON.stringify(answer.error));
  return answer.result;
}

for (const encoding of ["utf-16", "utf-8"])
  for (const eol of ["\n", "\r\n"])
    test(`tables are aligned in ${encoding} with ${JSON.stringify(eol)}, the findings stay, twice is once`, () =>
      withSession(async (s) => {
        const ragged = example.replaceAll("\n", eol).replace(/\| +/g, "|").replace(/ +\|/g, "|").replace(/^## /gm, "##  ");
        s.open(uri, ragged, { languageId: "markdown" });
        const before = said(await s.published());
        const edits = await format(s);
        assert.notEqual(edits.length, 0);
        if (encoding !== "utf-16") return;
        const tidy = apply(ragged, edits);
        s.close(uri);
        s.open(uri, tidy, { languageId: "markdown", version: 2 });
        await s.published();
        assert.deepEqual(await format(s), []);
        s.open("file:///tidy.md", tidy, { languageId: "markdown" });
        assert.deepEqual(said(await s.published("file:///tidy.md")), before);
        const widths = tidy.split(eol).filter((l) => /^\| *(一、本年|二、上年)/.test(l))
          .map((l) => [...l].reduce((n, c) => n + (c > "\u2e80" ? 2 : 1), 0));
        assert.equal(new Set(widths).size, 1);
      }, { capabilities: { general: { positionEncodings: [encoding] } } }));

test("a range is formatted within its lines", () =>
  withSession(async (s) => {
    const ragged = example.replace(/\| +/g, "|");
    const line = ragged.split("\n").findIndex((l) => l.startsWith("|一、本年"));
    s.open(uri, ragged, { languageId: "markdown" });
    const edits = await format(s, { range: range(line, 0, line + 1, 3) });
    assert.ok(edits.length && edits.every((e) => e.range.start.line >= line && e.range.end.line <= line + 1));
  }));

test("what is no report, and a text without bars, stay as they are", () =>
  withSession(async (s) => {
    for (const text of ["#纪要\n\n|a|b|\n|---|---|\n|１|2|\n", "", report(), report({ eol: "\r\n" })]) {
      s.open(uri, text, { languageId: "markdown" });
      assert.deepEqual(await format(s), []);
    }
  }));

test("trap 82: “ ” — … and · are two columns wide in a table of Chinese", () =>
  withSession(async (s) => {
    const table = (...cells) => cells.map((c) => `|${c}|x|`).join("\n");
    s.open(uri, `# 虚构县样例局2023年政府信息公开工作年度报告\n\n|甲|乙|\n|---|---|\n${table("“年报”", "年·报", "年——报", "……", "年报年报")}\n`, { languageId: "markdown" });
    await s.request("workspace/executeCommand", { command: "nianbao.forceReport", arguments: [{ uri }] });
    const tidy = apply((await s.published(), `# 虚构县样例局2023年政府信息公开工作年度报告\n\n|甲|乙|\n|---|---|\n${table("“年报”", "年·报", "年——报", "……", "年报年报")}\n`), await format(s));
    assert.deepEqual(tidy.split("\n").slice(4, 9), ["| “年报” | x   |", "| 年·报   | x   |", "| 年——报 | x   |", "| ……     | x   |", "| 年报年报 | x   |"]);
  }));
