// Which nianbao.json is in force for the report that is shown, told in the language status; and the
// way to it.
import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import { isReport, selector } from './report';
import type { Server } from './server';

const { t } = vscode.l10n;
const NAME = 'nianbao.json';
const EMPTY = '{\n  "rules": {}\n}\n';

/** The server's answer to nianbao.configuration. */
interface InForce {
  path: string | null;
  ignored: boolean;
  problems: string[];
}

export class Configuration implements vscode.Disposable {
  private readonly status = vscode.languages.createLanguageStatusItem('nianbao.configuration', selector);
  private path: string | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly server: Server) {
    this.status.name = NAME;
    this.status.command = { command: 'nianbao.openConfiguration', title: t('Open') };
    this.show({ path: null, ignored: false, problems: [] });
    this.subscriptions = [
      this.status,
      vscode.window.onDidChangeActiveTextEditor(() => void this.refresh()),
      // A change of the file brings new findings, or the same ones once more.
      vscode.languages.onDidChangeDiagnostics(() => void this.refresh()),
      server.onDidStart(() => void this.refresh()),
    ];
  }

  async open(): Promise<void> {
    await this.refresh();
    const folder = this.folder();
    const known = this.path === undefined ? undefined : vscode.Uri.file(this.path);
    const uri = known ?? (folder && vscode.Uri.joinPath(folder.uri, NAME));
    if (uri === undefined) {
      void vscode.window.showInformationMessage(t('Open a folder first: {0} stands in it', NAME));
      return;
    }
    const there = await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (!there) {
      await vscode.workspace.fs.writeFile(uri, Buffer.from(EMPTY));
    }
    await vscode.window.showTextDocument(uri);
  }

  dispose(): void {
    this.subscriptions.forEach((each) => each.dispose());
  }

  private folder(): vscode.WorkspaceFolder | undefined {
    const active = vscode.window.activeTextEditor?.document.uri;
    return (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  }

  private async refresh(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const client = this.server.client;
    if (document === undefined || client === undefined || !isReport(document)) {
      return;
    }
    const argument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const params = { command: 'nianbao.configuration', arguments: [argument] };
    try {
      this.show((await client.sendRequest(ExecuteCommandRequest.type, params)) as InForce);
    } catch {
      // The text was closed meanwhile, or the server is on its way out.
    }
  }

  private show({ path, ignored, problems }: InForce): void {
    this.path = path ?? undefined;
    this.status.text = path === null ? t('default rules') : vscode.workspace.asRelativePath(path);
    this.status.detail = problems[0] ?? (ignored ? t('this file is left out') : t('configuration'));
    this.status.severity =
      problems.length > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  }
}
