// All reports of the folder, by `nianbao check --format jsonl`, into the Problems panel. A file
// that is open belongs to the server, so its entry here goes when it is opened.
import * as path from 'node:path';
import * as vscode from 'vscode';
import { findProgram, language, run } from './program';

const { t } = vscode.l10n;

interface Place {
  line: number;
  character: number;
}

interface Span {
  start: Place;
  end: Place;
}

/** One line of the program's output; the rest of its members is not used here. */
interface CheckedFile {
  path: string;
  status: 'checked' | 'failed';
  error?: string | null;
  year: number | null;
  diagnostics: {
    code: string;
    severity: keyof typeof SEVERITIES;
    message: string;
    range: Span;
    related: { message: string; range: Span }[];
  }[];
}

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

const toRange = ({ start, end }: Span): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

function toDiagnostics(uri: vscode.Uri, file: CheckedFile): vscode.Diagnostic[] {
  return file.diagnostics.map((found) => {
    const diagnostic = new vscode.Diagnostic(toRange(found.range), found.message, SEVERITIES[found.severity]);
    diagnostic.source = 'nianbao';
    diagnostic.code = found.code;
    diagnostic.relatedInformation = found.related.map(
      ({ message, range }) =>
        new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(range)), message),
    );
    return diagnostic;
  });
}

export class WorkspaceCheck implements vscode.Disposable {
  private readonly found = vscode.languages.createDiagnosticCollection('nianbao-folder');
  private readonly opened = vscode.workspace.onDidOpenTextDocument(({ uri }) => this.found.delete(uri));

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  async run(): Promise<void> {
    this.found.clear();
    try {
      const program = findProgram(this.context);
      for (const folder of vscode.workspace.workspaceFolders ?? []) {
        const options = {
          location: vscode.ProgressLocation.Notification,
          title: t('Checking {0}', folder.name),
          cancellable: true,
        };
        await vscode.window.withProgress(options, (_, token) => this.checkFolder(program, folder, token));
      }
    } catch (error) {
      void vscode.window.showErrorMessage(`nianbao: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  dispose(): void {
    this.opened.dispose();
    this.found.dispose();
  }

  private async checkFolder(
    program: string,
    folder: vscode.WorkspaceFolder,
    token: vscode.CancellationToken,
  ): Promise<void> {
    let reports = 0;
    let findings = 0;
    const onLine = (line: string): void => {
      const file = JSON.parse(line) as CheckedFile;
      if (file.status === 'failed') {
        this.log.warn(`${file.path}: ${file.error}`);
        return;
      }
      reports += file.year === null ? 0 : 1;
      findings += file.diagnostics.length;
      this.take(folder, file);
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

  private take(folder: vscode.WorkspaceFolder, file: CheckedFile): void {
    const uri = vscode.Uri.file(path.resolve(folder.uri.fsPath, file.path));
    const isOpen = vscode.workspace.textDocuments.some((each) => each.uri.toString() === uri.toString());
    if (!isOpen && file.diagnostics.length > 0) {
      this.found.set(uri, toDiagnostics(uri, file));
    }
  }
}
