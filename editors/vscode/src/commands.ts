// The commands that change or make a text.
import * as vscode from 'vscode';
import { type CodeAction, CodeActionRequest, CodeActionResolveRequest, ExecuteCommandRequest } from 'vscode-languageclient/node';
import { findProgram, language, run } from './program';
import { isReport } from './report';
import type { Server } from './server';

const { t } = vscode.l10n;

/** Applies the server's source.fixAll: safe repairs only, none of which changes a figure. */
export async function fixAll(server: Server): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isReport(document)) {
    void vscode.window.showInformationMessage(t('Open a report first'));
    return;
  }
  await server.ensure();
  const client = server.client;
  if (client === undefined) {
    return;
  }
  const everything = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: client.code2ProtocolConverter.asRange(everything),
    context: { diagnostics: [], only: ['source.fixAll'] },
  });
  let applied = false;
  for (const action of actions ?? []) {
    // The server may make the edit only when it is asked for.
    const whole = 'edit' in action ? action : await client.sendRequest(CodeActionResolveRequest.type, action as CodeAction);
    if (whole.edit !== undefined) {
      const edit = await client.protocol2CodeConverter.asWorkspaceEdit(whole.edit);
      applied = (await vscode.workspace.applyEdit(edit)) || applied;
    }
  }
  if (!applied) {
    void vscode.window.showInformationMessage(t('Nothing that can be repaired safely'));
  }
}

/** Every part that the form wants and the report lacks, in one edit that the server makes. */
export async function insertSections(server: Server): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isReport(document)) {
    void vscode.window.showInformationMessage(t('Open a report first'));
    return;
  }
  await server.ensure();
  const client = server.client;
  if (client === undefined) {
    return;
  }
  const argument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const params = { command: 'nianbao.insertMissingSections', arguments: [argument] };
  const answer = (await client.sendRequest(ExecuteCommandRequest.type, params)) as { inserted: number };
  if (answer.inserted === 0) {
    void vscode.window.showInformationMessage(t('No section is missing'));
  }
}

/** The walkthrough's report: a copy that may be spoilt. */
export async function openExample(context: vscode.ExtensionContext): Promise<void> {
  const uri = vscode.Uri.joinPath(context.extensionUri, 'walkthrough', 'report.md');
  const content = Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8');
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content }),
  );
}

async function askYear(): Promise<string | undefined> {
  const valid = (text: string): boolean => /^20\d\d$/.test(text) && Number(text) >= 2008;
  return vscode.window.showInputBox({
    title: t('Year of the report'),
    value: String(new Date().getFullYear() - 1),
    ignoreFocusOut: true,
    validateInput: (text) => (valid(text) ? undefined : t('A year from 2008 to 2099')),
  });
}

/** An empty report in the form of the year asked for, in a new untitled document. */
export async function newReport(context: vscode.ExtensionContext): Promise<void> {
  const year = await askYear();
  if (year === undefined) {
    return;
  }
  const body = await vscode.window.showInputBox({
    title: t('Name of the body that reports'),
    prompt: t('For example 某某县数据局; may be left empty'),
    // The name may have to be looked up, or copied from another window.
    ignoreFocusOut: true,
  });
  if (body === undefined) {
    return;
  }
  try {
    const lines: string[] = [];
    const args = ['template', '--year', year];
    if (body.trim() !== '') {
      args.push('--body', body.trim());
    }
    const outcome = await run(findProgram(context), [...args, '--lang', language()], {
      onLine: (line) => lines.push(line),
    });
    if (outcome.status !== 0) {
      throw new Error(outcome.stderr);
    }
    const content = `${lines.join('\n')}\n`;
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'markdown', content }),
    );
  } catch (error) {
    void vscode.window.showErrorMessage(`nianbao: ${error instanceof Error ? error.message : String(error)}`);
  }
}
