// Every trap of the list has a test that bears its number.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { faultsOf, hasModel } from "./lib/meta.mjs";

const TRAPS = 83;

test("each of the traps is named by a test", () => {
  const named = new Set();
  for (const name of readdirSync(new URL(".", import.meta.url)).filter((n) => n.endsWith(".test.mjs"))) {
    const source = readFileSync(new URL(name, import.meta.url), "utf8");
    for (const [, numbers] of source.matchAll(/\btraps? ((?:\d+(?:, | and )?)+)\D*?:/g))
      for (const number of numbers.match(/\d+/g)) named.add(Number(number));
    for (const [, number] of source.matchAll(/^\s*(?:for \(const \[trap, \w+\] of \[)?\[(\d\d), "/gm)) named.add(Number(number));
    for (const [, number] of source.matchAll(/\[(7[45]), "/g)) named.add(Number(number));
  }
  const missing = [];
  for (let i = 1; i <= TRAPS; i++) if (!named.has(i)) missing.push(i);
  assert.deepEqual(missing, []);
});

test("every message of every session is checked against the meta model", { skip: !hasModel && "the meta model is not here" }, () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const publish = (diagnostic) => ({ jsonrpc: "2.0", method: "textDocument/publishDiagnostics", params: { uri: "file:///x", diagnostics: [diagnostic] } });
  assert.deepEqual(faultsOf(publish({ range, message: "x" })), []);
  for (const wrong of [{ range }, { range, message: 5 }, { range, message: "x", severity: 9 }, { range, message: "x", color: "red" }])
    assert.equal(faultsOf(publish(wrong)).length, 1, JSON.stringify(wrong));
  assert.equal(faultsOf({ jsonrpc: "2.0", id: 1, result: 5 }, "textDocument/hover").length, 1);
  assert.deepEqual(faultsOf({ jsonrpc: "2.0", id: 1, result: null }, "textDocument/hover"), []);
});
