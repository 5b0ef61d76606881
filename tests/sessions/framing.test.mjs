// Framing and JSON-RPC: traps 1 to 12 of the list in README.md.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Session, frame, withSession } from "./lib/session.mjs";
import { report } from "./lib/report.mjs";

const probe = (id) => ({ jsonrpc: "2.0", id, method: "$/nothing" });
const body = (message) => Buffer.from(JSON.stringify(message));

test("trap 1: header names in any case, other fields, Content-Type with utf8", () =>
  withSession(async (s) => {
    const b = body(probe("h"));
    s.raw(`content-type: application/vscode-jsonrpc; charset=utf8\r\nX-Other: 1\r\nCONTENT-LENGTH:${b.length}\r\n\r\n`);
    s.raw(b);
    const answer = await s.wait((m) => m.id === "h");
    assert.equal(answer.error.code, -32601);
  }));

test("trap 2: a message byte by byte, and Content-Length in bytes", () =>
  withSession(async (s) => {
    const bytes = frame({ jsonrpc: "2.0", id: "年报𠮷", method: "$/nothing" });
    for (const byte of bytes) {
      s.raw(Buffer.from([byte]));
      await new Promise(setImmediate);
    }
    const answer = await s.wait((m) => m.id === "年报𠮷");
    assert.equal(answer.error.code, -32601);
  }));

for (const [what, header] of [
  ["negative", "Content-Length: -5"],
  ["empty", "Content-Length: "],
  ["larger than 1 GiB", "Content-Length: 99999999999"],
  ["given twice", "Content-Length: 2\r\nContent-Length: 3"],
  ["missing", "Content-Type: application/vscode-jsonrpc"],
  ["no number", "Content-Length: 0x10"],
]) {
  test(`trap 3: a length that is ${what} ends the session with a word in the log`, async () => {
    const s = new Session();
    await s.initialize();
    s.raw(`${header}\r\n\r\n{}`);
    assert.equal(await s.exited, 1);
    assert.match(s.stderr, /cannot be read any further/);
  });
}

test("trap 3: a header without end is not collected for ever", async () => {
  const s = new Session();
  s.raw("X: " + "a".repeat(100000));
  assert.equal(await s.exited, 1);
});

test("trap 4: stdout holds frames only, even with the log at its loudest", () =>
  withSession(
    async (s) => {
      s.open("file:///r.txt", report());
      await s.published();
      assert.equal(await s.quit(), 0); // the reader of this client throws at anything else
      assert.match(s.stderr, /didOpen/);
    },
    { args: ["--log-level", "debug"] },
  ));

test("trap 5: a batch is an invalid request", () =>
  withSession(async (s) => {
    s.raw(frame([probe(1), probe(2)]));
    const answer = await s.wait((m) => m.error);
    assert.equal(answer.error.code, -32600);
    assert.equal(answer.id, null);
  }));

for (const id of ["1", 1, 0, -7, "", "年\\\"报", "00000000-0000", 2147483648]) {
  test(`trap 6: the id ${JSON.stringify(id)} comes back as it was`, () =>
    withSession(async (s) => {
      s.send({ jsonrpc: "2.0", id, method: "$/nothing" });
      assert.strictEqual((await s.wait((m) => m.error)).id, id);
    }));
}

test("trap 6: an id that no double can hold keeps its digits", () =>
  withSession(async (s) => {
    s.raw(frame('{"jsonrpc":"2.0","id":9007199254740993,"method":"$/nothing"}'));
    assert.match((await s.wait((m) => m.error)).raw, /"id":9007199254740993,/);
  }));

test("trap 6: the id is found behind params that have one too", () =>
  withSession(async (s) => {
    s.raw(frame('{"params":{"id":5,"a":["id",{"id":6}]},"method":"$/nothing","id" : "own" ,"jsonrpc":"2.0"}'));
    assert.equal((await s.wait((m) => m.error)).id, "own");
  }));

for (const id of [null, {}, [], true]) {
  test(`trap 6: the id ${JSON.stringify(id)} is none`, () =>
    withSession(async (s) => {
      s.send({ jsonrpc: "2.0", id, method: "shutdown" });
      const answer = await s.wait((m) => m.error);
      assert.equal(answer.error.code, -32600);
      assert.equal(answer.id, null);
    }));
}

test("trap 7: a success without value has result null and no error", () =>
  withSession(async (s) => {
    const answer = await s.request("shutdown");
    assert.ok("result" in answer && answer.result === null && !("error" in answer));
  }));

