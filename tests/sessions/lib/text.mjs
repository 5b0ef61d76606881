// Places in texts and edits of them, in UTF-16.
import assert from "node:assert/strict";
import { at } from "./session.mjs";

// The place of the first occurrence of words, moved by so many characters.
export function place(text, words, by = 0) {
  const offset = text.indexOf(words);
  assert.ok(offset >= 0, words);
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return at(before.length - 1, before.at(-1).length + by);
}

// The text with TextEdits applied; they must not overlap.
export function apply(text, edits) {
  const starts = [0];
  for (const m of text.matchAll(/\r\n|\n|\r/g)) starts.push(m.index + m[0].length);
  const offset = (p) => starts[p.line] + p.character;
  const sorted = edits.map((e, i) => ({ ...e, i, start: offset(e.range.start), end: offset(e.range.end) }))
    .sort((a, b) => a.start - b.start || a.i - b.i);
  let out = "";
  let from = 0;
  for (const e of sorted) {
    assert.ok(e.start >= from && e.end >= e.start, "edits do not overlap");
    out += text.slice(from, e.start) + e.newText;
    from = e.end;
  }
  return out + text.slice(from);
}
