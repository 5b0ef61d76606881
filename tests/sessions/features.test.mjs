// What is shown about a report beside its diagnostics: traps 33 to 37, 55, 63 and 68 to 73.
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, range, withSession } from "./lib/session.mjs";
import { place } from "./lib/text.mjs";
import { report } from "./lib/report.mjs";

const uri = "file:///r.txt";
const client = (textDocument = {}, workspace = {}) => ({ capabilities: { textDocument, workspace } });
const pulling = client({ diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
                       { diagnostics: { refreshSupport: true }, configuration: true });
const whole = range(0, 0, 2147483647, 0);

async function ask(s, method, params = {}) {
  const answer = await s.request(`textDocument/${method}`, { textDocument: { uri }, ...params });
  assert.ok(!answer.error, JSON.stringify(answer.error));
  return answer.result;
}

const within = (inner, outer) =>
  (inner.start.line > outer.start.line || (inner.start.line === outer.start.line && inner.start.character >= outer.start.character)) &&
  (inner.end.line < outer.end.line || (inner.end.line === outer.end.line && inner.end.character <= outer.end.character));

/* ---- pulled diagnostics ---- */

for (const spelling of ["diagnostics", "diagnostic"]) {
  test(`trap 33: a refresh is asked for, supported under workspace.${spelling}`, () =>
    withSession(async (s) => {
      const asked = await s.serverRequest("workspace/configuration");
      s.answer(asked, [{ rules: { S101: "hint" } }]);
      s.send({ jsonrpc: "2.0", id: (await s.serverRequest("workspace/diagnostic/refresh")).id,
               error: { code: -32601, message: "unknown" } });
      assert.equal(await s.quit(), 0);
    }, client({ diagnostic: {} }, { configuration: true, [spelling]: { refreshSupport: true } })));
}

test("trap 34: a client that pulls is pushed nothing", () =>
  withSession(async (s) => {
    assert.equal(s.capabilities.diagnosticProvider.identifier, "nianbao");
    s.open(uri, report({ omitOther: true }));
    s.change(uri, 2, { range: range(0, 0, 0, 0), text: "新" });
    await s.settled();
    s.close(uri);
    await s.settled();
    assert.ok(!s.messages.some((m) => m.method === "textDocument/publishDiagnostics"));
  }, pulling));

test("trap 34: a client that does not pull is not told of pulling", () =>
  withSession(async (s) => assert.ok(!s.capabilities.diagnosticProvider), client({})));

test("trap 35: full with items, unchanged only for whoever sent the id", () =>
  withSession(async (s) => {
    s.open(uri, report({ omitOther: true }));
    const full = await ask(s, "diagnostic");
    assert.equal(full.kind, "full");
    assert.notEqual(full.items.length, 0);
    const again = await ask(s, "diagnostic", { previousResultId: full.resultId });
    assert.deepEqual(Object.keys(again).sort(), ["kind", "resultId"]);
    assert.equal(again.kind, "unchanged");
    assert.equal(again.resultId, full.resultId);
    for (const previousResultId of [undefined, null, 5, "other"])
      assert.equal((await ask(s, "diagnostic", { previousResultId })).kind, "full");
    s.change(uri, 2, { text: report() });
    const clean = await ask(s, "diagnostic", { previousResultId: full.resultId });
    assert.equal(clean.kind, "full");
    assert.ok(!clean.items.some((d) => d.severity === 1));
  }, pulling));

test("trap 35: a pull behind close is an empty list", () =>
  withSession(async (s) => {
    s.open(uri, report({ omitOther: true }));
    s.close(uri);
    assert.deepEqual((await ask(s, "diagnostic")).items, []);
  }, pulling));

/* ---- hover ---- */

for (const format of [["markdown", "plaintext"], ["plaintext"], undefined]) {
  test(`trap 69: hover in ${format ?? "no format"}`, () =>
    withSession(async (s) => {
      const text = report();
      s.open(uri, text);
      const { contents, range: r } = await ask(s, "hover", { position: place(text, "行政许可\t41", 6) });
      assert.equal(contents.kind, format?.[0] === "markdown" ? "markdown" : "plaintext");
      assert.match(contents.value, /行政许可.*本年处理决定数量/);
      assert.match(contents.value, /41/);
      assert.equal(contents.value.includes("**"), contents.kind === "markdown");
      assert.deepEqual(r, { start: place(text, "行政许可\t41", 5), end: place(text, "行政许可\t41", 7) });
    }, client({ hover: { contentFormat: format } })));
}

test("hover on a cell shows its sums with their verdicts", () =>
  withSession(async (s) => {
    const text = report({ total: 5 });
    s.open(uri, text);
    const { contents } = await ask(s, "hover", { position: place(text, "（七）总计\t\t5", 7) });
    assert.match(contents.value, /✗/);
    assert.match(contents.value, /6.*5/);
    const other = await ask(s, "hover", { position: place(text, "二、上年结转", "二、上年结转政府信息公开申请数量\t\t\t1\t".length) });
    assert.match(other.contents.value, /✓/);
  }, client()));

test("hover on a heading, a period, the title; nothing on ordinary words", () =>
  withSession(async (s) => {
    const text = report();
    s.open(uri, text);
    const hover = async (words) => (await ask(s, "hover", { position: place(text, words, 1) }))?.contents.value;
    assert.match(await hover("五、存在的主要问题"), /第五十条/);
    assert.match(await hover("自2023年1月1日"), /2023-01-01.*2023-12-31/);
    assert.match(await hover("虚构县样例局2023年"), /2023/);
    assert.equal(await hover("解读材料不多"), undefined);
  }, client()));

test("hover on a finding explains its rule, in the client's language", () =>
  withSession(async (s) => {
    const text = report({ omitOther: true });
    s.open(uri, text);
    const [d] = (await s.published()).params.diagnostics;
    const { contents } = await ask(s, "hover", { position: d.range.start });
    assert.ok(contents.value.includes(d.code));
    assert.match(contents.value, /Basis/);
  }, { ...client(), params: { locale: "en" } }));

/* ---- structure ---- */

test("trap 68: a tree of symbols, selections inside ranges, siblings apart", () =>
  withSession(async (s) => {
    const text = report({ eol: "\r\n" });
    s.open(uri, text);
    const tree = await ask(s, "documentSymbol");
    assert.equal(tree.length, 1);
    const names = [];
    const walk = (list, outer) => {
      let last;
      for (const symbol of list) {
        names.push(symbol.name);
        assert.ok(within(symbol.selectionRange, symbol.range), symbol.name);
        if (outer) assert.ok(within(symbol.range, outer.range), symbol.name);
        if (last) assert.ok(last.range.end.line < symbol.range.start.line, symbol.name);
        last = symbol;
        walk(symbol.children ?? [], symbol);
      }
    };
    walk(tree);
    for (const part of ["一、总体情况", "（三）政府信息管理", "六、其他需要报告的事项", "表：依申请公开"])
      assert.ok(names.includes(part), part);
  }, client({ documentSymbol: { hierarchicalDocumentSymbolSupport: true } })));

test("trap 68: a flat list for who knows no trees", () =>
  withSession(async (s) => {
    s.open(uri, report());
    for (const symbol of await ask(s, "documentSymbol")) {
      assert.equal(symbol.location.uri, uri);
      assert.ok(!("children" in symbol));
    }
  }, client()));

test("trap 70: folding by lines, as many as the client takes", async () => {
  await withSession(async (s) => {
    const text = report();
    s.open(uri, text);
    const folds = await ask(s, "foldingRange");
    const lines = text.split("\n");
    assert.ok(folds.some((f) => lines[f.startLine].startsWith("一、总体情况") && lines[f.endLine].startsWith("年内开展")));
    for (const f of folds) assert.ok(f.startLine < f.endLine && f.endLine < lines.length);
  }, client({ foldingRange: { lineFoldingOnly: true } }));
  await withSession(async (s) => {
    s.open(uri, report());
    assert.equal((await ask(s, "foldingRange")).length, 3);
  }, client({ foldingRange: { rangeLimit: 3 } }));
});

test("selections grow from the figure to the document", () =>
  withSession(async (s) => {
    const text = report();
    s.open(uri, text);
    const positions = [place(text, "行政许可\t41", 6), place(text, "收到申请6件", 4), at(9999, 0), at(0, 0)];
    const chains = await ask(s, "selectionRange", { positions });
    assert.equal(chains.length, 4);
    for (const [i, chain] of chains.entries()) {
      let n = 1;
      for (let link = chain; link.parent; link = link.parent, n++) assert.ok(within(link.range, link.parent.range));
      if (i < 2) assert.ok(n >= 4, `${n} steps`);
    }
    assert.deepEqual(chains[0].range, { start: place(text, "行政许可\t41", 5), end: place(text, "行政许可\t41", 7) });
    assert.equal((await s.request("textDocument/selectionRange", { textDocument: { uri }, positions: [5] })).error.code, -32602);
  }, client()));

test("the operands of a sum light up together", () =>
  withSession(async (s) => {
    const text = report({ total: 5 });
    s.open(uri, text);
    const position = place(text, "（七）总计\t\t5", 7);
    const lights = await ask(s, "documentHighlight", { position });
    assert.ok(lights.length > 10);
    assert.ok(lights.some((l) => l.range.start.line === position.line && l.range.start.character === position.character));
    assert.deepEqual(await ask(s, "documentHighlight", { position: place(text, "解读材料") }), []);
  }, client()));

/* ---- sums ---- */

test("trap 71: the computed value stands beside a wrong total, and hints come resolved", () =>
  withSession(async (s) => {
    const text = report({ total: 5 });
    s.open(uri, text);
    const hints = await ask(s, "inlayHint", { range: whole });
    const total = place(text, "（七）总计\t\t5", "（七）总计\t\t5".length);
    assert.ok(hints.some((h) => h.label === "应为 6" && h.position.line === total.line && h.position.character === total.character));
    assert.deepEqual(await ask(s, "inlayHint", { range: range(0, 0, 3, 0) }), []);
    s.change(uri, 2, { text: report() });
    assert.deepEqual(await ask(s, "inlayHint", { range: whole }), []);
  }, client()));

test("trap 71: lenses say how the sums ended, and come with their commands", () =>
  withSession(async (s) => {
    s.open(uri, report());
    const titles = (await ask(s, "codeLens")).map((l) => l.command.title);
    assert.ok(titles.some((t) => /^✓ 勾稽 (\d+)\/\1$/.test(t)), titles.join());
    s.change(uri, 2, { text: report({ total: 5 }) });
    const lenses = await ask(s, "codeLens");
    assert.ok(lenses.some((l) => /^✗ 勾稽/.test(l.command.title)));
    for (const l of lenses) assert.equal(l.range.start.line, l.range.end.line);
  }, client()));

/* ---- writing ---- */

test("trap 55: completion offers the missing part with its skeleton, as plain text or as a snippet", async () => {
  const session = (snippetSupport) => withSession(async (s) => {
    const text = report({ omitOther: true }) + "六、";
    s.open(uri, text);
    const items = await ask(s, "completion", { position: at(text.split("\n").length - 1, 2) });
    const item = items.find((i) => i.label.includes("其他需要报告的事项"));
    assert.ok(item);
    assert.match(item.textEdit.newText, /^六、其他需要报告的事项/);
    assert.equal(/\$\{1:【待填：[^】]*】\}/.test(item.textEdit.newText), snippetSupport);
    assert.deepEqual(item.textEdit.range, { start: at(text.split("\n").length - 1, 0), end: at(text.split("\n").length - 1, 2) });
    for (const i of items)
      assert.equal(i.insertTextFormat ?? 1, snippetSupport && i.textEdit.newText.includes("【待填：") ? 2 : 1);
    assert.ok(!items.some((i) => i.label.includes("总体情况")));
  }, client({ completion: { completionItem: { snippetSupport } } }));
  await session(true);
  await session(false);
});

test("completion in a table offers the labels of rows that are not there", () =>
  withSession(async (s) => {
    const lines = report().split("\n");
    const line = lines.findIndex((l) => l.startsWith("行政强制"));
    for (const [put, start] of [["行政强\t", 0], ["行政", 0], ["", 0]]) {
      const text = [...lines.slice(0, line), put, ...lines.slice(line + 1)].join("\n");
      s.open(uri, text);
      const words = put.trimEnd().length;
      const items = await ask(s, "completion", { position: at(line, words) });
      const item = items.find((i) => i.label === "行政强制");
      assert.deepEqual(item?.textEdit.range, range(line, start, line, words), put);
      assert.ok(!items.some((i) => i.label === "行政许可"));
    }
    s.open(uri, report());
    assert.deepEqual(await ask(s, "completion", { position: place(report(), "行政强制\t0", 6) }), []);
  }, client()));

test("an empty document can become a report without errors", () =>
  withSession(async (s) => {
    for (const languageId of ["plaintext", "markdown", "html"]) {
      const own = `file:///${languageId}`;
      s.open(own, "", { languageId });
      await s.published(own);
      const { result } = await s.request("textDocument/completion", { textDocument: { uri: own }, position: at(0, 0) });
      assert.equal(result.length, 1);
      s.change(own, 2, { text: result[0].textEdit.newText });
      const { diagnostics } = (await s.published(own)).params;
      assert.ok(!diagnostics.some((d) => d.severity === 1 && /^[STP]/.test(d.code)), JSON.stringify(diagnostics));
    }
  }, client()));

test("the list of parts leads to the headings", () =>
  withSession(async (s) => {
    const text = report().replace("电子版见", "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、" +
      "政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。电子版见");
    s.open(uri, text);
    const [target] = await ask(s, "definition", { position: place(text, "、存在的主要问题", 3) });
    assert.equal(target.uri, uri);
    assert.deepEqual(target.range.start, place(text, "五、存在的主要问题"));
  }, client()));

test("links end where the address ends", () =>
  withSession(async (s) => {
    s.open(uri, "见 https://example.invalid/a?b=1#c。（http://example.invalid）<http://example.invalid/x>, http:// 与 https://年");
    assert.deepEqual((await ask(s, "documentLink")).map((l) => l.target),
      ["https://example.invalid/a?b=1#c", "http://example.invalid", "http://example.invalid/x"]);
  }, client()));

/** Semantic tokens, each with its own place. */
function placed(data) {
  const tokens = [];
  for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
    line += data[i];
    character = data[i] ? data[i + 1] : character + data[i + 1];
    tokens.push({ line, character, length: data[i + 2], type: data[i + 3] });
  }
  return tokens;
}

