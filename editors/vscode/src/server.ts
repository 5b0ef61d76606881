// The life of the language client: started with the first report, restarted on demand or when a
// setting changes, its state shown in the language status.
import * as vscode from 'vscode';
import { type ConfigurationMiddleware, LanguageClient, State, Trace } from 'vscode-languageclient/node';
import { findProgram, language } from './program';
import { selector } from './report';

const { t } = vscode.l10n;

class Client extends LanguageClient {
  // The server chooses the language of its texts by `locale` of initialize.
  protected override getLocale(): string {
    return language();
  }
}

/** What the user has not set (null) is left to nianbao.json. */
const settingsInForce: NonNullable<ConfigurationMiddleware['configuration']> = async (params, token, next) => {
  const answer = await next(params, token);
  if (!Array.isArray(answer)) {
    return answer;
  }
  const isSet = ([, value]: [string, unknown]): boolean => value !== null;
  const strip = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(isSet))
      : value;
  return answer.map(strip);
};

export class Server implements vscode.Disposable {
  readonly log = vscode.window.createOutputChannel('nianbao', { log: true });
  private readonly trace = vscode.window.createOutputChannel('nianbao trace', { log: true });
  private readonly status = vscode.languages.createLanguageStatusItem('nianbao.status', selector);
  private readonly started = new vscode.EventEmitter<void>();
  readonly onDidStart = this.started.event;
  private current: Client | undefined;
  // After a failure only the user starts it again, or every text opened would bring the message.
  private failed = false;
  // Starts and stops one after the other, whoever asks.
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly context: vscode.ExtensionContext) {
    this.status.name = 'nianbao';
    this.show(t('stopped'));
  }

  get client(): LanguageClient | undefined {
    return this.current?.state === State.Running ? this.current : undefined;
  }

  /** Starts the server unless it runs; resolves when it does, or has failed and said so. */
  ensure(): Promise<void> {
    return this.enqueue(async () => {
      if (this.current === undefined && !this.failed) {
        await this.start();
      }
    });
  }

  restart(): Promise<void> {
    return this.enqueue(async () => {
      await this.stop();
      await this.start();
    });
  }

  async applyTrace(): Promise<void> {
    const level = vscode.workspace.getConfiguration('nianbao').get<string>('trace.server', 'off');
    await this.current?.setTrace(Trace.fromString(level));
  }

  shutdown(): Promise<void> {
    return this.enqueue(() => this.stop());
  }

  dispose(): void {
    this.status.dispose();
    this.started.dispose();
    this.log.dispose();
    this.trace.dispose();
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(step, step);
    return this.queue;
  }

  private async start(): Promise<void> {
    this.show(t('starting'), { busy: true });
    this.failed = false;
    try {
      const program = findProgram(this.context);
      this.log.info(`starting ${program} lsp`);
      const client = new Client(
        'nianbao',
        'nianbao',
        { command: program, args: ['lsp'] },
        {
          documentSelector: selector,
          outputChannel: this.log,
          traceOutputChannel: this.trace,
          diagnosticCollectionName: 'nianbao',
          middleware: { workspace: { configuration: settingsInForce } },
        },
      );
      client.onDidChangeState(({ newState }) => this.follow(client, newState));
      this.current = client;
      await client.start();
      await this.applyTrace();
      this.started.fire();
      this.log.info(`running: ${program}, version ${client.initializeResult?.serverInfo?.version}`);
    } catch (error) {
      // What it has registered so far would stand in the way of the next one.
      await this.stop().catch(() => undefined);
      this.failed = true;
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  private async stop(): Promise<void> {
    const client = this.current;
    this.current = undefined;
    if (client !== undefined && client.state !== State.Stopped) {
      await client.stop();
    }
    client?.dispose();
  }

  private follow(client: Client, state: State): void {
    if (client !== this.current) {
      return;
    }
    if (state === State.Running) {
      const version = client.initializeResult?.serverInfo?.version ?? '';
      this.show(t('running'), { version });
    } else {
      const busy = state === State.Starting;
      this.show(busy ? t('starting') : t('stopped'), { busy });
    }
  }

  private show(detail: string, more: { busy?: boolean; version?: string } = {}): void {
    this.status.text = `nianbao ${more.version ?? ''}`.trim();
    this.status.detail = detail;
    this.status.busy = more.busy ?? false;
    this.status.severity = vscode.LanguageStatusSeverity.Information;
    this.status.command = { command: 'nianbao.restart', title: t('Restart') };
  }

  private fail(reason: string): void {
    const text = t('The server could not be started: {0}', reason);
    this.log.error(text);
    this.status.text = 'nianbao';
    this.status.detail = reason;
    this.status.busy = false;
    this.status.severity = vscode.LanguageStatusSeverity.Error;
    this.status.command = { command: 'nianbao.showLog', title: t('Show the log') };
    void vscode.window.showErrorMessage(`nianbao: ${text}`);
  }
}
