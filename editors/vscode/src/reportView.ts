// The report as the form prints it, beside its text. The HTML comes from the server, which escapes
// what is of the document; the view's policy lets nothing else run or load.
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient/node';
import { isReport } from './report';
import type { Server } from './server';

const { t } = vscode.l10n;
const TYPE = 'nianbao.report';
const REST_MS = 150; // between two drawings while somebody types

interface Page {
  html: string;
  style: string;
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export class ReportViews implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private readonly panels = new Map<string, vscode.WebviewPanel>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: Server,
  ) {
    this.subscriptions = [
      vscode.window.registerWebviewPanelSerializer(TYPE, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.later(document.uri)),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.forEach((uri) => this.later(uri))),
    ];
  }

  async open(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isReport(document)) {
      void vscode.window.showInformationMessage(t('Open a report first'));
      return;
    }
    const known = this.panels.get(document.uri.toString());
    if (known !== undefined) {
      known.reveal(undefined, true);
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    await this.fill(vscode.window.createWebviewPanel(TYPE, '', column), document.uri);
  }

  // After a restart of the editor: the panel is there again and is filled again.
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { uri } = (state ?? {}) as { uri?: string };
    if (uri === undefined) {
      panel.dispose();
      return;
    }
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)).then(
      (found) => found,
      () => undefined,
    );
    if (document === undefined) {
      panel.dispose();
      return;
    }
    await this.fill(panel, document.uri);
  }

  dispose(): void {
    this.waiting.forEach((timer) => clearTimeout(timer));
    this.panels.forEach((panel) => panel.dispose());
    this.subscriptions.forEach((each) => each.dispose());
  }

  private async fill(panel: vscode.WebviewPanel, uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    this.panels.set(key, panel);
    panel.onDidDispose(() => this.panels.delete(key));
    panel.title = t('Report {0}', uri.path.slice(uri.path.lastIndexOf('/') + 1));
    panel.iconPath = vscode.Uri.joinPath(this.context.extensionUri, 'media', 'icon.png');
    panel.webview.options = {
      enableScripts: true,
      enableCommandUris: false,
      localResourceRoots: [vscode.Uri.joinPath(this.context.extensionUri, 'media')],
    };
    panel.webview.onDidReceiveMessage((message: unknown) => this.goTo(uri, message));
    const page = await this.ask(uri);
    panel.webview.html = this.document(panel.webview, uri, page);
  }

  private document(webview: vscode.Webview, uri: vscode.Uri, page: Page): string {
    const nonce = randomBytes(16).toString('hex');
    const script = webview.asWebviewUri(
      vscode.Uri.joinPath(this.context.extensionUri, 'media', 'report-view.js'),
    );
    const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}">${page.style}</style></head>
<body><main id="page" data-uri="${escape(uri.toString())}">${page.html}</main>
<script nonce="${nonce}" src="${escape(script.toString())}"></script></body></html>`;
  }

  private async ask(uri: vscode.Uri): Promise<Page> {
    await this.server.ensure();
    const client = this.server.client;
    if (client === undefined) {
      return { html: `<p>${escape(t('The server is not running'))}</p>`, style: '' };
    }
    const argument = { uri: client.code2ProtocolConverter.asUri(uri) };
    const params = { command: 'nianbao.reportView', arguments: [argument] };
    try {
      return (await client.sendRequest(ExecuteCommandRequest.type, params)) as Page;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { html: `<p>${escape(reason)}</p>`, style: '' };
    }
  }

  private later(uri: vscode.Uri): void {
    const key = uri.toString();
    if (!this.panels.has(key) || this.waiting.has(key)) {
      return;
    }
    const draw = async (): Promise<void> => {
      this.waiting.delete(key);
      const { html } = await this.ask(uri);
      void this.panels.get(key)?.webview.postMessage({ html });
    };
    this.waiting.set(key, setTimeout(() => void draw(), REST_MS));
  }

  private async goTo(uri: vscode.Uri, message: unknown): Promise<void> {
    const at = /^(\d+):(\d+):(\d+):(\d+)$/.exec(String((message as { at?: unknown } | null)?.at));
    if (at === null) {
      return;
    }
    const [line, character, endLine, endCharacter] = at.slice(1).map(Number) as [number, number, number, number];
    const shown = vscode.window.visibleTextEditors.find((each) => each.document.uri.toString() === uri.toString());
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {
      viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    });
    editor.selection = new vscode.Selection(line, character, endLine, endCharacter);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
