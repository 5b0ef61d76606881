// Which documents are the server's business.
import * as vscode from 'vscode';

const LANGUAGES = ['markdown', 'html', 'plaintext'];
const SCHEMES = ['file', 'untitled'];

export const selector = LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme })));

// What the titles and preambles of all eras have in common.
const MARKS = /政府信息公开工作年度报告|政府信息公开年度报告|政府信息公开工作报告|政府信息公开条例/;

// Enough for the title and the preamble below a web page's menus.
const CHARACTERS_READ = 20_000;

/** Whether the server is to be started for this document. The server itself looks closer. */
export function isReport(document: vscode.TextDocument): boolean {
  if (!LANGUAGES.includes(document.languageId) || !SCHEMES.includes(document.uri.scheme)) {
    return false;
  }
  const end = document.positionAt(CHARACTERS_READ);
  // Texts from PDF have blanks inside the words.
  const text = document.getText(new vscode.Range(new vscode.Position(0, 0), end)).replace(/\s/g, '');
  return MARKS.test(text);
}
