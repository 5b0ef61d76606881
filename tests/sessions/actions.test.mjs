// Code actions and commands: traps 45 to 57.
import assert from "node:assert/strict";
import { test } from "node:test";
import { range, withSession } from "./lib/session.mjs";
import { apply } from "./lib/text.mjs";
import { report } from "./lib/report.mjs";

const uri = "file:///r.txt";
const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source"] } } };
const all = { ...literals, isPreferredSupport: true, disabledSupport: true, dataSupport: true };
const annotated = { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } };
const client = (codeAction, workspace = {}, encodings = ["utf-16"]) => ({
  capabilities: { general: { positionEncodings: encodings }, textDocument: { codeAction, publishDiagnostics: {} }, workspace },
});
const whole = range(0, 0, 99999, 0);

async function actions(s, r = whole, context = {}) {
  const answer = await s.request("textDocument/codeAction", {
    textDocument: { uri }, range: r, context: { diagnostics: [], ...context },
  });
  assert.ok(!answer.error, JSON.stringify(answer.error));
  return answer.result;
}

const editsOf = (action) => action.edit.documentChanges?.[0].edits ?? action.edit.changes[uri];

test("trap 45: the range is the question, not the client's list", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5 }));
    const { diagnostics } = (await s.published()).params;
    const d = diagnostics.find((x) => x.severity === 1);
    assert.notEqual((await actions(s, d.range)).length, 0);
    const foreign = { ...d, source: "other", code: "zzz" };
    assert.notEqual((await actions(s, d.range, { diagnostics: [foreign] })).length, 0);
    assert.notEqual((await actions(s, { start: d.range.end, end: d.range.end })).length, 0, "the caret behind it");
    assert.deepEqual(await actions(s, range(3, 0, 3, 0), { diagnostics: [d] }), [], "elsewhere");
  }, client(literals)));

test("trap 46: only is a filter of prefixes, source actions come when asked for", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5, omitOther: true }));
    for (const [only, wanted] of [[undefined, /^quickfix$/], [["quickfix"], /^quickfix$/], [["source"], /^source\./],
                                  [["source.fixAll"], /^source\./], [["refactor"], /^$/], [["quick"], /^$/], [[""], /./],
                                  [["source.fixAll.nianbao"], /^source\.fixAll\.nianbao$/], [["source.fixAll.other"], /^$/]])
      for (const a of await actions(s, whole, { only })) assert.match(a.kind, wanted, `${only}`);
    assert.deepEqual(await actions(s, whole, { only: [] }), []);
    for (const triggerKind of [1, 2]) assert.notEqual((await actions(s, whole, { triggerKind })).length, 0);
  }, client(all)));

test("trap 47: a client without literals gets commands and workspace/applyEdit", () =>
  withSession(async (s) => {
    const text = report({ omitOther: true });
    s.open(uri, text);
    const command = (await actions(s)).find((a) => a.title.includes("其他需要报告的事项"));
    assert.equal(typeof command.command, "string");
    assert.ok(s.capabilities.executeCommandProvider.commands.includes(command.command));
    const done = s.request("workspace/executeCommand", { command: command.command, arguments: command.arguments });
    const asked = await s.serverRequest("workspace/applyEdit");
    s.answer(asked, { applied: true });
    assert.equal((await done).result, null);
    assert.match(apply(text, editsOf(asked.params)), /六、其他需要报告的事项/);
  }, client(undefined, { applyEdit: true })));

test("the cursor goes to what is to be filled in, where the client knows snippets in edits", async () => {
  for (const snippetEditSupport of [true, false])
    await withSession(async (s) => {
      s.open(uri, report({ omitOther: true }));
      const action = (await actions(s)).find((a) => a.title.includes("其他需要报告的事项"));
      const { edits } = action.edit.documentChanges[0];
      const snippets = edits.filter((e) => e.snippet);
      assert.equal(snippets.length, snippetEditSupport ? 1 : 0);
      for (const e of edits) assert.notEqual("snippet" in e, "newText" in e);
      for (const { snippet } of snippets) {
        assert.equal(snippet.kind, "snippet");
        assert.match(snippet.value, /^六、其他需要报告的事项[^]*\$\{1:【待填：[^】]*】\}/);
      }
    }, client(all, { workspaceEdit: { documentChanges: true, snippetEditSupport } }));
});

