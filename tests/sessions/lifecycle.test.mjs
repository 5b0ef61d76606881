// From initialize to exit: traps 13 to 22.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { Session, withSession } from "./lib/session.mjs";
import { report } from "./lib/report.mjs";

const bare = { initialize: false };

test("trap 13: before initialize requests fail and notifications are dropped", () =>
  withSession(async (s) => {
    s.open("file:///r.txt", report({ total: 5 }));
    assert.equal((await s.request("textDocument/hover", {})).error.code, -32002);
    assert.equal((await s.request("un/known", {})).error.code, -32002);
    assert.equal((await s.request("shutdown")).error.code, -32002);
    await s.initialize();
    await s.settled();
    assert.ok(!s.messages.some((m) => m.method === "textDocument/publishDiagnostics"));
  }, bare));

test("trap 13: exit before initialize ends the server", async () => {
  const s = new Session();
  s.notify("exit");
  assert.equal(await s.exited, 1);
});

test("trap 14: a second initialize is an invalid request", () =>
  withSession(async (s) => {
    assert.equal((await s.request("initialize", { capabilities: {} })).error.code, -32600);
  }));

test("trap 15: nothing is sent before the answer to initialize, no request before initialized", () =>
  withSession(async (s) => {
    const all = { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true },
                               didChangeWatchedFiles: { dynamicRegistration: true } },
                  window: { workDoneProgress: true } };
    s.send({ jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: all, processId: null, rootUri: null } });
    await s.wait((m) => m.id === 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(s.messages.length, 1);
  }, bare));

test("trap 16: after shutdown requests fail, notifications do nothing", () =>
  withSession(async (s) => {
    const uri = "file:///r.txt";
    s.open(uri, report());
    await s.published();
    await s.request("shutdown");
    s.change(uri, 2, { text: report({ total: 5 }) });
    assert.equal((await s.request("textDocument/codeAction", {})).error.code, -32600);
    assert.equal((await s.request("shutdown")).error.code, -32600);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(s.messages.filter((m) => m.method).length, 1);
    s.notify("exit");
    assert.equal(await s.exited, 0);
  }));

test("trap 17: exit without shutdown is status 1, with it 0", async () => {
  const one = new Session();
  await one.initialize();
  one.notify("exit");
  assert.equal(await one.exited, 1);
  const two = new Session();
  await two.initialize();
  assert.equal(await two.quit(), 0);
});

test("trap 17: exit right behind shutdown in one write: the answer still arrives", async () => {
  const s = new Session();
  await s.initialize();
  s.send({ jsonrpc: "2.0", id: "last", method: "shutdown" }, { jsonrpc: "2.0", method: "exit" });
  assert.equal(await s.exited, 0);
  assert.ok(s.messages.some((m) => m.id === "last" && m.result === null));
});

test("trap 18: end of input ends the server", async () => {
  const s = new Session();
  await s.initialize();
  s.process.stdin.end();
  assert.equal(await s.exited, 1);
});

test("trap 18: what came before the end of input is still answered", async () => {
  const s = new Session();
  s.send({ jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: {} } },
         { jsonrpc: "2.0", id: 2, method: "shutdown" });
  s.process.stdin.end();
  assert.equal(await s.exited, 0);
  assert.deepEqual(s.messages.map((m) => m.id), [1, 2]);
});

for (const how of ["processId", "--clientProcessId"]) {
  test(`trap 18: the server leaves when the process of ${how} has ended`, async () => {
    const parent = spawn("sleep", ["60"]);
    const own = how === "processId";
    const s = new Session(own ? [] : ["--stdio", `--clientProcessId=${parent.pid}`]);
    await s.initialize({}, { processId: own ? parent.pid : null });
    parent.kill("SIGKILL");
    assert.equal(await s.exited, 1);
  });
}

for (const params of [
  { capabilities: {}, workspaceFolders: null, rootUri: "file:///a" },
  { capabilities: {}, workspaceFolders: [], rootUri: null, rootPath: "/a" },
  { capabilities: {}, workspaceFolders: [{ uri: "file:///a", name: "a" }] },
  { capabilities: {}, workspaceFolders: [{ uri: 3 }, null, "x"], rootUri: 5 },
  { capabilities: {} },
]) {
  test(`trap 19: initialize with ${JSON.stringify(params)}`, () =>
    withSession(async (s) => {
      const answer = await s.request("initialize", params);
      assert.ok(answer.result.capabilities);
      assert.equal(await s.quit(), 0);
    }, bare));
}

for (const capabilities of [null, [], 5, { textDocument: 1, workspace: "x", general: [] },
  { general: { positionEncodings: "utf-8" } }, { general: { positionEncodings: [8, null, "utf-7"] } },
  { textDocument: { publishDiagnostics: true, codeAction: { codeActionLiteralSupport: false } } },
  { textDocument: { hover: { contentFormat: {} }, foldingRange: { rangeLimit: -1 } } }]) {
  test(`trap 20: capabilities ${JSON.stringify(capabilities)}`, () =>
    withSession(async (s) => {
      const { result } = await s.request("initialize", { capabilities });
      assert.equal(result.capabilities.positionEncoding, "utf-16");
      s.notify("initialized", {});
      s.open("file:///r.txt", report({ total: 5 }));
      await s.published();
    }, bare));
}

test("trap 21: notifications that nobody asked for are accepted", () =>
  withSession(async (s) => {
    s.notify("$/setTrace", { value: "verbose" });
    s.notify("$/setTrace", null);
    s.notify("workspace/didChangeConfiguration", { settings: null });
    s.notify("workspace/didChangeConfiguration", { settings: 5 });
    s.notify("textDocument/didSave", { textDocument: { uri: "file:///nowhere" } });
    s.notify("window/workDoneProgress/cancel", { token: 1 });
    s.notify("workspace/didChangeWatchedFiles", { changes: [] });
    s.notify("$/cancelRequest", { id: 99 });
    assert.equal(await s.quit(), 0);
  }));

test("trap 22: without dynamicRegistration nothing is registered", () =>
  withSession(async (s) => {
    await s.settled();
    assert.ok(!s.messages.some((m) => m.method === "client/registerCapability"));
  }));

test("the server names itself", () =>
  withSession(async (s) => {
    const { result } = await s.request("initialize", { capabilities: {} });
    assert.equal(result.serverInfo.name, "nianbao");
    assert.match(result.serverInfo.version, /^\d+\.\d+\.\d+$/);
  }, bare));

test("trap 21: $/setTrace turns $/logTrace on and off", () =>
  withSession(async (s) => {
    s.notify("$/setTrace", { value: "verbose" });
    await s.request("$/nothing", {});
    const trace = await s.notification("$/logTrace");
    assert.match(trace.params.message, /^\$\/nothing \(id /);
    assert.equal(typeof trace.params.verbose, "string");
    s.notify("$/setTrace", { value: "off" });
    await s.settled();
    const count = s.messages.filter((m) => m.method === "$/logTrace").length;
    await s.request("$/nothing", {});
    await s.settled();
    assert.equal(s.messages.filter((m) => m.method === "$/logTrace").length, count);
  }));
