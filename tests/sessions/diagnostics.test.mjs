// Pushed diagnostics: traps 34 and 38 to 44, and when they are sent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frame, range, withSession } from "./lib/session.mjs";
import { report } from "./lib/report.mjs";

const uri = "file:///c%3A/%E5%B9%B4%E6%8A%A5/r.txt";
const publishing = (publishDiagnostics) => ({ capabilities: { textDocument: { publishDiagnostics } } });
const rich = publishing({
  relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true,
  tagSupport: { valueSet: [1, 2] },
});
const publishes = (s) => s.messages.filter((m) => m.method === "textDocument/publishDiagnostics");

test("trap 38: the last finding goes: an empty list", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5 }));
    assert.notEqual((await s.published()).params.diagnostics.length, 0);
    s.change(uri, 2, { text: "这不是报告" });
    assert.deepEqual((await s.published()).params.diagnostics, []);
  }, rich));

test("trap 36: to Neovim findings are pushed, whatever it can pull: its refresh leaves open documents out", () =>
  withSession(async (s) => {
    assert.equal(s.capabilities.diagnosticProvider, undefined);
    s.open(uri, report({ total: 5 }));
    assert.notEqual((await s.published()).params.diagnostics.length, 0);
  }, {
    capabilities: {
      textDocument: { publishDiagnostics: {}, diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    },
    params: { clientInfo: { name: "Neovim", version: "0.12.4" } },
  }));

test("trap 38: closing clears what was shown", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5 }));
    await s.published();
    s.close(uri);
    assert.deepEqual((await s.published()).params.diagnostics, []);
  }, rich));

test("trap 39: nothing with findings is published after close", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5 }));
    await s.published();
    const textDocument = { uri, version: 2 };
    s.send({ jsonrpc: "2.0", method: "textDocument/didChange", params: { textDocument, contentChanges: [{ text: report({ total: 4 }) }] } },
           { jsonrpc: "2.0", method: "textDocument/didClose", params: { textDocument } });
    await s.settled();
    assert.ok(publishes(s).slice(1).every((m) => m.params.diagnostics.length === 0));
  }, rich));

test("trap 39: opened and closed in one breath: nothing is published", () =>
  withSession(async (s) => {
    const item = { uri, languageId: "plaintext", version: 1, text: report({ total: 5 }) };
    s.send({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument: item } },
           { jsonrpc: "2.0", method: "textDocument/didClose", params: { textDocument: { uri } } });
    await s.settled();
    assert.equal(publishes(s).length, 0);
  }, rich));

test("a burst in one write is analysed once, and the version is the last", () =>
  withSession(async (s) => {
    s.open(uri, report());
    await s.published();
    const changes = [];
    for (let version = 2; version <= 101; version++)
      changes.push(frame({ jsonrpc: "2.0", method: "textDocument/didChange",
        params: { textDocument: { uri, version }, contentChanges: [{ range: range(0, 0, 0, 0), text: "字" }, { range: range(9999, 0, 9999, 0), text: version < 101 ? "" : report({ total: 5 }) }] } }));
    s.raw(Buffer.concat(changes));
    await s.settled();
    assert.equal(publishes(s).length, 2);
    assert.equal(publishes(s).at(-1).params.version, 101);
  }, rich));

test("unchanged diagnostics are not sent again", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5 }));
    await s.published();
    const last = report({ total: 5 }).split("\n").length - 1;
    s.change(uri, 2, { range: range(last, 0, last, 0), text: " " });
    s.change(uri, 3, { range: range(last, 0, last, 1), text: "" });
    await s.settled();
    assert.equal(publishes(s).length, 1);
  }, rich));

test("the same document opened again is published again", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5 }));
    const first = await s.published();
    s.close(uri);
    await s.published();
    s.open(uri, report({ total: 5 }), { version: 9 });
    assert.deepEqual((await s.published()).params.diagnostics, first.params.diagnostics);
  }, rich));

test("trap 40: no range is empty, none ends beyond its line or at column 0 of the next", () =>
  withSession(async (s) => {
    for (const options of [{ total: 5 }, { omitOther: true }, { year: 2022 }, { carried: 3, eol: "\r\n" }]) {
      const text = report(options);
      const lines = text.split(/\r?\n/);
      s.open(uri, text);
      for (const d of (await s.published()).params.diagnostics) {
        const { start, end } = d.range;
        assert.ok(start.line < end.line || start.character < end.character, JSON.stringify(d));
        assert.ok(end.character <= lines[end.line].length && end.character > 0, JSON.stringify(d));
      }
    }
  }, rich));

