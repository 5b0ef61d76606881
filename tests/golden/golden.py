#!/usr/bin/env python3
"""golden.py NIANBAO [--update]: what `nianbao model` prints of our own reports.

Every dialect of a form (tests/reports, and those beside this file) must give the model of the form's model.json (keys, values, parts, year,
period), and nothing to complain about; the whole dump of one of them is kept as model.txt. With
--update both are written anew, to be read before they are committed.
"""

import difflib
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
REPORTS = HERE.parent / "reports"
SHAPE = {
    "": ["path", "title", "issuer", "year", "form", "period", "sections", "tables"],
    "form": ["required", "used", "evidence"],
    "period": ["text", "start", "end", "range"],
    "sections": ["key", "number", "title", "range"],
    "tables": ["key", "dialect", "range", "assigned", "reason", "cells"],
    "cells": ["row", "column", "raw", "value", "state", "range"],
}


def model(program, path, *options):
    command = [program, "model", *options, path.name]
    done = subprocess.run(command, cwd=path.parent, capture_output=True, check=True)
    return done.stdout.decode()


def has_shape(what, item):
    missing = [key for key in SHAPE[what] if key not in item]
    assert not missing, f"{what}: no {missing}"


def text_of(lines, span):
    """The text of a range, whose characters are UTF-16 units."""
    start, end = span["start"], span["end"]
    chosen = [line.encode("utf-16-le") for line in lines[start["line"] : end["line"] + 1]]
    chosen[-1] = chosen[-1][: 2 * end["character"]]
    chosen[0] = chosen[0][2 * start["character"] :]
    return "\n".join(line.decode("utf-16-le") for line in chosen)


def check_cells(path, table):
    """The place of every figure holds that figure and nothing else."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for cell in table["cells"]:
        has_shape("cells", cell)
        if cell["state"] == "value":
            found = text_of(lines, cell["range"])
            if "<" in found:  # digits cut over several runs
                found = re.sub(r"<[^>]*>|\s", "", found)
            assert found == cell["raw"], f"{cell['row']}/{cell['column']}: {found!r}, {cell['raw']!r}"


def essence(path, dump):
    """What must be the same in every dialect."""
    has_shape("", dump)
    has_shape("form", dump["form"])
    has_shape("period", dump["period"])
    for section in dump["sections"]:
        has_shape("sections", section)
    for table in dump["tables"]:
        has_shape("tables", table)
        check_cells(path, table)
    keep = {key: dump[key] for key in ("title", "issuer", "year")}
    keep["form"] = {key: dump["form"][key] for key in ("required", "used")}
    keep["form"]["evidence"] = [[e["source"], e["year"]] for e in dump["form"]["evidence"]]
    keep["period"] = [dump["period"][key] for key in ("text", "start", "end")]
    keep["sections"] = [[s["key"], s["number"], s["title"]] for s in dump["sections"]]
    keep["tables"] = [
        {
            "key": t["key"],
            "assigned": t["assigned"],
            "reason": t["reason"],
            "cells": [f"{c['row']} {c['column']} {c['state']} {c['value']}" for c in t["cells"]],
        }
        for t in dump["tables"]
    ]
    return json.dumps(keep, ensure_ascii=False, indent=1) + "\n"


def compare(name, wanted, got):
    if wanted == got:
        return 0
    lines = difflib.unified_diff(wanted.splitlines(), got.splitlines(), name, "now", lineterm="")
    print("\n".join(list(lines)[:40]))
    return 1


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    update = "--update" in sys.argv[2:]
    faults = files = 0
    for folder in sorted(f for f in HERE.iterdir() if f.is_dir()):
        golden, whole = folder / "model.json", folder / "model.txt"
        reports = [p for f in (folder, REPORTS / folder.name) for p in f.iterdir()]
        paths = sorted(p for p in reports if p not in (golden, whole))
        first = REPORTS / folder.name / "markdown.md"
        text = model(program, first)
        if update:
            golden.write_text(essence(first, json.loads(model(program, first, "--format", "json"))))
            whole.write_text(text)
        faults += compare(f"{folder.name}/model.txt", whole.read_text(), text)
        for path in paths:
            files += 1
            dump = json.loads(model(program, path, "--format", "json"))
            try:
                faults += compare(f"{folder.name}/{path.name}", golden.read_text(), essence(path, dump))
            except AssertionError as fault:
                print(f"{folder.name}/{path.name}: {fault}")
                faults += 1
            check = subprocess.run([program, "check", str(path)], capture_output=True, check=False)
            if check.returncode != 0 or "未发现问题".encode() not in check.stdout:
                print(check.stdout.decode())
                faults += 1
    print(f"{files} reports, {faults} faults")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
