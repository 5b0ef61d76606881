// What real editors said, recorded by tests/editors/record.py from their suites, said again: every
// request is answered once, nothing is refused, and the findings shown at the end of each document
// are those of its text opened afresh.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Session } from "./lib/session.mjs";
import { apply } from "./lib/text.mjs";

const folder = new URL("recorded/", import.meta.url);
const recordings = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));

// The documents as the recording leaves them; all of these editors count in UTF-16.
function follow(documents, { method, params }) {
  const uri = params?.textDocument?.uri;
  if (method === "textDocument/didOpen") documents.set(uri, params.textDocument);
  if (method === "textDocument/didClose") documents.delete(uri);
  if (method !== "textDocument/didChange") return;
  const document = documents.get(uri);
  for (const { range, text } of params.contentChanges)
    document.text = range ? apply(document.text, [{ range, newText: text }]) : text;
}

// What is still shown of a document: a client keeps the last list that came.
const shown = (s, uri) =>
  s.messages.filter((m) => m.method === "textDocument/publishDiagnostics" && m.params.uri === uri).at(-1)?.params.diagnostics;
const told = (list) => list.map((d) => [d.code, d.message, d.range]);

for (const name of recordings) {
  test(`as ${name.replace(".jsonl", "")} said it`, async () => {
    const s = new Session();
    s.nextId = 1000000; // of the requests that the test itself makes
    const asked = new Map();
    const documents = new Map();
    const messages = readFileSync(new URL(name, folder), "utf8").trim().split("\n").map((line) => JSON.parse(line));
    const pulls = Boolean(messages[0].params.capabilities.textDocument?.diagnostic);
    for (const message of messages) {
      if (message.method === "shutdown") {
        await s.settled();
        await new Promise((resolve) => setTimeout(resolve, 500)); // what was typed last has had its rest
        for (const [uri, document] of documents) {
          if (pulls) break;
          const fresh = `${uri}.fresh`;
          s.open(fresh, document.text, { languageId: document.languageId });
          const wanted = (await s.published(fresh)).params.diagnostics;
          assert.deepEqual(told(shown(s, uri)), told(wanted));
        }
      }
      if (!("method" in message)) {
        // What the server asks depends on time as well (a rest in typing); an answer without is none.
        const request = await s.wait((m) => m.method && m.id === message.id, "request", 1000).catch(() => null);
        if (!request) continue;
      }
      s.send(message);
      follow(documents, message);
      if ("method" in message && "id" in message) {
        asked.set(message.id, message.method);
        if (message.method === "workspace/diagnostic") continue; // may be held until the end
        const answer = await s.wait((m) => !m.method && m.id === message.id, `answer to ${message.method}`);
        assert.ok(!answer.error || answer.error.code === -32801, `${message.method}: ${JSON.stringify(answer.error)}`);
      }
    }
    if (messages.at(-1).method === "exit") assert.equal(await s.exited, 0);
    else await s.kill();
    for (const id of asked.keys()) assert.equal(s.messages.filter((m) => !m.method && m.id === id).length, 1);
  });
}

test("there are recordings of Neovim, of Emacs and of VS Code", () => {
  for (const editor of [/neovim/, /eglot/, /vscode/]) assert.ok(recordings.some((name) => editor.test(name)), String(editor));
});
