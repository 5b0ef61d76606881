#!/usr/bin/env python3
"""manual.py PROGRAM MANUAL CONFIGURATION: the manual has each command, option and key, and no other.

What is compared: the commands of --help, the options of every COMMAND --help, and the keys of
nianbao.json as the schema lists them.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

program, manual, configuration = sys.argv[1:]


def output_of(*arguments):
    environment = {"PATH": "/usr/bin:/bin", "LANG": "en_US.UTF-8"}
    return subprocess.run([program, *arguments], env=environment, check=True, capture_output=True).stdout.decode()


def compare(what, said, written):
    for name in sorted(said - written):
        print(f"{manual}: {what} {name} of the program is missing")
    for name in sorted(written - said):
        print(f"{manual}: {what} {name} does not exist")
    return len(said ^ written)


page = Path(manual).read_text(encoding="utf-8").replace("\\-", "-")
commands = set(re.findall(r"^  nianbao ([a-z]+)", output_of("--help"), re.M))
options = set(re.findall(r"--([a-z-]+)", output_of("--help")))
for command in commands:
    options |= set(re.findall(r"--([A-Za-z-]+)", re.sub(r"(?m)^ {26}.*", "", output_of(command, "--help"))))
keys = set(json.loads(output_of("rules", "--format", "schema"))["properties"]) - {"$schema"}

synopsis = page[: page.index(".Sh DESCRIPTION")]
described = page[page.index(".Sh DESCRIPTION") : page.index(".Sh OPTIONS")]
wrong = compare("command", commands, set(re.findall(r"^\.Cm ([a-z]+)", synopsis, re.M)))
wrong += compare("command", commands, set(re.findall(r"^\.It Cm ([a-z]+)", described, re.M)))
listed = page[page.index(".Sh OPTIONS") : page.index(".Sh CONFIGURATION")]
items = "\n".join(re.findall(r"^\.It (Fl .*)", listed, re.M))
wrong += compare("option", options, set(re.findall(r"Fl -([A-Za-z-]+)", items)))
wrong += compare("an option of the page,", set(re.findall(r"Fl -([A-Za-z-]+)", page)), set(re.findall(r"Fl -([A-Za-z-]+)", items)))
told = page[page.index(".Sh CONFIGURATION") : page.index(".Sh FILES")]
wrong += compare("key", keys, keys & set(re.findall(r"^\.Ql ([A-Za-z]+)", told, re.M)))
table = set(re.findall(r"`([A-Za-z]+)`", "\n".join(re.findall(r"^\| (`[^|]*)\|", Path(configuration).read_text(encoding="utf-8"), re.M))))
wrong += compare("key of the configuration's manual", keys, table)
sys.exit(1 if wrong or not commands or not options or not keys else 0)
