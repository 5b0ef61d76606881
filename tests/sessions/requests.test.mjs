// Cancellation, order and URIs: traps 58 to 67.
import assert from "node:assert/strict";
import { test } from "node:test";
import { frame, range, withSession } from "./lib/session.mjs";
import { report } from "./lib/report.mjs";

const uri = "file:///r.txt";
const ask = (id) => ({ jsonrpc: "2.0", id, method: "textDocument/codeAction",
  params: { textDocument: { uri }, range: range(0, 0, 9999, 0), context: { diagnostics: [] } } });
const cancel = (id) => ({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id } });

test("trap 58: a request whose cancellation has come is not begun, and still answered", () =>
  withSession(async (s) => {
    s.open(uri, report());
    s.raw(Buffer.concat([ask(11), ask("11"), ask(12), cancel(11)].map(frame)));
    assert.equal((await s.wait((m) => m.id === 11)).error.code, -32800);
    assert.ok((await s.wait((m) => m.id === "11")).result, "11 is not \"11\"");
    assert.ok((await s.wait((m) => m.id === 12)).result);
  }));

test("trap 58: unknown and malformed cancellations are ignored", () =>
  withSession(async (s) => {
    s.send(cancel(4711), cancel(null), { jsonrpc: "2.0", method: "$/cancelRequest" }, cancel({}));
    assert.equal(await s.quit(), 0);
  }));

test("trap 59, 61: a request behind a change sees that change", () =>
  withSession(async (s) => {
    const text = report({ total: 5 });
    s.open(uri, text);
    await s.published();
    const change = (version, text) => ({ jsonrpc: "2.0", method: "textDocument/didChange",
      params: { textDocument: { uri, version }, contentChanges: [{ text }] } });
    s.raw(Buffer.concat([change(2, "空"), ask(1), change(3, text), ask(2)].map(frame)));
    assert.deepEqual((await s.wait((m) => m.id === 1)).result, []);
    assert.notEqual((await s.wait((m) => m.id === 2)).result.length, 0);
  }, { capabilities: { textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } } }));

test("trap 60: a request about a document that is not open fails mildly", () =>
  withSession(async (s) => {
    const answer = await s.request("textDocument/codeAction", { textDocument: { uri: "file:///nowhere" }, range: range(0, 0, 0, 0), context: {} });
    assert.equal(answer.error.code, -32803);
  }));

const spellings = ["file:///c%3A/%E5%B9%B4/r.txt", "file:///C:/年/r.txt", "file:///c:/%e5%b9%b4/r.txt", "FILE:///c:/年/r.txt", "file://localhost/C%3a/年/r.txt"];

for (const other of spellings.slice(1)) {
  test(`trap 65: ${other} is the document opened as ${spellings[0]}`, () =>
    withSession(async (s) => {
      s.open(spellings[0], "x");
      await s.published();
      s.change(other, 2, { text: report({ total: 5 }) });
      assert.equal((await s.published()).params.uri, spellings[0]);
    }));
}

for (const [a, b] of [["file:///a/R.txt", "file:///a/r.txt"], ["file:///a%2Fb", "file:///a/b"], ["file:///a%2541", "file:///a%41"],
                      ["untitled:Untitled-1", "untitled:Untitled-2"]]) {
  test(`trap 65: ${a} and ${b} are two documents`, () =>
    withSession(async (s) => {
      s.open(a, "x");
      s.open(b, report({ total: 5 }));
      assert.notEqual((await s.published(b)).params.diagnostics.length, 0);
      assert.deepEqual((await s.published(a)).params.diagnostics, []);
    }));
}

for (const strange of ["untitled:Untitled-1", "vscode-notebook-cell:/a#b", "vscode-vfs://github/x/y.txt", "年报", "", ":", "file:",
                       "file://", "file:///%", "file:///%4", "file:///%zz/%00", "file://server/share/a b#c%25.txt"]) {
  test(`trap 66, 67: the URI ${JSON.stringify(strange)} is checked and comes back as it was`, () =>
    withSession(async (s) => {
      s.open(strange, report({ total: 5 }));
      const { params } = await s.published();
      assert.equal(params.uri, strange);
      assert.notEqual(params.diagnostics.length, 0);
      s.close(strange);
      assert.equal(await s.quit(), 0);
    }));
}

test("trap 66: the old side of a comparison is not checked", () =>
  withSession(async (s) => {
    s.open("git:/a/r.txt?%7B%7D", report({ total: 5 }));
    assert.deepEqual((await s.published()).params.diagnostics, []);
  }));
