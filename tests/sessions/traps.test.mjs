// Every trap of the list has a test that bears its number.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

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
