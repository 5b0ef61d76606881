// A figure half typed does not flash errors: they come when the caret leaves, or after a short rest.
import assert from "node:assert/strict";
import { test } from "node:test";
import { range, withSession } from "./lib/session.mjs";
import { place } from "./lib/text.mjs";
import { report } from "./lib/report.mjs";

const uri = "file:///r.txt";
const clean = report();
const rests = (typingRest, more = {}) => ({ ...more, params: { initializationOptions: { typingRest } } });
const publishes = (s) => s.messages.filter((m) => m.method === "textDocument/publishDiagnostics");
const errors = (m) => m.params.diagnostics.filter((d) => d.severity === 1).map((d) => d.code);

// The digit of （七）总计 in the column 自然人; typed over, the sums no longer hold.
const total = place(clean, "（七）总计\t\t6", "（七）总计\t\t".length);
const over = (from, text) => ({ range: range(total.line, total.character, total.line, total.character + from), text });

async function open(s) {
  s.open(uri, clean);
  assert.deepEqual(errors(await s.published()), []);
}

test("typed and repaired within the rest: nothing is shown at all", () =>
  withSession(async (s) => {
    await open(s);
    s.change(uri, 2, over(1, "1"));
    await s.settled();
    s.change(uri, 3, over(1, ""));
    await s.settled();
    s.change(uri, 4, over(0, "6"));
    await s.settled();
    assert.equal(publishes(s).length, 1);
  }, rests(10000)));

test("after a rest it is shown, once, the same as of a text opened afresh", () =>
  withSession(async (s) => {
    await open(s);
    s.change(uri, 2, over(1, "5"));
    await s.settled();
    assert.equal(publishes(s).length, 1);
    const late = await s.published();
    s.open("file:///fresh.txt", report({ total: 5 }));
    assert.deepEqual(late.params.diagnostics, (await s.published("file:///fresh.txt")).params.diagnostics);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(publishes(s).length, 3);
  }, rests(200)));

for (const [what, leave] of [
  ["types elsewhere", (s) => s.change(uri, 3, { range: range(3, 0, 3, 0), text: "3" })],
  ["types words", (s) => s.change(uri, 3, { range: range(3, 0, 3, 0), text: "又" })],
  ["saves", (s) => s.notify("textDocument/didSave", { textDocument: { uri } })],
  ["moves the caret", (s) => s.request("textDocument/documentHighlight", { textDocument: { uri }, position: { line: 3, character: 1 } })],
]) {
  test(`whoever ${what} sees what was held back`, () =>
    withSession(async (s) => {
      await open(s);
      s.change(uri, 2, over(1, "5"));
      await s.settled();
      assert.equal(publishes(s).length, 1);
      leave(s);
      assert.notDeepEqual(errors(await s.published()), []);
    }, rests(10000)));
}

test("the caret within the row lets them wait", () =>
  withSession(async (s) => {
    await open(s);
    s.change(uri, 2, over(1, "5"));
    await s.request("textDocument/documentHighlight", { textDocument: { uri }, position: { line: total.line, character: total.character + 3 } });
    await s.settled();
    assert.equal(publishes(s).length, 1);
  }, rests(10000)));

test("findings elsewhere, and what is repaired, do not wait", () =>
  withSession(async (s) => {
    s.open(uri, report({ total: 5, omitOther: true }));
    const first = errors(await s.published());
    s.change(uri, 2, over(1, "6"));
    const repaired = errors(await s.published());
    assert.ok(repaired.length < first.length && repaired.includes("S101"));
  }, rests(10000)));

test("a paste, a replaced text and typingRest 0 wait for nothing", async () => {
  for (const [rest, change] of [[10000, over(1, "5（待核对）")], [10000, { text: report({ total: 5 }) }], [0, over(1, "5")]])
    await withSession(async (s) => {
      await open(s);
      s.change(uri, 2, change);
      assert.notDeepEqual((await s.published()).params.diagnostics, []);
    }, rests(rest));
});

test("a client that pulls is asked to pull again after the rest; one that cannot be asked waits for nothing", async () => {
  const pull = async (s) => (await s.request("textDocument/diagnostic", { textDocument: { uri } })).result.items.filter((d) => d.severity === 1);
  const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
  await withSession(async (s) => {
    s.open(uri, clean);
    assert.deepEqual(await pull(s), []);
    s.change(uri, 2, over(1, "5"));
    assert.deepEqual(await pull(s), []);
    s.answer(await s.serverRequest("workspace/diagnostic/refresh"), null);
    assert.notDeepEqual(await pull(s), []);
  }, rests(200, { capabilities }));
  await withSession(async (s) => {
    s.open(uri, clean);
    assert.deepEqual(await pull(s), []);
    s.change(uri, 2, over(1, "5"));
    assert.notDeepEqual(await pull(s), []);
  }, rests(200, { capabilities: { textDocument: { diagnostic: {} } } }));
});
