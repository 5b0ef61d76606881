#!/usr/bin/env python3
"""The promises about the C sources that a compiler does not check. Run from the project's folder.

Each check is a function over one file that yields (line, what is wrong). Known exceptions stand in
EXCEPTIONS with their reason.
"""

import re
import subprocess
import sys
from pathlib import Path

MAX_FILE = 500
MAX_FUNCTION = 80

# Layers, lowest first. lsp and cli are siblings: neither includes the other; shell is what both need.
LAYERS = ["base", "text", "markup", "report", "rules", "check", "shell", "cli", "lsp"]

# A library's header, and the layers that may see it.
LIBRARIES = {
    "uv.h": {"cli", "lsp"},
    "cjson/cJSON.h": {"shell", "cli", "lsp"},
    "utf8proc.h": {"text"},
    "gumbo.h": {"markup"},
}

# Functions that assume a terminating NUL of foreign bytes, a locale, or a buffer's size.
FORBIDDEN_CALLS = re.compile(
    r"\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|atof|strtod|setlocale|alloca)\s*\("
)

# What belongs to one place where somebody works, and not to the project: folders of a machine, hosts
# of package registries (an ordinary client knows its own), and notes about how a text came about.
FOREIGN_WORDS = re.compile(
    r"(?<![\w.])/(?:work|root|home/[a-z]+)/|registry\.npm|deb\.debian\.org|pypi\.org|pythonhosted|crates\.io"
    r"|proxy\.golang|nodesource|\b(?:this|previous|next|last) session\b|\bissue [#]?\d+\b",
    re.I,
)

# (path, check) -> reason.
EXCEPTIONS = {}


def layer_of(path):
    parts = Path(path).parts
    if parts[0] == "server" and len(parts) > 2:
        return parts[1]
    if parts[:2] == ("include", "nb"):
        return parts[2]
    return None


def blank_comments_and_strings(text):
    """The text with comments, strings and characters blanked, line for line."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
    return pattern.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def check_bytes(path, text, code):
    if "\r" in text:
        yield 1, "a carriage return"
    if text and not text.endswith("\n"):
        yield text.count("\n") + 1, "no line end at the end"
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line:
            yield number, "a tab"
        if line != line.rstrip():
            yield number, "blanks at the end of the line"


def check_file_length(path, text, code):
    lines = text.count("\n")
    if lines > MAX_FILE:
        yield lines, f"{lines} lines, at most {MAX_FILE}: part the file by ideas"


def check_function_length(path, text, code):
    lines = code.split("\n")
    start = None
    for number, line in enumerate(lines, 1):
        if line.startswith("{"):
            start = number
        elif line.startswith("}") and start is not None:
            length = number - start + 1
            if length > MAX_FUNCTION and not line.startswith("};"):
                yield start, f"a function of {length} lines, at most {MAX_FUNCTION}"
            start = None


def check_layers(path, text, code):
    own = layer_of(path)
    if own not in LAYERS:
        return
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(r'\s*#\s*include\s+[<"]([^>"]+)[>"]', line)
        if not found:
            continue
        header = found.group(1)
        if header in LIBRARIES and own not in LIBRARIES[header]:
            yield number, f"{header} in layer {own}"
        parts = header.split("/")
        other = parts[1] if parts[0] == "nb" and len(parts) > 2 else parts[0]
        if len(parts) < 2 or other not in LAYERS:
            continue
        if LAYERS.index(other) > LAYERS.index(own) or {own, other} == {"cli", "lsp"}:
            yield number, f"layer {own} includes {header} of layer {other}"


def check_forbidden(path, text, code):
    for number, line in enumerate(code.split("\n"), 1):
        found = FORBIDDEN_CALLS.search(line)
        if found:
            yield number, f"{found.group(1)}()"
        if layer_of(path) and re.search(r"\b(double|float)\b", line):
            yield number, "binary floating point: amounts are fixed point"


def check_left_over(path, text, code):
    for number, line in enumerate(text.split("\n"), 1):
        if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
            yield number, "a note to oneself: do it, or file it"
        if re.match(r"\s*#\s*if\s+0\b", line):
            yield number, "code switched off"


def check_globals(path, text, code):
    """A variable at file scope that is not const."""
    if layer_of(path) is None:
        return
    depth = 0
    for number, line in enumerate(code.split("\n"), 1):
        if depth == 0 and re.match(r"(static|extern|_Thread_local)\b[^()]*(=|;)\s*\{?", line):
            if not re.search(r"\bconst\b", line.split("=")[0]) and "typedef" not in line:
                yield number, "a variable at file scope that is not const"
        depth += line.count("{") - line.count("}")


def foreign_words():
    """Over every text under version control, whatever its kind."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], check=True, capture_output=True
    )
    for name in listed.stdout.decode().split("\0"):
        if not name or not Path(name).is_file() or name == "tests/style/check.py":
            continue
        content = Path(name).read_bytes()
        if b"\0" in content:
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").split("\n"), 1):
            found = FOREIGN_WORDS.search(line)
            if found:
                yield name, number, f'"{found.group()}" is no part of the project'


CHECKS = [
    check_bytes,
    check_file_length,
    check_function_length,
    check_layers,
    check_forbidden,
    check_left_over,
    check_globals,
]


def sources():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "*.c", "*.h", "*.def"],
        check=True,
        capture_output=True,
    )
    for name in listed.stdout.decode().split("\0"):
        if name and Path(name).is_file():
            yield name


def main():
    count = wrong = 0
    for path in sources():
        count += 1
        try:
            text = Path(path).read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            print(f"{path}: not UTF-8: {error}")
            wrong += 1
            continue
        code = blank_comments_and_strings(text)
        for check in CHECKS:
            if (path, check.__name__) in EXCEPTIONS:
                continue
            for line, what in check(path, text, code):
                print(f"{path}:{line}: {what}")
                wrong += 1
    for path, line, what in foreign_words():
        print(f"{path}:{line}: {what}")
        wrong += 1
    print(f"style: {count} files, {wrong} complaints")
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main())
