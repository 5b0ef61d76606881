// The reports of the folders that are open: traps 36, 37, 58, 62 and 64.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { withSession } from "./lib/session.mjs";
import { report } from "./lib/report.mjs";

const pulling = { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } };
const broken = report({ omitOther: true });

// A folder with two reports and much that is none, gone after the test.
async function withFolder(body, capabilities = pulling, count = 0) {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-年报-"));
  const put = (name, text) => writeFileSync(join(folder, name), text);
  const uri = (name) => pathToFileURL(join(folder, name)).href;
  try {
    for (const sub of ["2023", "node_modules", ".git", "空"]) mkdirSync(join(folder, sub));
    put("a.txt", broken);
    put("2023/b 年报.md", broken.replaceAll("2023", "2022"));
    put("notes.md", "# 纪要\n\n一、议题\n");
    put("node_modules/c.txt", broken);
    put(".git/d.txt", broken);
    put("e.docx", broken);
    put("gbk.txt", Buffer.from([0xc4, 0xea, 0xb1, 0xa8]));
    for (let i = 0; i < count; i++) put(`more-${i}.txt`, broken);
    const params = { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "x" }] };
    return await withSession((s) => body({ s, put, uri, folder }), { capabilities, params });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ask = (s, previousResultIds = [], more = {}) =>
  s.request("workspace/diagnostic", { identifier: "nianbao", previousResultIds, ...more });
const ids = (items) => items.map(({ uri, resultId }) => ({ uri, value: resultId }));
const notes = (s, method) => s.messages.filter((m) => m.method === method);

test("trap 36: every report of the folders, open or not, with uri and version", () =>
  withFolder(async ({ s, uri }) => {
    assert.equal(s.capabilities.diagnosticProvider.workspaceDiagnostics, true);
    s.open(uri("a.txt"), report(), { version: 7 });
    const { items } = (await ask(s)).result;
    assert.deepEqual(items.map((i) => [i.uri, i.version, i.kind]).sort(),
      [[uri("2023/b 年报.md"), null, "full"], [uri("a.txt"), 7, "full"]].sort());
    const [a, b] = ["a.txt", "2023/b 年报.md"].map((name) => items.find((i) => i.uri === uri(name)));
    assert.ok(!a.items.some((d) => d.code === "S101"), "the text in the editor, not the file's");
    assert.ok(b.items.some((d) => d.code === "S101"));
    const pulled = await s.request("textDocument/diagnostic", { textDocument: { uri: uri("a.txt") } });
    assert.equal(pulled.result.resultId, a.resultId);
  }));

test("trap 36: with nothing new it is held open, and answered when a file changes", () =>
  withFolder(async ({ s, put, uri }) => {
    const { items } = (await ask(s)).result;
    let isAnswered = false;
    const held = ask(s, ids(items)).then((m) => ((isAnswered = true), m));
    await s.settled();
    assert.equal(isAnswered, false);
    s.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("a.txt"), type: 2 }] });
    await s.settled();
    assert.equal(isAnswered, false, "told of, but not different");
    put("a.txt", report());
    s.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("a.txt"), type: 2 }] });
    const answer = (await held).result.items;
    assert.equal(answer.find((i) => i.uri === uri("a.txt")).kind, "full");
    assert.equal(answer.find((i) => i.uri !== uri("a.txt")).kind, "unchanged");
  }));

test("trap 36, 38: a report that went away is reported empty", () =>
  withFolder(async ({ s, folder, uri }) => {
    const { items } = (await ask(s)).result;
    rmSync(join(folder, "a.txt"));
    const gone = (await ask(s, ids(items))).result.items.find((i) => i.uri === uri("a.txt"));
    assert.deepEqual(gone, { kind: "full", uri: uri("a.txt"), version: null, items: [] });
  }));

test("trap 36: a configuration that changes the findings ends the holding", () =>
  withFolder(async ({ s, put, uri }) => {
    const { items } = (await ask(s)).result;
    const held = ask(s, ids(items));
    put("nianbao.json", '{"rules": {"S101": "off"}, "ignore": ["2023/"]}');
    s.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("nianbao.json"), type: 1 }] });
    const answer = (await held).result.items;
    assert.deepEqual(answer.find((i) => i.uri === uri("2023/b 年报.md")).items, []);
    assert.ok(!answer.find((i) => i.uri === uri("a.txt")).items.some((d) => d.code === "S101"));
  }));

test("trap 36: streamed reports are not said again in the answer", () =>
  withFolder(async ({ s }) => {
    const { result } = await ask(s, [], { partialResultToken: "p1" });
    assert.deepEqual(result, { items: [] });
    const parts = notes(s, "$/progress");
    assert.ok(parts.length >= 1 && parts.every((m) => m.params.token === "p1"));
    assert.equal(parts.flatMap((m) => m.params.value.items).length, 42);
  }, pulling, 40));

test("trap 58: a held request is cancelled at once, and answered", () =>
  withFolder(async ({ s }) => {
    const { items } = (await ask(s)).result;
    const held = s.request("workspace/diagnostic", { previousResultIds: ids(items) }, "held");
    await s.settled();
    s.notify("$/cancelRequest", { id: "other" });
    s.notify("$/cancelRequest", { id: "held" });
    assert.equal((await held).error.code, -32800);
    assert.equal(await s.quit(), 0);
  }));

