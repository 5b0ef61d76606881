// nianbao.json beside the documents, watched and explained; the editor's settings below it.
import assert from "node:assert/strict";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { withSession } from "./lib/session.mjs";
import { report } from "./lib/report.mjs";

const watching = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
const text = report({ omitOther: true });
const codes = (message) => message.params.diagnostics.map((d) => d.code);

// A folder with a nianbao.json, gone after the test.
async function withFolder(config, body) {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-年报-"));
  const put = (value, name = "nianbao.json") =>
    writeFileSync(join(folder, name), typeof value === "string" ? value : JSON.stringify(value));
  const uri = (name) => pathToFileURL(join(folder, name)).href;
  mkdirSync(join(folder, "drafts"));
  try {
    if (config) put(config);
    return await body({ folder, put, uri });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the nearest nianbao.json is in force, and read anew when the client tells of a change", () =>
  withFolder({ rules: { S101: "off" } }, ({ put, uri }) =>
    withSession(async (s) => {
      const asked = await s.serverRequest("client/registerCapability");
      const [registration] = asked.params.registrations;
      assert.equal(registration.method, "workspace/didChangeWatchedFiles");
      assert.deepEqual(registration.registerOptions.watchers, [{ globPattern: "**/nianbao.json" }]);
      s.answer(asked, null);
      s.open(uri("drafts/r.txt"), text);
      assert.ok(!codes(await s.published()).includes("S101"));
      put({ rules: { S101: "information" } });
      s.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("nianbao.json"), type: 2 }] });
      const found = (await s.published()).params.diagnostics.find((d) => d.code === "S101");
      assert.equal(found.severity, 3);
    }, { capabilities: watching })));

test("a file that nothing is known of: other changes do nothing", () =>
  withFolder(null, ({ uri }) =>
    withSession(async (s) => {
      s.open(uri("r.txt"), text);
      assert.ok(codes(await s.published()).includes("S101"));
      s.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("r.txt"), type: 2 }, {}, null] });
      s.notify("workspace/didChangeWatchedFiles", null);
      await s.settled();
      assert.equal(s.unread.filter((m) => m.method === "textDocument/publishDiagnostics").length, 0);
    })));

test("without watching, saving it is enough", () =>
  withFolder({ rules: { S101: "off" } }, ({ put, uri }) =>
    withSession(async (s) => {
      s.open(uri("r.txt"), text);
      assert.ok(!codes(await s.published()).includes("S101"));
      put({});
      s.notify("textDocument/didSave", { textDocument: { uri: uri("nianbao.json") } });
      assert.ok(codes(await s.published()).includes("S101"));
    })));

test("ignored files have no findings; the command says what is in force", () =>
  withFolder({ ignore: ["drafts"], yaer: 1 }, ({ folder, uri }) =>
    withSession(async (s) => {
      s.open(uri("drafts/r.txt"), text);
      assert.deepEqual(codes(await s.published()), []);
      const answer = await s.request("workspace/executeCommand", {
        command: "nianbao.configuration", arguments: [{ uri: uri("drafts/r.txt") }] });
      assert.equal(answer.result.path, join(folder, "nianbao.json"));
      assert.equal(answer.result.ignored, true);
      assert.match(answer.result.problems[0], /nianbao\.json:1:22: .*yaer.*year/);
      const actions = await s.request("textDocument/codeAction", {
        textDocument: { uri: uri("drafts/r.txt") }, context: { diagnostics: [] },
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } });
      assert.deepEqual(actions.result ?? [], []);
    })));

test("what is wrong in it is told once, by messages", () =>
  withFolder("{\n  \"rules\": {\"S1O1\": \"off\"}\n}", ({ uri }) =>
    withSession(async (s) => {
      s.open(uri("r.txt"), text);
      assert.match((await s.notification("window/logMessage")).params.message, /nianbao\.json$/, "which is in force");
      const log = await s.notification("window/logMessage");
      assert.match(log.params.message, /nianbao\.json:2:13: .*S1O1.*S101/);
      assert.equal(log.params.type, 2);
      assert.match((await s.notification("window/showMessage")).params.message, /S101/);
      s.open(uri("r2.txt"), text);
      await s.published(uri("r2.txt"));
      await s.settled();
      assert.equal(s.messages.filter((m) => m.method === "window/showMessage").length, 1);
    })));

test("an open nianbao.json has its problems as diagnostics, as it is typed", () =>
  withFolder("{\"yaer\": 2020}", ({ uri }) =>
    withSession(async (s) => {
      s.open(uri("nianbao.json"), "{\"yaer\": 2020}", { languageId: "json" });
      const [d] = (await s.published()).params.diagnostics;
      assert.deepEqual(d.range, { start: { line: 0, character: 1 }, end: { line: 0, character: 7 } });
      assert.equal(d.severity, 2);
      s.change(uri("nianbao.json"), 2, { text: "{\"year\": 2020," });
      assert.equal((await s.published()).params.diagnostics[0].severity, 1);
      s.change(uri("nianbao.json"), 3, { text: "{\"year\": 2020}" });
      assert.deepEqual((await s.published()).params.diagnostics, []);
      s.open(uri("r.txt"), text); // the file on the disk is still wrong; it is open: no message
      await s.published(uri("r.txt"));
      await s.settled();
      assert.ok(!s.messages.some((m) => m.method === "window/showMessage"));
    })));

test("the project's file comes before the editor's settings, which fill what it leaves open", () =>
  withFolder({ rules: { S101: "hint" } }, ({ uri }) =>
    withSession(async (s) => {
      s.open(uri("r.txt"), text);
      const found = (await s.published()).params.diagnostics;
      assert.equal(found.find((d) => d.code === "S101").severity, 4);
      s.notify("workspace/didChangeConfiguration", { settings: { nianbao: { rules: { S101: "off" }, language: "en" } } });
      const after = (await s.published()).params.diagnostics;
      assert.equal(after.find((d) => d.code === "S101").severity, 4);
      assert.match(after.find((d) => d.code === "S101").message, /[a-z]{4}/);
    }, { params: { initializationOptions: { rules: { S101: "error" } } } })));

test("a fingerprint from the JSON output is not reported", () =>
  withFolder(null, ({ put, uri }) =>
    withSession(async (s) => {
      s.open(uri("r.txt"), text);
      const before = (await s.published()).params.diagnostics;
      const [code, fingerprint] = before.find((d) => d.code === "S101").data.key.split("-");
      put({ suppress: [{ fingerprint, code, reason: "核对过" }] });
      s.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("nianbao.json"), type: 1 }] });
      const after = (await s.published()).params.diagnostics;
      assert.equal(after.length, before.length - 1);
    }, { capabilities: { textDocument: { publishDiagnostics: { dataSupport: true } } } })));
