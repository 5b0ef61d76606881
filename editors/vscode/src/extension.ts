import * as vscode from 'vscode';
import { fixAll, insertSections, newReport, openExample } from './commands';
import { Configuration } from './configuration';
import { Explanations } from './explain';
import { isReport } from './report';
import { ReportViews } from './reportView';
import { Server } from './server';
import { checkWorkspace } from './workspace';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const own = new Server(context);
  server = own;
  const explanations = new Explanations(context);
  const configuration = new Configuration(own);
  const views = new ReportViews(context, own);

  const look = (document: vscode.TextDocument | undefined): void => {
    if (document !== undefined && isReport(document)) {
      void own.ensure();
    }
  };
  const mark = (editor: vscode.TextEditor | undefined): void => {
    const report = editor !== undefined && isReport(editor.document);
    void vscode.commands.executeCommand('setContext', 'nianbao.isReport', report);
    look(editor?.document);
  };

  const command = (name: string, action: (...args: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`nianbao.${name}`, action);

  context.subscriptions.push(
    own,
    explanations,
    configuration,
    views,
    command('restart', () => own.restart()),
    command('showLog', () => own.log.show()),
    // Not `fixAll`: the client registers the server's commands under their own names, that among them.
    command('fixAllInEditor', () => fixAll(own)),
    command('checkWorkspace', () => checkWorkspace(context, own)),
    command('insertSections', () => insertSections(own)),
    command('openConfiguration', () => configuration.open()),
    command('openReportView', () => views.open()),
    command('openExample', () => openExample(context)),
    command('newReport', () => newReport(context)),
    command('explainRule', (code?: string) => explanations.explain(code)),
    vscode.workspace.onDidOpenTextDocument(look),
    // A text may become a report while it is written.
    vscode.workspace.onDidSaveTextDocument(look),
    vscode.window.onDidChangeActiveTextEditor(mark),
    vscode.workspace.onDidGrantWorkspaceTrust(() => own.client && own.restart()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('nianbao.trace.server')) {
        void own.applyTrace();
      }
      if (event.affectsConfiguration('nianbao.path') || event.affectsConfiguration('nianbao.language')) {
        void own.restart();
      }
    }),
  );
  vscode.workspace.textDocuments.forEach(look);
  mark(vscode.window.activeTextEditor);
}

export function deactivate(): Promise<void> | undefined {
  return server?.shutdown();
}