for (const encoding of ["utf-8", "utf-16", "utf-32"]) {
  test(`trap 70: semantic tokens in ${encoding}: relative, within lines`, () =>
    withSession(async (s) => {
      const text = "😀" + report();
      s.open(uri, text);
      const { tokenTypes } = s.capabilities.semanticTokensProvider.legend;
      const lines = text.split("\n");
      const size = { "utf-8": (x) => Buffer.byteLength(x), "utf-16": (x) => x.length, "utf-32": (x) => [...x].length }[encoding];
      const { data } = await ask(s, "semanticTokens/full");
      assert.equal(data.length % 5, 0);
      assert.notEqual(data.length, 0);
      const tokens = placed(data);
      for (const token of tokens) {
        assert.ok(token.length > 0 && token.character + token.length <= size(lines[token.line]));
        assert.ok(token.type < tokenTypes.length);
      }
      for (let first = 0; first < lines.length; first += 3) {
        const part = await ask(s, "semanticTokens/range", { range: range(first, 0, first + 4, 0) });
        assert.deepEqual(placed(part.data), tokens.filter(({ line }) => line >= first && line < first + 4));
      }
    }, { capabilities: { general: { positionEncodings: [encoding] } } }));
}

/* ---- settings ---- */

test("trap 63: settings are asked for, null answers and null notifications are borne", () =>
  withSession(async (s) => {
    s.open(uri, report({ omitOther: true }));
    s.answer(await s.serverRequest("workspace/configuration"), [null]);
    const before = (await s.published()).params.diagnostics;
    const [d] = before;
    s.notify("workspace/didChangeConfiguration", { settings: null });
    s.answer(await s.serverRequest("workspace/configuration"), [{ rules: { [d.code]: "hint", zzz: "hint", F101: 5 }, lang: "en" }]);
    const after = (await s.published()).params.diagnostics;
    assert.equal(after.find((x) => x.code === d.code).severity, 4);
    assert.notEqual(after.find((x) => x.code === d.code).message, d.message);
    s.notify("workspace/didChangeConfiguration", { settings: null });
    s.answer(await s.serverRequest("workspace/configuration"), [{ rules: { [d.code]: "off" } }]);
    assert.ok(!(await s.published()).params.diagnostics.some((x) => x.code === d.code));
    s.notify("workspace/didChangeConfiguration", { settings: null });
    s.answer(await s.serverRequest("workspace/configuration"), [{}]);
    assert.deepEqual((await s.published()).params.diagnostics, before);
  }, client({}, { configuration: true })));

