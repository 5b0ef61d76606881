// Long sessions, sudden ends, and clients that say much at once.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Session, frame, range, withSession } from "./lib/session.mjs";
import { report } from "./lib/report.mjs";

const uri = "file:///r.txt";
const SECONDS = Number(process.env.NIANBAO_SOAK_SECONDS ?? 30);
const PER_SECOND = 200;
const GROWTH_KB_MAX = 512; // of resident memory, from the fifth of the time on
const isSanitized = readFileSync(process.env.NIANBAO).includes("__asan_init");
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const residentKb = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]);

test(`${SECONDS} s of ${PER_SECOND} edits a second: nothing is lost, memory stays flat`, { timeout: SECONDS * 4000 + 60000 }, () =>
  withSession(async (s) => {
    const text = report({ total: 5 });
    const lines = text.split("\n").length;
    s.open(uri, text);
    await s.published();
    let version = 1;
    let early = 0;
    const start = performance.now();
    for (let sent = 0; sent < SECONDS * PER_SECOND; ) {
      // A late timer must not send one more: each insertion has its removal.
      const due = Math.min(SECONDS * PER_SECOND, Math.floor(((performance.now() - start) / 1000) * PER_SECOND));
      for (; sent < due; sent++) {
        const line = (sent * 7) % (lines - 1);
        // Typed and taken back, figures and words, at places all over the text.
        const typed = sent % 4 < 2 ? "7" : "字😀\n";
        const isTaken = sent % 2 === 1;
        const last = ((sent - 1) * 7) % (lines - 1);
        s.change(uri, ++version, isTaken
          ? { range: (sent - 1) % 4 < 2 ? range(last, 0, last, 1) : range(last, 0, last + 1, 0), text: "" }
          : { range: range(line, 0, line, 0), text: typed });
        if (sent % 50 === 0)
          s.send({ jsonrpc: "2.0", id: `h${sent}`, method: "textDocument/hover", params: { textDocument: { uri }, position: { line, character: 1 } } },
                 { jsonrpc: "2.0", id: `a${sent}`, method: "textDocument/codeAction", params: { textDocument: { uri }, range: range(0, 0, lines, 0), context: { diagnostics: [] } } });
      }
      s.messages = s.messages.filter((m) => m.method === "textDocument/publishDiagnostics").slice(-1);
      s.unread = [];
      if (!early && performance.now() - start > SECONDS * 200) early = residentKb(s.process.pid);
      await sleep(5);
    }
    await s.settled();
    await sleep(500);
    const late = residentKb(s.process.pid);
    if (!isSanitized) assert.ok(late - early <= GROWTH_KB_MAX, `resident: ${early} KB, at the end ${late} KB`);
    const shown = s.messages.filter((m) => m.method === "textDocument/publishDiagnostics").at(-1).params;
    s.open("file:///fresh.txt", text);
    assert.deepEqual(shown.diagnostics, (await s.published("file:///fresh.txt")).params.diagnostics);
    assert.equal(await s.quit(), 0);
  }));

test("a flood: 5000 changes, requests and cancellations in one write", () =>
  withSession(async (s) => {
    const text = report({ total: 5 });
    s.open(uri, text);
    await s.published();
    const all = [];
    for (let i = 0; i < 5000; i++) {
      all.push(frame({ jsonrpc: "2.0", method: "textDocument/didChange", params: { textDocument: { uri, version: i + 2 },
        contentChanges: [{ range: i % 2 ? range(3, 0, 3, 1) : range(3, 0, 3, 0), text: i % 2 ? "" : "新" }] } }));
      all.push(frame({ jsonrpc: "2.0", id: i + 1e6, method: "textDocument/hover", params: { textDocument: { uri }, position: { line: 0, character: 3 } } }));
      if (i % 3 === 0) all.push(frame({ jsonrpc: "2.0", method: "$/cancelRequest", params: { id: i + 1e6 } }));
    }
    s.raw(Buffer.concat(all));
    await s.wait((m) => m.id === 5000 - 1 + 1e6, "the last answer", 60000);
    const answered = s.messages.filter((m) => !m.method && m.id >= 1e6).map((m) => m.id);
    assert.equal(answered.length, 5000);
    assert.equal(new Set(answered).size, 5000);
  }));

test("more documents than are kept: the rest is left out aloud, the session goes on", () =>
  withSession(async (s) => {
    const all = [];
    for (let i = 0; i < 4200; i++)
      all.push(frame({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument: { uri: `file:///${i}.txt`, languageId: "plaintext", version: 1, text: "x" } } }));
    s.raw(Buffer.concat(all));
    await s.settled();
    assert.match(s.stderr, /more than 4096 documents are open/);
    s.open("file:///1.txt", report({ total: 5 }), { version: 2 });
    const found = await s.wait((m) => m.method === "textDocument/publishDiagnostics" && m.params.diagnostics.length > 0);
    assert.equal(found.params.uri, "file:///1.txt");
    assert.equal(await s.quit(), 0);
  }));

// Runs a server in a folder of its own, ends it in the middle of work, and looks for what is left.
async function leavesNothing(end) {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-end-"));
  try {
    const server = spawn(process.env.NIANBAO, ["lsp"], { cwd: folder, stdio: ["pipe", "pipe", "ignore"],
      env: { ...process.env, TMPDIR: folder, HOME: folder, XDG_CACHE_HOME: folder } });
    server.stdin.on("error", () => {});
    server.stdout.resume();
    const over = new Promise((resolve) => server.on("exit", (code, signal) => resolve(signal ?? code)));
    const message = (m) => server.stdin.write(frame({ jsonrpc: "2.0", ...m }));
    message({ id: 1, method: "initialize", params: { processId: null, capabilities: {} } });
    message({ method: "initialized", params: {} });
    for (let i = 0; i < 200; i++)
      message({ method: "textDocument/didOpen", params: { textDocument: { uri: `file:///${i}`, languageId: "plaintext", version: 1, text: report({ total: 5 }) } } });
    await end(server);
    const status = await over;
    assert.deepEqual(readdirSync(folder), []);
    return status;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const wait of [0, 3, 20, 60])
  for (const signal of ["SIGKILL", "SIGTERM"])
    test(`${signal} after ${wait} ms: no file is left behind`, async () =>
      assert.equal(await leavesNothing(async (server) => (await sleep(wait), server.kill(signal))), signal));

test("trap 18: the input ends in mid-message: the session is over, no file is left", async () => {
  assert.equal(await leavesNothing(async (server) => server.stdin.end("Content-Length: 100\r\n\r\n{")), 1);
});

test("trap 18: nobody reads any more: the session is over", async () => {
  assert.equal(await leavesNothing(async (server) => (server.stdout.destroy(), await sleep(10), server.stdin.write(frame({ jsonrpc: "2.0", id: 2, method: "un/known" })))), 1);
});

test("what was open before a kill is checked the same by the next server", async () => {
  const lists = [];
  for (const isKilled of [true, false])
    await withSession(async (s) => {
      s.open(uri, report({ total: 5 }));
      lists.push((await s.published()).params.diagnostics);
      if (isKilled) await s.kill();
    });
  assert.deepEqual(lists[0], lists[1]);
});
