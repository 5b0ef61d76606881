// What the libraries under the server get wrong by themselves: traps 74 to 83.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { frame, range, withSession } from "./lib/session.mjs";
import { report } from "./lib/report.mjs";

const uri = "file:///r.txt";
const good = report();

function opening(escaped) {
  const text = JSON.stringify(report({ total: 5 }));
  return frame(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"${uri}",` +
    `"languageId":"plaintext","version":1,"text":"${escaped}\\n${text.slice(1)}}}}`);
}

for (const [trap, escaped] of [[74, "x\\ud83dy"], [74, "\\ude00"], [74, "\\ud83d\\ud83d\\ude00"], [74, "\\uD83D"], [74, "\\\\ud83d"],
                               [75, "x\\u0000y"], [75, "\\u0000"]]) {
  test(`trap ${trap}: a text with ${escaped} is opened whole`, () =>
    withSession(async (s) => {
      s.raw(opening(escaped));
      const broken = (await s.published()).params.diagnostics;
      assert.ok(broken.some((d) => d.severity === 1), "what stands behind it was read");
      const shown = JSON.parse(`"${escaped}"`).replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\0/g, "\ufffd");
      s.open("file:///same.txt", `${shown}\n${report({ total: 5 })}`);
      const same = (await s.published()).params.diagnostics;
      assert.deepEqual(broken.map((d) => [d.code, d.range]), same.map((d) => [d.code, d.range]));
    }));
}

test("trap 76: members are found by their exact names", () =>
  withSession(async (s) => {
    s.notify("textDocument/didOpen", { textDocument: { URI: uri, uri: "file:///own.txt", TEXT: "", languageId: "x", version: 1, text: good } });
    assert.equal((await s.published()).params.uri, "file:///own.txt");
    s.send({ jsonrpc: "2.0", ID: 4, METHOD: "shutdown", method: "un/known" });
    await s.settled();
    assert.ok(!s.messages.some((m) => m.id === 4));
  }));

test("trap 77: bytes behind the value and bytes that are no UTF-8", () =>
  withSession(async (s) => {
    for (const tail of ["x", "{}", "\0", "\0{}"]) {
      s.raw(frame(`{"jsonrpc":"2.0","id":1,"method":"shutdown"}${tail}`));
      assert.equal((await s.wait((m) => m.error)).error.code, -32700, JSON.stringify(tail));
    }
    const [head, tail] = opening("BAD").toString("latin1").split("BAD");
    const body = Buffer.from(head.slice(head.indexOf("{")) + "\xff\xc0\x80\xe5\xb9" + tail, "latin1");
    s.raw(frame(body));
    assert.ok((await s.published()).params.diagnostics.some((d) => d.severity === 1));
  }));

test("trap 78: numbers beyond every range", () =>
  withSession(async (s) => {
    s.open(uri, good, { version: 2 ** 40 });
    await s.published();
    for (const n of [1e300, -1e300, 2 ** 53, -5, 0.5, 2 ** 31])
      s.change(uri, n, { range: { start: { line: n, character: n }, end: { line: n, character: n } }, text: "" });
    s.change(uri, 3, { range: range(99999, 0, 99999, 0), text: "一、" });
    await s.settled();
    for (const m of s.messages.filter((x) => x.params?.version !== undefined))
      assert.ok(Number.isInteger(m.params.version) && Math.abs(m.params.version) < 2 ** 31);
    assert.equal(await s.quit(), 0);
  }));

test("trap 79, 80: a message with 20,000 changes and a text of 2 MB are handled whole", () =>
  withSession(async (s) => {
    s.open(uri, "x");
    await s.published();
    const changes = Array.from({ length: 20000 }, () => ({ range: range(0, 0, 0, 0), text: "字" }));
    s.change(uri, 2, ...changes);
    s.open("file:///large.txt", "一段文字。\n".repeat(130000));
    await s.published("file:///large.txt");
    // A report in the place of the 20,000 characters; the x behind them is its last line.
    s.change(uri, 3, { range: range(0, 0, 0, 20000), text: `${report({ total: 5 })}\n` });
    await s.wait((m) => m.params?.uri === uri && m.params.diagnostics?.length > 0, "the findings of the report");
  }));

test("trap 83: input and output may be files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  try {
    const all = [{ id: 1, method: "initialize", params: { capabilities: {} } }, { method: "initialized", params: {} },
      { method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "x", version: 1, text: report({ total: 5 }) } } },
      { id: 2, method: "textDocument/codeAction", params: { textDocument: { uri }, range: range(0, 0, 1, 0), context: {} } },
      { id: 3, method: "shutdown" }, { method: "exit" }];
    writeFileSync(join(folder, "in"), Buffer.concat(all.map((m) => frame({ jsonrpc: "2.0", ...m }))));
    const files = [openSync(join(folder, "in"), "r"), openSync(join(folder, "out"), "w")];
    const server = spawn(process.env.NIANBAO, ["lsp"], { stdio: [...files, "inherit"] });
    const code = await new Promise((resolve) => server.on("close", resolve));
    files.forEach((f) => closeSync(f));
    assert.equal(code, 0);
    const out = readFileSync(join(folder, "out"), "utf8");
    for (const id of [1, 2, 3]) assert.match(out, new RegExp(`"id":${id},"result"`));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("trap 83: a client that does not read for a while loses nothing", () =>
  withSession(async (s) => {
    s.process.stdout.pause();
    const n = 3000;
    for (let i = 0; i < n; i++) s.send({ jsonrpc: "2.0", id: `p${i}`, method: "un/known" });
    await new Promise((resolve) => setTimeout(resolve, 200));
    s.process.stdout.resume();
    await s.wait((m) => m.id === `p${n - 1}`);
    assert.equal(s.messages.filter((m) => /^p/.test(m.id)).length, n);
  }));
