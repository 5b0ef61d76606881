#!/usr/bin/env python3
"""helix.py PROGRAM: what editors/helix/languages.toml tells Helix to start is a server, for the
languages that reports are written in. Helix itself is in no release of Debian that this runs on.
"""

import json
import subprocess
import sys
from pathlib import Path

try:
    import tomllib
except ImportError:
    print("skipped: Python 3.11 reads TOML, this one does not")
    sys.exit(77)

CONFIG = Path(__file__).resolve().parents[2] / "editors/helix/languages.toml"


def message(**members):
    body = json.dumps({"jsonrpc": "2.0", **members}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def answer_of(command):
    said = (
        message(id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}})
        + message(method="initialized", params={})
        + message(id=2, method="shutdown")
        + message(method="exit")
    )
    done = subprocess.run(command, input=said, capture_output=True, timeout=20)
    assert done.returncode == 0, done
    length, _, rest = done.stdout.partition(b"\r\n\r\n")
    return json.loads(rest[: int(length.split(b":")[1])])


def main():
    config = tomllib.loads(CONFIG.read_text("utf-8"))
    servers = config["language-server"]
    for language in config["language"]:
        assert language["language-servers"][0] in servers, language
    assert {each["name"] for each in config["language"]} >= {"markdown", "html"}
    own = servers["nianbao"]
    assert own["command"] == "nianbao"
    answer = answer_of([sys.argv[1], *own["args"]])
    assert answer["result"]["serverInfo"]["name"] == "nianbao", answer
    print("ok: languages.toml starts", answer["result"]["serverInfo"])


main()
