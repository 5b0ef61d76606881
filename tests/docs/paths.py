#!/usr/bin/env python3
"""paths.py FILE…: every path of the project that a document names is there.

<name> and * in a path stand for anything; paths under build/ are made by the build.
"""

import re
import sys
from pathlib import Path

PATH = re.compile(r"(?:\]\(|`)((?:\.\./)?(?:server|tests|include|docs|tools|editors|examples)/[\w./*<>-]+)")


def main():
    count = wrong = 0
    for name in map(Path, sys.argv[1:]):
        for line, text in enumerate(name.read_text(encoding="utf-8").split("\n"), 1):
            for found in PATH.findall(text):
                path = re.sub(r"<[^>]*>", "*", found.removeprefix("../")).rstrip("/.")
                count += 1
                if not any(Path().glob(path)):
                    print(f"{name}:{line}: there is no {found}")
                    wrong += 1
    print(f"paths: {count}, {wrong} missing")
    return 1 if wrong or not count else 0


sys.exit(main())
