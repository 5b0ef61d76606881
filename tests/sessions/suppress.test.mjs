// Code actions that silence a finding: where it stands, and in nianbao.json.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { range, withSession } from "./lib/session.mjs";
import { report } from "./lib/report.mjs";

const text = report({ omitOther: true });
const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } };
const workspaceEdit = { documentChanges: true, resourceOperations: ["create"] };
const client = (workspace = { workspaceEdit }, locale = "en") =>
  ({ params: { locale }, capabilities: { textDocument: { codeAction, publishDiagnostics: {} }, workspace } });

async function withFolder(body) {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-年报-"));
  try {
    return await body(folder, (name) => pathToFileURL(join(folder, name)).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function actions(s, uri) {
  const answer = await s.request("textDocument/codeAction",
    { textDocument: { uri }, range: range(0, 0, 9999, 0), context: { diagnostics: [] } });
  return answer.result;
}

// One edit of text whose lines end with LF.
function apply(old, { range: r, newText }) {
  const lines = old.split("\n");
  const offset = (p) => lines.slice(0, p.line).reduce((sum, l) => sum + l.length + 1, 0) + p.character;
  return old.slice(0, offset(r.start)) + newText + old.slice(offset(r.end));
}

const codes = (message) => message.params.diagnostics.map((d) => d.code);
const titled = (list, words) => list.filter((a) => a.title.includes(words));

test("suppress here: behind the repairs, gone when applied, and the reason is asked for", () =>
  withFolder((folder, uri) => withSession(async (s) => {
    s.open(uri("r.txt"), text);
    const before = codes(await s.published());
    const list = await actions(s, uri("r.txt"));
    const at = list.findIndex((a) => a.title === "Suppress S101 here (with a reason)");
    assert.ok(at > 0 && list.slice(at).every((a) => a.title.startsWith("Suppress")));
    assert.ok(!list[at].isPreferred);
    const [change] = list[at].edit.documentChanges;
    assert.equal(change.textDocument.uri, uri("r.txt"));
    assert.match(change.edits[0].newText, /^\[nianbao-disable-next-line S101 【reason】\]\n$/);
    s.change(uri("r.txt"), 2, { text: apply(text, change.edits[0]) });
    const after = codes(await s.published());
    assert.deepEqual(after.filter((c) => c !== "N103"), before.filter((c) => c !== "S101"));
    assert.ok(after.includes("N103"), "somebody reminds of the reason");
    assert.equal(titled(await actions(s, uri("r.txt")), "N103 ").length, 0, "which cannot be suppressed");
  }, client())));

test("suppress by fingerprint: nianbao.json is created beside the report", () =>
  withFolder((folder, uri) => withSession(async (s) => {
    s.open(uri("r.txt"), text);
    await s.published();
    const [action] = titled(await actions(s, uri("r.txt")), "Suppress this S101 in nianbao.json");
    const [create, change] = action.edit.documentChanges;
    assert.deepEqual(create, { kind: "create", uri: uri("nianbao.json") });
    assert.deepEqual(change.textDocument, { uri: uri("nianbao.json"), version: null });
    writeFileSync(join(folder, "nianbao.json"), apply("", change.edits[0]));
    const written = JSON.parse(readFileSync(join(folder, "nianbao.json"), "utf8"));
    assert.equal(written.suppress[0].path, "r.txt");
    assert.equal(written.suppress[0].code, "S101");
    s.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uri("nianbao.json"), type: 1 }] });
    assert.ok(!codes(await s.published()).includes("S101"));
  }, client())));

test("suppress by fingerprint: into the nianbao.json that is in force, as it is on the disk or in the editor", () =>
  withFolder((folder, uri) => withSession(async (s) => {
    writeFileSync(join(folder, "nianbao.json"), '{\n  "year": 2024\n}\n');
    s.open(uri("r.txt"), text);
    await s.published();
    const edit = async () => {
      const [action] = titled(await actions(s, uri("r.txt")), "Suppress this S101 in nianbao.json");
      assert.equal(action.edit.documentChanges.length, 1);
      return action.edit.documentChanges[0];
    };
    const onDisk = await edit();
    assert.equal(onDisk.textDocument.version, null);
    assert.match(apply('{\n  "year": 2024\n}\n', onDisk.edits[0]), /^\{\n  "year": 2024,\n  "suppress": \[\{"fingerprint": "[0-9a-f]{16}"/);
    s.open(uri("nianbao.json"), '{"suppress": [], "year": 2024}');
    const inEditor = await edit();
    assert.equal(inEditor.textDocument.version, 1);
    const { suppress } = JSON.parse(apply('{"suppress": [], "year": 2024}', inEditor.edits[0]));
    assert.equal(suppress.length, 1);
    s.change(uri("nianbao.json"), 2, { text: '{"suppress": ' });
    assert.equal(titled(await actions(s, uri("r.txt")), "in nianbao.json").length, 0, "not into a broken file");
  }, client())));

test("what the client cannot do is not offered", () =>
  withFolder((folder, uri) => withSession(async (s) => {
    s.open(uri("r.txt"), text);
    s.open("untitled:Untitled-1", text);
    await s.published();
    assert.equal(titled(await actions(s, uri("r.txt")), "nianbao.json").length, 0, "no file is created");
    assert.ok(titled(await actions(s, uri("r.txt")), "在此屏蔽 S101").length > 0);
    assert.equal(titled(await actions(s, "untitled:Untitled-1"), "nianbao.json").length, 0);
    assert.ok(titled(await actions(s, "untitled:Untitled-1"), "在此屏蔽 S101").length > 0);
  }, client({}, "zh"))));

test("a client that resolves actions gets both edits when it asks for them", () =>
  withFolder((folder, uri) => withSession(async (s) => {
    s.open(uri("r.txt"), text);
    await s.published();
    const list = (await actions(s, uri("r.txt"))).filter((a) => a.title.startsWith("Suppress"));
    assert.ok(list.length >= 2);
    for (const action of list) {
      assert.ok(!action.edit);
      const { edit, ...rest } = (await s.request("codeAction/resolve", action)).result;
      assert.deepEqual(rest, action);
      const target = action.title.includes("nianbao.json") ? "nianbao.json" : "r.txt";
      assert.equal(edit.documentChanges.at(-1).textDocument.uri, uri(target));
    }
    s.change(uri("r.txt"), 2, { text: report() });
    for (const action of list.filter((a) => a.title.includes("S101")))
      assert.equal((await s.request("codeAction/resolve", action)).error.code, -32801);
  }, { params: { locale: "en" }, capabilities: { workspace: { workspaceEdit }, textDocument: { publishDiagnostics: {},
    codeAction: { ...codeAction, dataSupport: true, resolveSupport: { properties: ["edit"] } } } } })));
