// What a rule wants, as `nianbao explain` tells it, in the Markdown preview.
import * as vscode from 'vscode';
import { findProgram, language, run } from './program';

const { t } = vscode.l10n;
const SCHEME = 'nianbao-explain';

/** Codes of our findings on the line of the cursor, then those of the whole document. */
function codesNear(editor: vscode.TextEditor): string[] {
  const line = editor.selection.active.line;
  const ours = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter((found) => found.source === 'nianbao')
    .sort((a, b) => Math.abs(a.range.start.line - line) - Math.abs(b.range.start.line - line));
  const codes = ours.map(({ code }) => String(typeof code === 'object' ? code.value : code));
  return [...new Set(codes)];
}

/** The program's words for a terminal as Markdown: what is indented is code, every line is a line. */
function asMarkdown(lines: string[]): string {
  const isCode = (line: string | undefined): boolean => line?.startsWith('    ') ?? false;
  const out: string[] = [];
  lines.forEach((line, at) => {
    if (isCode(line) && !isCode(lines[at - 1]) && out.at(-1) !== '') {
      out.push('');
    }
    const isText = line !== '' && !isCode(line);
    out.push(at === 0 ? `## ${line}` : isText ? `${line}  ` : line);
  });
  return out.join('\n');
}

async function askCode(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const codes = editor === undefined ? [] : codesNear(editor);
  if (codes.length > 0) {
    return vscode.window.showQuickPick(codes, { title: t('Which rule?') });
  }
  return vscode.window.showInputBox({ title: t('Code of a rule, for example {0}', 'T101') });
}

export class Explanations implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

  constructor(private readonly context: vscode.ExtensionContext) {}

  async explain(given?: string): Promise<void> {
    const code = given ?? (await askCode());
    if (code === undefined || code.trim() === '') {
      return;
    }
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${code.trim()}.md` });
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const code = uri.path.slice(1, -'.md'.length);
    const lines: string[] = [];
    const outcome = await run(findProgram(this.context), ['explain', code, '--lang', language()], {
      onLine: (line) => lines.push(line),
    });
    return outcome.status === 0 ? asMarkdown(lines) : t('No rule {0}: {1}', code, outcome.stderr);
  }

  dispose(): void {
    this.registration.dispose();
  }
}