test("trap 47: neither literals nor applyEdit: nothing is offered", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5, omitOther: true }));
    assert.deepEqual(await actions(s), []);
  }, client(undefined)));

test("trap 48: what is announced is what comes", () =>
  withSession(async (s) => {
    const kinds = s.capabilities.codeActionProvider.codeActionKinds;
    s.open(uri, report({ total: 5, omitOther: true }));
    for (const only of [undefined, ["source"]])
      for (const a of await actions(s, whole, { only })) assert.ok(kinds.includes(a.kind), a.kind);
  }, client(all)));

test("trap 49: without resolve support the edit is there at once", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5, omitOther: true }));
    for (const a of await actions(s)) assert.ok(a.edit || a.disabled);
  }, client(literals)));

test("trap 50: isPreferred and disabled only for who knows them, at most one preferred a finding", async () => {
  await withSession(async (s) => {
    s.open(uri, report({ total: 5, carried: 9, omitOther: true }));
    for (const a of await actions(s)) assert.ok(!("isPreferred" in a) && !("disabled" in a));
  }, client(literals));
  await withSession(async (s) => {
    s.open(uri, report({ total: 5, carried: 9, omitOther: true }));
    const preferred = new Map();
    for (const a of await actions(s)) {
      assert.ok(!(a.isPreferred && a.disabled));
      const key = JSON.stringify(a.diagnostics[0].range) + a.diagnostics[0].code;
      if (a.isPreferred) preferred.set(key, (preferred.get(key) ?? 0) + 1);
    }
    for (const n of preferred.values()) assert.equal(n, 1);
  }, client(all));
});

test("trap 51: versioned documentChanges where supported, else changes, never both", async () => {
  await withSession(async (s) => {
    s.open(uri, "x");
    s.change(uri, 41, { text: report({ omitOther: true }) });
    for (const a of (await actions(s)).filter((x) => x.edit)) {
      assert.ok(!a.edit.changes);
      assert.deepEqual(a.edit.documentChanges.map((c) => c.textDocument), [{ uri, version: 41 }]);
    }
  }, client(literals, { workspaceEdit: { documentChanges: true } }));
  await withSession(async (s) => {
    s.open(uri, report({ omitOther: true }));
    for (const a of await actions(s)) {
      assert.ok(!a.edit.documentChanges);
      assert.deepEqual(Object.keys(a.edit.changes), [uri]);
    }
  }, client(literals));
});

for (const eol of ["\n", "\r\n"]) {
  test(`trap 52, 53: each edit applies to the text and its finding goes, with ${JSON.stringify(eol)}`, () =>
    withSession(async (s) => {
      const text = report({ total: 5, omitOther: true, eol });
      s.open(uri, text);
      const list = (await actions(s)).filter((a) => a.edit);
      assert.notEqual(list.length, 0);
      for (const a of list) {
        const fixed = apply(text, editsOf(a));
        assert.equal(/[^\r]\n/.test(fixed), eol === "\n", a.title);
        const other = `file:///fixed-${list.indexOf(a)}.txt`;
        s.open(other, fixed);
        const left = (await s.published(other)).params.diagnostics;
        const [d] = a.diagnostics;
        assert.ok(!left.some((x) => x.code === d.code && x.message === d.message), a.title);
      }
    }, client(literals)));
}

