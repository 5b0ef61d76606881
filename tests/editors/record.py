#!/usr/bin/env python3
"""Stands between a real editor and the server and writes down what the editor says.

  NB_REAL_PROGRAM=build/debug/nianbao NB_RECORDING=tests/sessions/recorded/neovim.jsonl \\
      NB_RECORD_AWAY=/tmp/some-folder  tests/editors/record.py lsp

One message of the client a line. The folder NB_RECORD_AWAY becomes /recorded, process ids and the
versions of programs go, so that the recording says nothing of the machine. The suites of
tests/editors make recordings if record.py is given to them as the program (NB_SERVER).
"""
import json
import os
import subprocess
import sys
import threading


def read_body(stream):
    length = None
    while True:
        line = stream.readline()
        if not line:
            return None
        if line == b"\r\n":
            return stream.read(length)
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])


def cleaned(body):
    message = json.loads(body)
    params = message.get("params")
    if message.get("method") == "initialize":
        params["processId"] = None
        params.pop("clientInfo", None)
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    away = os.environ.get("NB_RECORD_AWAY")
    return text.replace(away, "/recorded") if away else text


def main():
    if sys.argv[1:2] != ["lsp"]:
        os.execv(os.environ["NB_REAL_PROGRAM"], [os.environ["NB_REAL_PROGRAM"], *sys.argv[1:]])
    server = subprocess.Popen([os.environ["NB_REAL_PROGRAM"], *sys.argv[1:]],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def answers():
        while chunk := os.read(server.stdout.fileno(), 65536):
            sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()

    threading.Thread(target=answers, daemon=True).start()
    path = os.environ["NB_RECORDING"]
    if os.path.exists(path):
        path = os.devnull  # one session is kept: the first
    with open(path, "x" if path != os.devnull else "w", encoding="utf-8") as out:
        while (body := read_body(sys.stdin.buffer)) is not None:
            out.write(cleaned(body) + "\n")
            out.flush()
            server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            server.stdin.flush()
    server.stdin.close()
    sys.exit(server.wait())


if __name__ == "__main__":
    main()
