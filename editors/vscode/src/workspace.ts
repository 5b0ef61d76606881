// All reports of the folder. Their findings come from the server, which is asked for those of files
// that are not open as well; the command line counts them.
import * as vscode from 'vscode';
import { findProgram, language, run } from './program';
import type { Server } from './server';

const { t } = vscode.l10n;

/** One line of `nianbao check --format jsonl`; the rest of its members is not used here. */
interface CheckedFile {
  path: string;
  status: 'checked' | 'failed';
  error?: string | null;
  year: number | null;
  diagnostics: unknown[];
}

export async function checkWorkspace(context: vscode.ExtensionContext, server: Server): Promise<void> {
  try {
    const program = findProgram(context);
    await server.ensure();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const options = {
        location: vscode.ProgressLocation.Notification,
        title: t('Checking {0}', folder.name),
        cancellable: true,
      };
      await vscode.window.withProgress(options, (_, token) => checkFolder(program, server, folder, token));
    }
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  } catch (error) {
    void vscode.window.showErrorMessage(`nianbao: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function checkFolder(
  program: string,
  server: Server,
  folder: vscode.WorkspaceFolder,
  token: vscode.CancellationToken,
): Promise<void> {
  let reports = 0;
  let findings = 0;
  const onLine = (line: string): void => {
    const file = JSON.parse(line) as CheckedFile;
    if (file.status === 'failed') {
      server.log.warn(`${file.path}: ${file.error}`);
      return;
    }
    reports += file.year === null ? 0 : 1;
    findings += file.diagnostics.length;
  };
  const args = ['check', '--format', 'jsonl', '--lang', language(), '.'];
  const outcome = await run(program, args, { cwd: folder.uri.fsPath, token, onLine });
  if (token.isCancellationRequested) {
    return;
  }
  if (outcome.status !== 0 && outcome.status !== 1) {
    throw new Error(outcome.stderr);
  }
  void vscode.window.showInformationMessage(t('{0} reports checked, {1} findings', reports, findings));
}