test("trap 54: whoever can confirm is asked before a figure changes", async () => {
  await withSession(async (s) => {
    s.open(uri, report({ total: 5 }));
    const asked = (await actions(s)).filter((a) => a.edit?.changeAnnotations);
    assert.notEqual(asked.length, 0);
    for (const a of asked) {
      for (const e of editsOf(a)) assert.ok(e.annotationId in a.edit.changeAnnotations);
      for (const note of Object.values(a.edit.changeAnnotations)) assert.equal(note.needsConfirmation, true);
    }
  }, client(all, { workspaceEdit: annotated }));
  await withSession(async (s) => {
    s.open(uri, report({ total: 5 }));
    for (const a of await actions(s)) assert.ok(!/annotation/i.test(JSON.stringify(a.edit ?? {})));
  }, client(all, { workspaceEdit: { documentChanges: true } }));
});

test("trap 56: an edit that the client refuses, or never answers, does no harm", () =>
  withSession(async (s) => {
    s.open(uri, report({ omitOther: true }));
    const [command] = await actions(s);
    for (let i = 0; i < 100; i++)
      await s.request("workspace/executeCommand", { command: command.command, arguments: command.arguments });
    const asked = s.messages.filter((m) => m.method === "workspace/applyEdit");
    assert.ok(asked.length > 0 && asked.length <= 100);
    s.answer(asked[0], { applied: false, failureReason: "read only" });
    s.send({ jsonrpc: "2.0", id: asked[1].id, error: { code: -32603, message: "no" } });
    assert.equal(await s.quit(), 0);
  }, client(undefined, { applyEdit: true })));

test("trap 57: unknown commands, missing and stale arguments", () =>
  withSession(async (s) => {
    s.open(uri, report({ omitOther: true }));
    const run = (command, ...args) => s.request("workspace/executeCommand", { command, arguments: args });
    assert.equal((await run("un.known", { uri })).error.code, -32602);
    assert.equal((await run("nianbao.applyFix")).error.code, -32602);
    assert.equal((await run("nianbao.applyFix", { uri: 4 })).error.code, -32602);
    assert.equal((await run("nianbao.applyFix", { uri: "file:///nowhere" })).error.code, -32803);
    const [command] = await actions(s);
    s.change(uri, 2, { text: "这不是报告" });
    assert.equal((await run(command.command, ...command.arguments)).error.code, -32801);
  }, client(undefined, { applyEdit: true })));

test("every missing part is put in by one edit, and nothing else is changed", () =>
  withSession(async (s) => {
    const text = report({ omitOther: true }).replace("2023年12月31日", "2023年 12月31日");
    s.open(uri, text);
    const answer = await s.request("workspace/executeCommand", {
      command: "nianbao.insertMissingSections", arguments: [{ uri }] });
    assert.equal(answer.result.inserted, 1);
    const asked = await s.serverRequest("workspace/applyEdit");
    const [edit, more] = Object.values(asked.params.edit.changes ?? { x: asked.params.edit.documentChanges[0].edits })[0];
    assert.equal(more, undefined);
    assert.deepEqual(edit.range.start, edit.range.end);
    assert.match(edit.newText, /其他需要报告的事项/);
    s.answer(asked, { applied: true });
  }, client(undefined, { applyEdit: true })));

test("the report as a page, with places in the client's units", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5 }));
    const { result } = await s.request("workspace/executeCommand", {
      command: "nianbao.reportView", arguments: [{ uri }] });
    assert.match(result.html, /^<article class="report">[^]*<\/article>\n$/);
    assert.match(result.html, /<td class="wrong"[^>]* data-at="\d+:\d+:\d+:\d+">/);
    assert.match(result.style, /--vscode-editor-foreground/);
    assert.ok(!/<script|style=|onclick/i.test(result.html));
    s.change(uri, 2, { text: "这不是报告" });
    const after = await s.request("workspace/executeCommand", {
      command: "nianbao.reportView", arguments: [{ uri }] });
    assert.ok(!after.result.html.includes("<table"));
  }));
