#!/usr/bin/env python3
"""readme.py [--write] PROGRAM README…: what a README shows is what the program prints.

A fenced block whose first line is "$ ./dev check …" shows the output of that command, run in the
project's folder. With --write the blocks are written anew.
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"^```text\n(\$ \./dev (check [^\n]*)\n)(.*?)^```$", re.M | re.S)


def output_of(program, root, words):
    environment = {"PATH": "/usr/bin:/bin", "LANG": "zh_CN.UTF-8"}
    done = subprocess.run([program, *shlex.split(words)], cwd=root, env=environment, capture_output=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{words}: exit status {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def main():
    arguments = sys.argv[1:]
    write = arguments[0] == "--write"
    program, *files = arguments[write:]
    program = str(Path(program).resolve())
    wrong = 0
    for name in map(Path, files):
        text = name.read_text(encoding="utf-8")
        root = name.resolve().parent
        shown = BLOCK.findall(text)
        if not shown:
            print(f"{name}: shows no output of ./dev check")
            wrong += 1
        fresh = BLOCK.sub(lambda m: f"```text\n{m[1]}{output_of(program, root, m[2])}```", text)
        if fresh == text:
            continue
        if write:
            name.write_text(fresh, encoding="utf-8")
        else:
            print(f"{name}: not what the program prints; write it anew: "
                  f"python3 tests/docs/readme.py --write PROGRAM {name.name}")
            wrong += 1
    return 1 if wrong else 0


sys.exit(main())
