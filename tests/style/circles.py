#!/usr/bin/env python3
"""circles.py NM LIBRARY…: no two files of a layer call each other, over however many others.

What a file needs stands below it: then it can be read, tested and moved with that alone. Known
circles stand in KNOWN with their reason.
"""

import re
import subprocess
import sys

KNOWN = [
    # A rule about the names of rules needs the list that it stands in.
    {"n101_unknown_suppression", "nearest", "registry"},
    # The answer to initialize lists the methods, of which it is one.
    {"lifecycle", "methods"},
]


def calls_of(nm, library):
    """file -> files of the library that it calls."""
    listed = subprocess.run([nm, "-A", "-g", library], check=True, capture_output=True, text=True)
    home, needs = {}, {}
    for line in listed.stdout.splitlines():
        found = re.match(r".*:([^:]+)\.c\.o:\s*[0-9a-f]*\s+(\w)\s+(\S+)$", line)
        if not found:
            continue
        file, kind, symbol = found.groups()
        needs.setdefault(file, set())
        if kind == "U":
            needs[file].add(symbol)
        else:
            home.setdefault(symbol, file)
    return {file: {home[s] for s in symbols if s in home} - {file} for file, symbols in needs.items()}


def reach(calls, start):
    seen, waiting = set(), [start]
    while waiting:
        for file in calls[waiting.pop()]:
            if file not in seen:
                seen.add(file)
                waiting.append(file)
    return seen


def main():
    nm, *libraries = sys.argv[1:]
    wrong = files = 0
    for library in libraries:
        calls = calls_of(nm, library)
        files += len(calls)
        reached = {file: reach(calls, file) for file in calls}
        circles = {frozenset(o for o in reached[f] if f in reached[o]) for f in calls if f in reached[f]}
        for circle in circles:
            if set(circle) not in KNOWN:
                print(f"{library}: call each other: {', '.join(sorted(circle))}")
                wrong += 1
    print(f"circles: {files} files, {wrong} circles")
    return 1 if wrong or not files else 0


sys.exit(main())
