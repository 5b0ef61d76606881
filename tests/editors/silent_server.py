#!/usr/bin/env python3
"""A language server that answers everything and publishes nothing.

The editor suites are run against it as well, and must fail: a suite that passes here looks at
nothing. Other arguments than `lsp` go to the real program, named by NB_REAL_PROGRAM.
"""

import json
import os
import sys


def read_message(stream):
    length = None
    while True:
        line = stream.readline()
        if not line:
            return None
        if line == b"\r\n":
            return json.loads(stream.read(length))
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)


def answer(message):
    method = message["method"]
    if method == "initialize":
        return {
            "capabilities": {
                "positionEncoding": "utf-16",
                "textDocumentSync": {"openClose": True, "change": 2},
                "codeActionProvider": True,
            },
            "serverInfo": {"name": "nianbao", "version": "silent"},
        }
    return [] if method == "textDocument/codeAction" else None


def serve():
    while True:
        message = read_message(sys.stdin.buffer)
        if message is None or message.get("method") == "exit":
            return
        if "id" in message and "method" in message:
            body = json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": answer(message)}).encode()
            sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            sys.stdout.buffer.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["lsp"]:
        serve()
    else:
        real = os.environ["NB_REAL_PROGRAM"]
        os.execv(real, [real, *sys.argv[1:]])
