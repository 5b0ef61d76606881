// Text synchronisation: traps 23 to 32.
import assert from "node:assert/strict";
import { test } from "node:test";
import { range, withSession } from "./lib/session.mjs";
import { report } from "./lib/report.mjs";

const uri = "file:///r.txt";
const encodings = ["utf-8", "utf-16", "utf-32"];
const units = { "utf-8": (s) => Buffer.byteLength(s), "utf-16": (s) => s.length, "utf-32": (s) => [...s].length };
// Nothing waits for a caret here (typing.test.mjs): what is compared is the text.
const offering = (...list) => ({
  capabilities: { general: { positionEncodings: list } }, params: { initializationOptions: { typingRest: 0 } },
});

const good = report();
const lines = good.split("\n");
const periodLine = lines.findIndex((l) => l.includes("统计期限"));

// The findings after the last change, as a client that opened the same text afresh would see them.
async function expectSameAsFresh(s, text) {
  await s.settled();
  const shown = s.messages.filter((m) => m.method === "textDocument/publishDiagnostics" && m.params.uri === uri).at(-1);
  const fresh = "file:///fresh.txt";
  s.open(fresh, text);
  const wanted = await s.published(fresh);
  assert.deepEqual(
    JSON.parse(JSON.stringify(shown.params.diagnostics).replaceAll(uri, fresh)),
    wanted.params.diagnostics,
  );
  return wanted.params.diagnostics;
}

for (const encoding of encodings) {
  test(`trap 23: ${encoding} is taken when it is offered, and used for edits and ranges`, () =>
    withSession(async (s) => {
      assert.equal(s.capabilities.positionEncoding, encoding);
      s.open(uri, good);
      assert.deepEqual((await s.published()).params.diagnostics.filter((d) => d.severity === 1), []);
      const before = `𠮷年😀`;
      s.change(uri, 2, { range: range(periodLine, 0, periodLine, 0), text: before });
      const line = before + lines[periodLine];
      const column = units[encoding](line.slice(0, line.indexOf("2023年12月31日")));
      s.change(uri, 3, { range: range(periodLine, column, periodLine, column + 4), text: "2022" });
      const text = good.replace(lines[periodLine], line.replace("2023年12月31日", "2022年12月31日"));
      const found = await expectSameAsFresh(s, text);
      const wrong = found.filter((d) => d.severity === 1 && d.range.start.line === periodLine);
      assert.notEqual(wrong.length, 0, "the year of the period is wrong now");
    }, offering(encoding)));
}

test("trap 23: the client's order of encodings decides, UTF-16 is the default", async () => {
  for (const [list, want] of [[["utf-16", "utf-8"], "utf-16"], [["utf-7", "utf-32", "utf-8"], "utf-32"], [[], "utf-16"]])
    await withSession(async (s) => assert.equal(s.capabilities.positionEncoding, want), offering(...list));
});

test("trap 24: a position inside a surrogate pair is rounded", () =>
  withSession(async (s) => {
    s.open(uri, "😀" + good);
    s.change(uri, 2, { range: range(0, 1, 0, 1), text: "x" });
    await expectSameAsFresh(s, "x😀" + good);
  }));

test("trap 25: lone CR ends a line, U+2028, U+0085 and form feed do not", () =>
  withSession(async (s) => {
    const odd = "甲\u2028乙\u0085丙\f丁\r戊\r\n己\n" + good;
    s.open(uri, odd);
    s.change(uri, 2, { range: range(3 + periodLine, 0, 3 + periodLine, lines[periodLine].length), text: "" });
    await expectSameAsFresh(s, odd.replace(lines[periodLine], ""));
  }));

test("trap 25: CR and LF of two edits become one line end", () =>
  withSession(async (s) => {
    s.open(uri, "甲乙" + good);
    s.change(uri, 2, { range: range(0, 1, 0, 1), text: "\r" }, { range: range(1, 0, 1, 0), text: "\n" },
             { range: range(1, 0, 1, 1), text: "" });
    await expectSameAsFresh(s, "甲\r\n" + good);
  }));

test("trap 26: positions beyond a line or the text are clamped", () =>
  withSession(async (s) => {
    s.open(uri, good);
    s.change(uri, 2, { range: range(0, 0, 0, 2147483647), text: "题" });
    s.change(uri, 3, { range: range(99999, 7, 2147483647, 0), text: "末" });
    await expectSameAsFresh(s, good.replace(lines[0], "题") + "末");
  }));

