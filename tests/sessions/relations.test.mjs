// From figure to cell and back, symbols of the workspace, changed tokens, actions made when chosen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, range, withSession } from "./lib/session.mjs";
import { apply, place } from "./lib/text.mjs";
import { report } from "./lib/report.mjs";

const uri = "file:///r.txt";
const client = (textDocument = {}, workspace = {}) => ({ capabilities: { textDocument, workspace } });
const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source"] } } };
const resolving = { ...literals, dataSupport: true, disabledSupport: true, resolveSupport: { properties: ["edit"] } };
const whole = range(0, 0, 99999, 0);

async function ask(s, method, params = {}) {
  const answer = await s.request(method, { textDocument: { uri }, ...params });
  assert.ok(!answer.error, JSON.stringify(answer.error));
  return answer.result;
}

const words = (text, r) => text.split("\n")[r.start.line].slice(r.start.character, r.end.character);

for (const total of [6, 5]) {
  test(`a figure of the prose leads to its cell, and the cell to the figure, ${total} in the table`, () =>
    withSession(async (s) => {
      const text = report({ total }).replace("收到申请6件", "本机关2023年共收到政府信息公开申请6件");
      s.open(uri, text);
      const claim = place(text, "公开申请6件", 4);
      const [cell] = await ask(s, "textDocument/definition", { position: claim });
      assert.equal(cell.uri, uri);
      assert.match(text.split("\n")[cell.range.start.line], /^一、本年新收/);
      assert.equal(words(text, cell.range), "6");
      const hover = await ask(s, "textDocument/hover", { position: claim });
      assert.match(hover.contents.value, /表中：.*一、本年新收政府信息公开申请数量 × .*总计.* = 6/);
      const context = (includeDeclaration) => ({ position: cell.range.start, context: { includeDeclaration } });
      const from = await ask(s, "textDocument/references", context(false));
      assert.deepEqual(from.map((r) => r.range.start), [claim]);
      const all = await ask(s, "textDocument/references", context(true));
      assert.equal(all.length, 2);
      assert.deepEqual(await ask(s, "textDocument/references", { position: place(text, "解读材料"), context: {} }), []);
    }, client()));
}

test("a heading is referred to by the list of parts", () =>
  withSession(async (s) => {
    const text = report().replace("电子版见", "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、" +
      "政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。电子版见");
    s.open(uri, text);
    const [from, ...more] = await ask(s, "textDocument/references", { position: place(text, "五、存在", 3), context: { includeDeclaration: false } });
    assert.equal(more.length, 0);
    assert.equal(words(text, from.range), "存在的主要问题及改进情况");
  }, client()));

test("the law that is cited is a link, and so are addresses", () =>
  withSession(async (s) => {
    s.open(uri, report().replace("电子版见", "依照《中华人民共和国政府信息公开条例》和《虚构县实施〈政府信息公开条例〉办法》编制。电子版见"));
    const links = await ask(s, "textDocument/documentLink");
    assert.deepEqual(links.map((l) => new URL(l.target).hostname), ["www.gov.cn", "example.invalid"]);
  }, client()));

test("symbols of all open reports, by a part of their names", () =>
  withSession(async (s) => {
    s.open(uri, report());
    s.open("file:///s.txt", report({ year: 2022 }));
    s.open("file:///n.txt", "一、议题\n");
    const found = await ask(s, "workspace/symbol", { query: "主要问题" });
    assert.deepEqual(found.map((f) => [f.location.uri, f.name]), [[uri, "五、存在的主要问题及改进情况"], ["file:///s.txt", "五、存在的主要问题及改进情况"]]);
    assert.match(found[1].containerName, /2022/);
    assert.ok((await ask(s, "workspace/symbol", { query: "" })).length > 20);
    assert.deepEqual(await ask(s, "workspace/symbol", { query: "没有这样的标题" }), []);
    assert.equal((await s.request("workspace/symbol", {})).error.code, -32602);
  }, client()));