test("settings by initializationOptions and by notification", () =>
  withSession(async (s) => {
    s.open(uri, report({ omitOther: true }));
    assert.ok(!(await s.published()).params.diagnostics.some((d) => d.code === "S101"));
    s.notify("workspace/didChangeConfiguration", { settings: { nianbao: { rules: { S101: "error" } } } });
    assert.ok((await s.published()).params.diagnostics.some((d) => d.code === "S101"));
  }, { ...client(), params: { initializationOptions: { rules: { S101: "off" } } } }));

test("trap 22: didChangeConfiguration is registered by who can", () =>
  withSession(async (s) => {
    const asked = await s.serverRequest("client/registerCapability");
    assert.equal(asked.params.registrations[0].method, "workspace/didChangeConfiguration");
    s.answer(asked, null);
    assert.equal(await s.quit(), 0);
  }, client({}, { didChangeConfiguration: { dynamicRegistration: true } })));

/* ---- all of them ---- */

test("trap 72, 73: no number is larger than 2^31 - 1, whatever is asked about whatever", () =>
  withSession(async (s) => {
    const positions = [at(0, 0), at(1, 10), at(2147483647, 2147483647), at(40, 3)];
    for (const text of ["", "\n", "\r", "x", "年".repeat(5), report({ total: 5 }), report({ eol: "\r" }), "\uFEFF" + report({ eol: "\r\n" })]) {
      s.open(uri, text);
      for (const method of ["hover", "completion", "documentHighlight", "definition"])
        for (const position of positions) await ask(s, method, { position });
      await ask(s, "selectionRange", { positions });
      for (const method of ["documentSymbol", "foldingRange", "codeLens", "documentLink", "semanticTokens/full"]) await ask(s, method);
      for (const method of ["inlayHint", "semanticTokens/range"]) await ask(s, method, { range: whole });
    }
    for (const m of s.messages)
      JSON.stringify(m, (key, value) => (typeof value === "number" ? assert.ok(value < 2 ** 31, m.raw) : 0, value));
  }, client()));