test("trap 27: an inverted range does no harm", () =>
  withSession(async (s) => {
    s.open(uri, good);
    s.change(uri, 2, { range: range(1, 5, 0, 0), text: "" });
    s.change(uri, 3, { text: good });
    await expectSameAsFresh(s, good);
  }));

test("trap 28: several changes in sequence, a full one among them, an empty array, rangeLength", () =>
  withSession(async (s) => {
    s.open(uri, "x");
    s.change(uri, 2, { range: range(0, 0, 0, 1), text: "a\nb" }, { range: range(1, 1, 1, 1), text: "c" }, { text: good },
             { range: range(0, 0, 0, 0), rangeLength: 77, text: "新" });
    s.change(uri, 3);
    await expectSameAsFresh(s, "新" + good);
  }));

test("trap 28: a malformed change is left out, the others count", () =>
  withSession(async (s) => {
    s.open(uri, good);
    s.change(uri, 2, { range: 5, text: "x" }, { range: range(0, 0, 0, 0) }, null, { range: range(0, 0, 0, 0), text: "新" });
    s.notify("textDocument/didChange", { textDocument: { uri }, contentChanges: 5 });
    s.notify("textDocument/didChange", { textDocument: { uri } });
    s.notify("textDocument/didChange", null);
    await expectSameAsFresh(s, "新" + good);
  }));

test("trap 29: versions that stay the same or are null", () =>
  withSession(async (s) => {
    s.open(uri, good, { version: 0 });
    assert.equal((await s.published()).params.version, 0);
    s.change(uri, 0, { text: report({ total: 5 }) });
    assert.notEqual((await s.published()).params.diagnostics.length, 0);
    s.change(uri, null, { text: report({ year: 2022, total: 5 }) });
    s.change(uri, null, { text: "" });
    assert.deepEqual((await s.published()).params.diagnostics, []);
  }, { capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } } }));

test("trap 30: opened twice, changed before opened, closed without", () =>
  withSession(async (s) => {
    s.change(uri, 1, { text: good });
    s.close(uri);
    s.open(uri, "x");
    s.open(uri, report({ total: 5 }), { version: 2 });
    await expectSameAsFresh(s, report({ total: 5 }));
    s.close(uri);
    s.close(uri);
    assert.equal(await s.quit(), 0);
  }));

test("trap 31: the file on the disk is never looked at", () =>
  withSession(async (s) => {
    const self = new URL(import.meta.url).href; // exists, and is no report
    s.open(self, report({ total: 5 }));
    assert.notEqual((await s.published(self)).params.diagnostics.length, 0);
  }));

test("trap 32: a byte order mark counts as one unit of line 0", () =>
  withSession(async (s) => {
    s.open(uri, "\uFEFF" + good);
    s.change(uri, 2, { range: range(0, 1, 0, 1), text: "新" });
    await expectSameAsFresh(s, "\uFEFF新" + good);
  }));

// A generator whose sequence is the same in every run.
function random(seed) {
  return (n) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
}

for (const encoding of encodings) {
  test(`random edits in ${encoding} give what opening the result gives`, () =>
    withSession(async (s) => {
      const next = random(encoding.length * 7919);
      const pieces = ["", "1", "错", "😀", "\n", "\r\n", "\r", "、", "一、总体情况", "\t", "2023年", "e\u0301"];
      let text = report({ total: 5 });
      s.open(uri, text);
      for (let version = 2; version < 150; version++) {
        const cut = text.split(/\r\n|\n|\r/);
        const l1 = next(cut.length);
        const l2 = Math.min(cut.length - 1, l1 + (next(4) ? 0 : 1));
        const chars = [[...cut[l1]], [...cut[l2]]];
        let c1 = next(chars[0].length + 1);
        let c2 = Math.min(chars[1].length, l1 === l2 ? c1 + next(3) : next(3));
        const piece = pieces[next(pieces.length)];
        const size = (cs, n) => units[encoding](cs.slice(0, n).join(""));
        s.change(uri, version, { range: range(l1, size(chars[0], c1), l2, size(chars[1], c2)), text: piece });
        const offset = (line, cs, n) => {
          let at = 0;
          for (let i = 0; i < line; i++) {
            at += cut[i].length;
            at += text.startsWith("\r\n", at) ? 2 : 1;
          }
          return at + cs.slice(0, n).join("").length;
        };
        text = text.slice(0, offset(l1, chars[0], c1)) + piece + text.slice(offset(l2, chars[1], c2));
      }
      await expectSameAsFresh(s, text);
    }, offering(encoding)));
}
