// A session driven by the reference implementation of the client side.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import rpc from "vscode-jsonrpc/node.js";
import lsp from "vscode-languageserver-protocol";
import { report } from "./lib/report.mjs";

const uri = "file:///reports/r.txt";

function connect() {
  const server = spawn(process.env.NIANBAO, ["lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
  const published = [];
  const waiting = [];
  connection.onNotification(lsp.PublishDiagnosticsNotification.type, (p) => {
    if (waiting.length) waiting.shift()(p);
    else published.push(p);
  });
  connection.listen();
  const exited = new Promise((resolve) => server.on("close", resolve));
  const diagnostics = () => published.length ? Promise.resolve(published.shift())
    : new Promise((resolve) => waiting.push(resolve));
  return { connection, diagnostics, exited };
}

test("vscode-languageserver-protocol: open, edit, repair, close", async () => {
  const { connection, diagnostics, exited } = connect();
  const { capabilities } = await connection.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid, rootUri: null, workspaceFolders: null,
    capabilities: {
      textDocument: {
        publishDiagnostics: { relatedInformation: true, versionSupport: true, dataSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [lsp.CodeActionKind.QuickFix] } } },
      },
      workspace: { workspaceEdit: { documentChanges: true } },
    },
  });
  assert.equal(capabilities.textDocumentSync.change, lsp.TextDocumentSyncKind.Incremental);
  await connection.sendNotification(lsp.InitializedNotification.type, {});
  let text = report();
  await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
    textDocument: lsp.TextDocumentItem.create(uri, "plaintext", 1, text) });
  assert.deepEqual((await diagnostics()).diagnostics.filter((d) => d.severity === 1), []);

  // The reader deletes the last section; the server offers it back.
  const cut = text.indexOf("六、其他需要报告的事项");
  const line = text.slice(0, cut).split("\n").length - 1;
  await connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: lsp.Range.create(line, 0, line + 2, 0), text: "" }] });
  text = text.slice(0, cut);
  const broken = await diagnostics();
  assert.equal(broken.version, 2);
  const missing = broken.diagnostics.find((d) => d.severity === lsp.DiagnosticSeverity.Error);
  assert.ok(missing);
  const actions = await connection.sendRequest(lsp.CodeActionRequest.type, {
    textDocument: { uri }, range: missing.range, context: { diagnostics: [missing] } });
  const repair = actions.find((a) => a.edit && a.diagnostics.some((d) => d.code === missing.code));
  const edits = repair.edit.documentChanges[0].edits;
  await connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 3 }, contentChanges: edits.map((e) => ({ range: e.range, text: e.newText })) });
  const repaired = await diagnostics();
  assert.ok(!repaired.diagnostics.some((d) => d.code === missing.code));

  await assert.rejects(connection.sendRequest("un/known", {}), (e) => e.code === rpc.ErrorCodes.MethodNotFound);
  await connection.sendRequest(lsp.ShutdownRequest.type);
  await connection.sendNotification(lsp.ExitNotification.type);
  assert.equal(await exited, 0);
  connection.dispose();
});

test("vscode-jsonrpc: a request cancelled by its token is answered", async () => {
  const { connection, exited } = connect();
  await connection.sendRequest(lsp.InitializeRequest.type, { processId: null, rootUri: null, workspaceFolders: null, capabilities: {} });
  const source = new rpc.CancellationTokenSource();
  const pending = connection.sendRequest(lsp.CodeActionRequest.type,
    { textDocument: { uri }, range: lsp.Range.create(0, 0, 0, 0), context: { diagnostics: [] } }, source.token);
  source.cancel();
  await assert.rejects(pending);
  await connection.sendRequest(lsp.ShutdownRequest.type);
  await connection.sendNotification(lsp.ExitNotification.type);
  assert.equal(await exited, 0);
  connection.dispose();
});
