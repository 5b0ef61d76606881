#!/usr/bin/env python3
"""fold_table.py SCRIPT FILE: FILE is what SCRIPT writes.

Skipped where Python knows another Unicode than the table was written with: it has more characters.
"""

import subprocess
import sys
import unicodedata

WRITTEN_WITH = ("14.0.0", "15.0.0")  # alike below U+10000 in what the table asks for

script, file = sys.argv[1:]
if unicodedata.unidata_version not in WRITTEN_WITH:
    print(f"skipped: this Python has Unicode {unicodedata.unidata_version}")
    sys.exit(77)
written = subprocess.run([sys.executable, script], check=True, capture_output=True).stdout
with open(file, "rb") as opened:
    if opened.read() != written:
        print(f"{file} is out of step; write it anew: python3 {script} > {file}")
        sys.exit(1)