test("trap 8: unknown requests fail, unknown notifications are ignored, $/ or not", () =>
  withSession(async (s) => {
    s.notify("$/unknown", {});
    s.notify("un/known", {});
    assert.equal((await s.request("un/known")).error.code, -32601);
    assert.equal((await s.request("$/unknown")).error.code, -32601);
    assert.equal(s.messages.length, 3);
  }));

test("trap 8: a notification's method asked as a request is unknown", () =>
  withSession(async (s) => {
    assert.equal((await s.request("textDocument/didOpen", {})).error.code, -32601);
    assert.equal((await s.request("exit")).error.code, -32601);
  }));

test("trap 9: malformed params and malformed JSON, and the session goes on", () =>
  withSession(async (s) => {
    assert.equal((await s.request("textDocument/codeAction", { textDocument: 3 })).error.code, -32602);
    assert.equal((await s.request("textDocument/codeAction", "text")).error.code, -32602);
    assert.equal((await s.request("textDocument/codeAction", [])).error.code, -32602);
    assert.equal((await s.request("textDocument/codeAction")).error.code, -32602);
    s.raw(frame("{not json"));
    s.raw(frame(""));
    for (let i = 0; i < 2; i++) {
      const answer = await s.wait((m) => m.id === null);
      assert.equal(answer.error.code, -32700);
    }
    assert.equal(await s.quit(), 0);
  }));

test("trap 9: no object, no method", () =>
  withSession(async (s) => {
    for (const message of ["3", "null", '"x"', '{"jsonrpc":"2.0"}', '{"jsonrpc":"2.0","method":5}']) {
      s.raw(frame(message));
      const answer = await s.wait((m) => m.error);
      assert.equal(answer.error.code, -32600, message);
      assert.equal(answer.id, null);
    }
    s.raw(frame('{"jsonrpc":"2.0","id":4,"method":5}'));
    assert.equal((await s.wait((m) => m.error)).id, 4);
  }));

test("trap 10: a flood of requests of every kind gets one answer each", () =>
  withSession(async (s) => {
    const uri = "file:///r.txt";
    s.open(uri, report({ total: 5 }));
    const methods = Object.keys({
      "textDocument/codeAction": 1, "textDocument/hover": 1, "textDocument/documentSymbol": 1,
      "textDocument/foldingRange": 1, "textDocument/diagnostic": 1, "textDocument/completion": 1,
      "workspace/executeCommand": 1, "textDocument/inlayHint": 1, "textDocument/codeLens": 1,
      "un/known": 1,
    });
    const asked = [];
    for (let i = 0; i < 300; i++) {
      const id = `f${i}`;
      asked.push(id);
      s.send({ jsonrpc: "2.0", id, method: methods[i % methods.length], params: i % 3 ? { textDocument: { uri } } : {} });
    }
    await s.settled();
    const answers = s.messages.filter((m) => !("method" in m) && asked.includes(m.id)).map((m) => m.id);
    assert.deepEqual(answers, asked);
    for (const m of s.messages.filter((x) => !("method" in x)))
      assert.notEqual("result" in m, "error" in m);
  }));

test("trap 11: answers to requests that were never asked are tolerated", () =>
  withSession(async (s) => {
    s.send({ jsonrpc: "2.0", id: 4711, result: null }, { jsonrpc: "2.0", id: "x", error: { code: 1, message: "" } });
    s.send({ jsonrpc: "2.0", id: null, error: { code: -32700, message: "" } });
    assert.equal(await s.quit(), 0);
    assert.equal(s.messages.length, 2);
  }));

test("trap 12: duplicate keys: the first counts", () =>
  withSession(async (s) => {
    s.raw(frame('{"jsonrpc":"2.0","id":8,"id":9,"method":"$/nothing","method":"shutdown"}'));
    const answer = await s.wait((m) => m.id === 8);
    assert.equal(answer.error.code, -32601);
  }));

test("trap 12: nesting beyond reason is refused, the session goes on", () =>
  withSession(async (s) => {
    const deep = "[".repeat(100000) + "]".repeat(100000);
    s.raw(frame(`{"jsonrpc":"2.0","id":1,"method":"$/nothing","params":${deep}}`));
    assert.equal((await s.wait((m) => m.error)).error.code, -32700);
    assert.equal(await s.quit(), 0);
  }));
