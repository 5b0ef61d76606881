// A client that does by hand what a library would do for it: every byte of a session is the test's.
import { spawn } from "node:child_process";
import { faultsOf } from "./meta.mjs";

const program = process.env.NIANBAO;
if (!program) throw new Error("NIANBAO must name the program under test");

const PATIENCE_MS = Number(process.env.NIANBAO_PATIENCE_MS ?? 60000);

export function frame(message) {
  const body = Buffer.isBuffer(message)
    ? message
    : Buffer.from(typeof message === "string" ? message : JSON.stringify(message), "utf8");
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

export class Session {
  constructor(args = []) {
    this.process = spawn(program, ["lsp", ...args], { stdio: ["pipe", "pipe", "pipe"] });
    this.input = Buffer.alloc(0);
    this.messages = []; // all that came, in order
    this.unread = []; // what no wait has taken yet
    this.waiters = [];
    this.nextId = 1;
    this.asked = new Map(); // methods of requests, by id
    this.stderr = "";
    this.process.stdin.on("error", () => {}); // a server that left shows by its exit status
    this.process.stdout.on("data", (bytes) => this.#receive(bytes));
    this.process.stderr.on("data", (bytes) => (this.stderr += bytes));
    this.exited = new Promise((resolve) =>
      this.process.on("close", (code, signal) => {
        for (const w of this.waiters.splice(0)) w.reject(new Error(`server ended; ${this.stderr}`));
        resolve(signal ?? code);
      }),
    );
  }

  #receive(bytes) {
    this.input = Buffer.concat([this.input, bytes]);
    for (;;) {
      const head = this.input.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = /^Content-Length: (\d+)$/m.exec(this.input.subarray(0, head).toString());
      if (!length) throw new Error(`stdout holds no frame: ${this.input.subarray(0, 80)}`);
      const end = head + 4 + Number(length[1]);
      if (this.input.length < end) return;
      const text = new TextDecoder("utf-8", { fatal: true }).decode(this.input.subarray(head + 4, end));
      const message = JSON.parse(text);
      message.raw = text;
      this.input = this.input.subarray(end);
      const faults = faultsOf(message, this.asked.get(message.id));
      if (faults.length) throw new Error(`against the meta model: ${faults.slice(0, 5).join("; ")}\n${text.slice(0, 500)}`);
      if (!message.method) this.asked.delete(message.id);
      this.messages.push(message);
      this.#deliver(message);
    }
  }

  #deliver(message) {
    const index = this.waiters.findIndex((w) => w.wants(message));
    if (index < 0) this.unread.push(message);
    else this.waiters.splice(index, 1)[0].resolve(message);
  }

  // The first message, come or coming, that was not taken before and that wants() accepts.
  wait(wants, what = "message", patience = PATIENCE_MS) {
    const index = this.unread.findIndex(wants);
    if (index >= 0) return Promise.resolve(this.unread.splice(index, 1)[0]);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiters = this.waiters.filter((w) => w !== waiter);
        reject(new Error(`no ${what} within ${patience} ms; ${this.stderr}`));
      }, patience);
      const waiter = {
        wants,
        resolve: (m) => (clearTimeout(timer), resolve(m)),
        reject: (e) => (clearTimeout(timer), reject(e)),
      };
      this.waiters.push(waiter);
    });
  }

  raw(bytes) {
    this.process.stdin.write(bytes);
  }

  send(...messages) {
    for (const m of messages) if (m?.method && "id" in m) this.asked.set(m.id, m.method);
    this.raw(Buffer.concat(messages.map(frame)));
  }

  notify(method, params) {
    this.send({ jsonrpc: "2.0", method, params });
  }

  // The whole response message: error or result.
  request(method, params, id = this.nextId++) {
    this.send({ jsonrpc: "2.0", id, method, params });
    return this.wait((m) => !("method" in m) && m.id === id, `answer to ${method}`);
  }

  notification(method) {
    return this.wait((m) => m.method === method && !("id" in m), method);
  }

  serverRequest(method) {
    return this.wait((m) => m.method === method && "id" in m, method);
  }

  answer(request, result) {
    this.send({ jsonrpc: "2.0", id: request.id, result });
  }

  published(uri) {
    return this.wait(
      (m) => m.method === "textDocument/publishDiagnostics" && (!uri || m.params.uri === uri),
      "diagnostics",
    );
  }

  // All that was sent before has been handled, its diagnostics published, when this is answered.
  async settled() {
    await this.request("$/nothing", {});
    await new Promise((resolve) => setTimeout(resolve, 30));
    await this.request("$/nothing", {});
  }

  async initialize(capabilities = {}, more = {}) {
    const answer = await this.request("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders: null,
      capabilities,
      ...more,
    });
    this.notify("initialized", {});
    return answer.result;
  }

  open(uri, text, { version = 1, languageId = "plaintext" } = {}) {
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
  }

  change(uri, version, ...contentChanges) {
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  close(uri) {
    this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  async quit() {
    await this.request("shutdown");
    this.notify("exit");
    return this.exited;
  }

  kill() {
    this.process.kill("SIGKILL");
    return this.exited;
  }
}

// Runs body with a session that is ended whatever happens; an unread error of ours fails the test.
export async function withSession(body, { args = [], initialize = true, capabilities, params } = {}) {
  const session = new Session(args);
  try {
    if (initialize) session.capabilities = (await session.initialize(capabilities, params)).capabilities;
    return await body(session);
  } finally {
    await session.kill();
  }
}

export const at = (line, character) => ({ line, character });
export const range = (l1, c1, l2, c2) => ({ start: at(l1, c1), end: at(l2, c2) });