test("trap 37: one asked before another, or before shutdown, is cancelled by the server", () =>
  withFolder(async ({ s }) => {
    const { items } = (await ask(s)).result;
    const first = ask(s, ids(items));
    await s.settled();
    const second = ask(s, ids(items));
    const { error } = await first;
    assert.equal(error.code, -32802);
    assert.deepEqual(error.data, { retriggerRequest: false });
    await s.settled();
    const done = s.quit();
    assert.equal((await second).error.code, -32802);
    assert.equal(await done, 0);
  }));

test("trap 62: progress on the client's token begins, goes on and ends once", () =>
  withFolder(async ({ s }) => {
    await ask(s, [], { workDoneToken: 5 });
    const kinds = notes(s, "$/progress").map((m) => (assert.equal(m.params.token, 5), m.params.value.kind));
    assert.equal(kinds[0], "begin");
    assert.equal(kinds.at(-1), "end");
    assert.ok(kinds.slice(1, -1).every((k) => k === "report") && kinds.length > 2, kinds.join());
  }, pulling, 40));

test("trap 62: no progress without a token, and none of ours is made for short work", () =>
  withFolder(async ({ s }) => {
    await ask(s);
    assert.equal(notes(s, "$/progress").length, 0);
    assert.equal(notes(s, "window/workDoneProgress/create").length, 0);
  }, { ...pulling, window: { workDoneProgress: true } }));

const progressing = { ...pulling, window: { workDoneProgress: true } };
const MANY = 3000; // enough to take longer than the patience before progress is shown

test("trap 62: long work asks for a token, uses it once it is granted, and can be stopped by it", () =>
  withFolder(async ({ s }) => {
    const asked = ask(s);
    const create = await s.serverRequest("window/workDoneProgress/create");
    assert.equal(notes(s, "$/progress").length, 0);
    s.answer(create, null);
    const begin = await s.wait((m) => m.method === "$/progress");
    assert.equal(begin.params.token, create.params.token);
    assert.equal(begin.params.value.kind, "begin");
    assert.equal(begin.params.value.cancellable, true);
    s.notify("window/workDoneProgress/cancel", { token: create.params.token });
    assert.equal((await asked).error?.code, -32802);
    assert.equal(notes(s, "$/progress").at(-1).params.value.kind, "end");
  }, progressing, MANY));

test("trap 62: a token that is refused is not used", () =>
  withFolder(async ({ s }) => {
    const asked = ask(s);
    const create = await s.serverRequest("window/workDoneProgress/create");
    s.send({ jsonrpc: "2.0", id: create.id, error: { code: -32603, message: "no" } });
    assert.equal((await asked).result.items.length, MANY + 2);
    assert.equal(notes(s, "$/progress").length, 0);
  }, progressing, MANY));

test("trap 58, 61: keys are answered while the folders are looked at", () =>
  withFolder(async ({ s }) => {
    const asked = ask(s);
    const start = performance.now();
    for (let i = 0; i < 20; i++) await s.request("un/known", {});
    assert.ok(performance.now() - start < 1000);
    assert.ok(!s.messages.some((m) => m.result?.items));
    assert.equal((await asked).result.items.length, MANY + 2);
  }, pulling, MANY));

test("trap 19: rootUri and rootPath are looked at where no folders are named", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
  writeFileSync(join(folder, "a.txt"), broken);
  const uri = pathToFileURL(folder).href;
  try {
    for (const params of [{ rootUri: uri }, { rootPath: folder }, { workspaceFolders: [], rootUri: uri },
                          { workspaceFolders: [{ uri: `${uri}/`, name: "" }], rootUri: "file:///nowhere" }])
      await withSession(async (s) => assert.equal((await ask(s)).result.items.length, 1), { capabilities: pulling, params });
    await withSession(async (s) => {
      assert.deepEqual((await ask(s)).result.items, []);
      const held = ask(s);
      s.notify("workspace/didChangeWorkspaceFolders", { event: { added: [{ uri, name: "" }], removed: [] } });
      assert.equal((await held).result.items.length, 1);
    }, { capabilities: pulling });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("trap 64: reports are watched through the client, for who pulls and can", () =>
  withSession(async (s) => {
    const [{ registerOptions }] = (await s.serverRequest("client/registerCapability")).params.registrations;
    assert.deepEqual(registerOptions.watchers.map((w) => w.globPattern), ["**/nianbao.json", "**/*.{txt,md,markdown,html,htm}"]);
  }, { capabilities: { ...pulling, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } }));

test("malformed requests and tokens", () =>
  withFolder(async ({ s }) => {
    assert.equal((await s.request("workspace/diagnostic", {})).error.code, -32602);
    const odd = [null, 5, {}, { uri: 5, value: "x" }, { uri: "file:///x", value: "zz" }];
    assert.equal((await ask(s, odd, { partialResultToken: {}, workDoneToken: [] })).result.items.length, 2);
    s.notify("window/workDoneProgress/cancel", { token: 7 });
    s.notify("window/workDoneProgress/cancel", null);
    assert.equal(await s.quit(), 0);
  }));
