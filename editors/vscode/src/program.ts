// Where the server program is, and its commands beside `lsp`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

const { t } = vscode.l10n;

/** The program by the setting, or the one in the extension. Throws a sentence for the user. */
export function findProgram(context: vscode.ExtensionContext): string {
  const given = vscode.workspace.getConfiguration('nianbao').get<string>('path', '').trim();
  if (given !== '') {
    const isName = !given.includes('/') && !given.includes('\\');
    if (!isName && !existsSync(given)) {
      throw new Error(t('There is no server at {0}', given));
    }
    return given;
  }
  const name = process.platform === 'win32' ? 'nianbao.exe' : 'nianbao';
  const bundled = path.join(context.extensionPath, 'server', name);
  if (!existsSync(bundled)) {
    throw new Error(
      t('This extension has no server for this system; set nianbao.path'),
    );
  }
  return bundled;
}

/** 'zh' or 'en', by the setting or the language of the editor. */
export function language(): string {
  const chosen = vscode.workspace.getConfiguration('nianbao').get<string>('language', 'auto');
  if (chosen !== 'auto') {
    return chosen;
  }
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export interface Outcome {
  status: number | null;
  stderr: string;
}

/** Runs a command of the program; gives each line of its output as it comes. */
export function run(
  program: string,
  args: string[],
  options: { cwd?: string; token?: vscode.CancellationToken; onLine: (line: string) => void },
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, options.cwd === undefined ? {} : { cwd: options.cwd });
    const cancelled = options.token?.onCancellationRequested(() => child.kill());
    let rest = '';
    let stderr = '';
    child.stdin.end();
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(options.onLine);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', (error) => {
      cancelled?.dispose();
      reject(error);
    });
    child.on('close', (status) => {
      cancelled?.dispose();
      if (rest !== '') {
        options.onLine(rest);
      }
      resolve({ status, stderr: stderr.trim() });
    });
  });
}