test("trap 41: every optional member, if the client knows them all", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5 }), { version: 7 });
    const { params } = await s.published();
    assert.equal(params.version, 7);
    const sum = params.diagnostics.find((d) => d.relatedInformation);
    assert.ok(sum, "a failed sum shows its operands");
    assert.ok(sum.relatedInformation.length >= 3);
    for (const d of params.diagnostics) {
      assert.equal(d.source, "nianbao");
      assert.equal(typeof d.code, "string");
      assert.ok([1, 2, 3, 4].includes(d.severity));
      assert.ok(d.data);
    }
  }, rich));

test("trap 41: none of them, if the client knows none; the operands are in the message", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5 }));
    const { params } = await s.published();
    assert.ok(!("version" in params));
    for (const d of params.diagnostics) {
      assert.deepEqual(Object.keys(d).sort(), ["code", "message", "range", "severity", "source"]);
    }
    assert.ok(params.diagnostics.some((d) => d.message.split("\n").length >= 4));
  }, publishing({})));

test("trap 42: the code is the rule's, codeDescription is not made up", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5, omitOther: true }));
    for (const d of (await s.published()).params.diagnostics) {
      assert.match(d.code, /^[SPTXF]\d{3}$/);
      if (d.codeDescription) assert.match(d.codeDescription.href, /^https?:/);
    }
  }, rich));

test("trap 41, 42: the user's own manual is linked, tags come to who knows them", () =>
  withSession(async (s) => {
    s.open(uri, report({ omitOther: true }).replace("我局按规定", "我局“ 按规定”"));
    const { diagnostics } = (await s.published()).params;
    const stray = diagnostics.find((d) => d.code === "F109");
    assert.deepEqual(stray.tags, [1]);
    assert.equal(stray.codeDescription.href, "https://example.invalid/RULES.html#stray-blank");
  }, { ...rich, params: { initializationOptions: { manual: "https://example.invalid/RULES.html" } } }));

test("trap 3: a document beyond the limit is refused aloud, and does no harm", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5 }));
    await s.published();
    s.change(uri, 2, { text: "年".repeat(23 * 1024 * 1024) });
    assert.match((await s.notification("window/showMessage")).params.message, /r\.txt .*64$/);
    assert.deepEqual((await s.published()).params.diagnostics, []);
    s.open("file:///big.txt", "年".repeat(23 * 1024 * 1024));
    assert.match((await s.notification("window/showMessage")).params.message, /big\.txt/);
    s.open(uri, report({ total: 5 }));
    assert.notEqual((await s.published()).params.diagnostics.length, 0);
  }, rich));

test("trap 43: messages are plain text, in the language of the client", async () => {
  const texts = {};
  for (const locale of ["zh-cn", "en", undefined])
    await withSession(async (s) => {
      s.open(uri, report({ total: 5 }));
      texts[locale] = (await s.published()).params.diagnostics.map((d) => d.message).join("\n");
    }, { ...rich, params: locale ? { locale } : {} });
  assert.match(texts["zh-cn"], /[一-龥]/);
  assert.equal(texts[undefined], texts["zh-cn"]);
  assert.notEqual(texts.en, texts["zh-cn"]);
});

test("trap 44: URIs in answers are spelt as the client spells them", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5 }));
    const { params } = await s.published();
    assert.equal(params.uri, uri);
    for (const d of params.diagnostics)
      for (const r of d.relatedInformation ?? []) assert.equal(r.location.uri, uri);
  }, rich));

test("an ordinary text gets no finding", () =>
  withSession(async (s) => {
    for (const [languageId, text] of [["markdown", "# 会议纪要\n\n一、议题\n二、结论\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"],
                                      ["plaintext", "2023年1月1日，晴。\n"], ["html", "<h1>公告</h1><p>放假三天。</p>"],
                                      ["plaintext", ""], ["c", "int main(void) { return 0; }\n"]]) {
      s.open(uri, text, { languageId });
      assert.deepEqual((await s.published()).params.diagnostics, [], text);
    }
  }, rich));