test("trap 70: changed tokens give the full list when applied to the last one", () =>
  withSession(async (s) => {
    const edit = (data, edits) => edits.reduce((d, e) => d.slice(0, e.start).concat(e.data ?? [], d.slice(e.start + e.deleteCount)), data);
    const text = report();
    s.open(uri, text);
    let { data, resultId } = await ask(s, "textDocument/semanticTokens/full");
    for (const [version, change] of [[2, { range: range(7, 0, 7, 0), text: "7件，\n" }], [3, { range: range(7, 0, 8, 0), text: "" }],
                                     [4, { text: "空" }], [5, { text }]]) {
      s.change(uri, version, change);
      const delta = await ask(s, "textDocument/semanticTokens/full/delta", { previousResultId: resultId });
      assert.ok(delta.edits && delta.edits.length <= 1);
      data = edit(data, delta.edits);
      const full = await ask(s, "textDocument/semanticTokens/full");
      assert.deepEqual(data, full.data);
      resultId = full.resultId;
    }
    assert.deepEqual((await ask(s, "textDocument/semanticTokens/full/delta", { previousResultId: resultId })).edits, []);
    assert.ok((await ask(s, "textDocument/semanticTokens/full/delta", { previousResultId: "old" })).data);
  }, client()));

test("trap 49: the edit is made when the action is chosen; the rest of it stays", () =>
  withSession(async (s) => {
    const text = report({ total: 5, omitOther: true });
    s.open(uri, text);
    const actions = await ask(s, "textDocument/codeAction", { range: whole, context: { diagnostics: [] } });
    for (const action of actions.filter((a) => a.edit))
      assert.deepEqual((await s.request("codeAction/resolve", action)).result, action);
    assert.ok(actions.some((a) => a.data));
    for (const action of actions.filter((a) => !a.edit)) {
      const resolved = await s.request("codeAction/resolve", action);
      const { edit, ...rest } = resolved.result;
      assert.deepEqual(rest, action);
      assert.equal(Boolean(edit), !action.disabled);
    }
    const insert = actions.find((a) => a.data && a.diagnostics[0].code === "S101");
    const { edit } = (await s.request("codeAction/resolve", insert)).result;
    assert.match(apply(text, edit.changes[uri]), /六、其他需要报告的事项/);
    const [all] = await ask(s, "textDocument/codeAction", { range: whole, context: { diagnostics: [], only: ["source.fixAll"] } });
    assert.equal(all, undefined, "nothing here is safe");
    s.change(uri, 2, { text: report() });
    assert.equal((await s.request("codeAction/resolve", insert)).error.code, -32801);
    for (const odd of [null, {}, { title: 5 }]) assert.equal((await s.request("codeAction/resolve", odd)).error.code, -32602);
  }, client({ codeAction: resolving })));

test("the lens over the report puts in what is missing, all of it, with one edit", () =>
  withSession(async (s) => {
    const text = report({ omitOther: true }).replace(/四、政府信息公开行政复议[^]*(?=五、存在)/, "").replace(/本报告所列数据[^。]*。/, "");
    s.open(uri, text);
    const before = (await s.published()).params.diagnostics.filter((d) => ["S101", "P101"].includes(d.code));
    assert.equal(before.length, 3);
    const lens = (await ask(s, "textDocument/codeLens")).find((l) => l.command.command === "nianbao.insertMissingSections");
    const done = s.request("workspace/executeCommand", lens.command);
    const { edit } = (await s.serverRequest("workspace/applyEdit")).params;
    assert.equal((await done).result.inserted, 3);
    assert.equal(edit.changes[uri].length, 1);
    s.change(uri, 2, { text: apply(text, edit.changes[uri]) });
    const after = (await s.published()).params.diagnostics;
    assert.ok(!after.some((d) => ["S101", "P101"].includes(d.code)), JSON.stringify(after));
    assert.ok(!(await ask(s, "textDocument/codeLens")).some((l) => l.command.command === "nianbao.insertMissingSections"));
  }, client({}, { applyEdit: true })));

test("a command has any text checked as a report, and no longer", () =>
  withSession(async (s) => {
    s.open(uri, "2023年总结\n一、总体情况\n略\n二、问题\n");
    assert.deepEqual((await s.published()).params.diagnostics, []);
    const force = (...more) => s.request("workspace/executeCommand", { command: "nianbao.forceReport", arguments: [{ uri, ...more[0] }] });
    assert.equal((await force()).result, null);
    assert.ok((await s.published()).params.diagnostics.some((d) => d.code === "S101"));
    assert.equal((await force({ force: false })).result, null);
    assert.deepEqual((await s.published()).params.diagnostics, []);
    assert.equal((await s.request("workspace/executeCommand", { command: "nianbao.forceReport", arguments: [{ uri: "file:///x" }] })).error.code, -32803);
  }, client()));