test("a document without report gives empty answers everywhere", () =>
  withSession(async (s) => {
    s.open(uri, "# 纪要\n\n1. 事项一\n2. 事项二\n", { languageId: "markdown" });
    const position = at(2, 2);
    for (const method of ["documentSymbol", "foldingRange", "codeLens"]) assert.deepEqual(await ask(s, method), []);
    for (const method of ["completion", "documentHighlight", "definition"]) assert.deepEqual(await ask(s, method, { position }), []);
    assert.equal(await ask(s, "hover", { position }), null);
    assert.deepEqual(await ask(s, "inlayHint", { range: whole }), []);
    assert.deepEqual((await ask(s, "semanticTokens/full")).data, []);
  }, client()));

test("trap 81: ①, ², ½ and Ⅳ are no digits of a figure; full-width ones are", () =>
  withSession(async (s) => {
    const text = report();
    for (const [cell, isRead] of [["４１", true], ["4²", false], ["①", false], ["½", false], ["Ⅳ", false]]) {
      s.open(uri, text.replace("行政许可\t41", `行政许可\t${cell}`));
      const codes = (await s.published()).params.diagnostics.map((d) => d.code);
      assert.equal(codes.some((c) => c === "T110" || c === "T113"), !isRead, `${cell} ${codes}`);
    }
  }, client()));
