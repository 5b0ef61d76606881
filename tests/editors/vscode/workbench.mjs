// A real VS Code workbench (code-server) in a headless Chromium: starting it, and the few things a
// user's hands and eyes do there.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const env = process.env;
const WAIT = Number(env.NB_WAIT || 30_000);

const QUIET = {
  // A row a finding: the tree shows related places as rows as well, and draws only those in sight.
  'problems.defaultViewMode': 'table',
  'workbench.colorTheme': 'Default Dark Modern',
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'files.simpleDialog.enable': true,
  'editor.fontFamily': "'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace",
};

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export class Workbench {
  /** Installs the .vsix and opens the folder. settings are added to the user's. */
  static async start(folder, settings) {
    const self = new Workbench();
    self.home = mkdtempSync(join(tmpdir(), 'nianbao-vscode-'));
    mkdirSync(join(self.home, 'data/User'), { recursive: true });
    writeFileSync(join(self.home, 'data/User/settings.json'), JSON.stringify({ ...QUIET, ...settings }));
    const common = ['--user-data-dir', join(self.home, 'data'), '--extensions-dir', join(self.home, 'extensions')];
    execFileSync(process.execPath, [env.NB_CODE_SERVER, ...common, '--install-extension', env.NB_VSIX], {
      env: self.environment(),
      stdio: 'pipe',
    });
    const port = await freePort();
    const server = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check'];
    self.process = spawn(process.execPath, [env.NB_CODE_SERVER, ...common, ...server], {
      env: self.environment(),
      stdio: 'pipe',
      detached: true,
    });
    await self.waitForPort(port);
    self.browser = await chromium.launch({
      executablePath: env.CHROMIUM || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
    });
    self.page = await self.browser.newPage({ viewport: { width: 1280, height: 800 } });
    self.page.setDefaultTimeout(WAIT);
    await self.page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`);
    await self.page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
    return self;
  }

  environment() {
    return { ...env, HOME: this.home, XDG_CONFIG_HOME: join(this.home, 'config'), XDG_DATA_HOME: join(this.home, 'share') };
  }

  async waitForPort(port) {
    for (let tries = 0; tries < 300; tries++) {
      const up = await fetch(`http://127.0.0.1:${port}/healthz`).then((answer) => answer.ok, () => false);
      if (up) {
        return;
      }
      await sleep(100);
    }
    throw new Error('code-server does not answer');
  }

  async stop() {
    await this.browser?.close();
    if (this.process) {
      process.kill(-this.process.pid);
    }
    await sleep(300);
    this.keepLog();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  /** The extension's log stays beside the screenshots. */
  keepLog() {
    const logs = join(this.home, 'data/logs');
    for (const name of env.NB_SHOTS ? readdirSync(logs, { recursive: true }) : []) {
      if (basename(name) === 'nianbao.log') {
        copyFileSync(join(logs, name), join(env.NB_SHOTS, 'nianbao.log'));
      }
    }
  }

  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  async shot(name) {
    if (env.NB_SHOTS) {
      await this.page.screenshot({ path: join(env.NB_SHOTS, `${name}.png`) });
    }
  }

  /** The file in the first group of editors: Ctrl+P, the name, Enter. */
  open(name) {
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name });
    return this.insist(async (timeout) => {
      await this.press('Control+1');
      await this.quickInput('Control+P', name);
      await row.first().waitFor({ timeout });
      await this.press('Enter');
      await this.page.locator('.tab.active', { hasText: name }).first().waitFor({ timeout });
      await this.page.locator('.editor-instance .view-lines').first().waitFor({ timeout });
    });
  }

  /**
   * Does a step of the keyboard until it has had its effect: on a busy machine a key may come before
   * what it needs, or a widget may close because the focus moves.
   */
  async insist(step) {
    for (const end = Date.now() + WAIT; ; ) {
      try {
        return await step(3_000);
      } catch (error) {
        if (Date.now() > end) {
          throw error;
        }
        await this.press('Escape');
      }
    }
  }

  quickInput(key, text) {
    const input = this.page.locator('.quick-input-widget input').first();
    return this.insist(async (timeout) => {
      await this.press(key);
      await input.fill(text, { timeout });
    });
  }

  /** F1, the title, Enter. */
  command(title) {
    // The row that Enter takes: while the list is being narrowed that may be another one.
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
    return this.insist(async (timeout) => {
      await this.quickInput('F1', `>${title}`);
      await row.first().waitFor({ timeout });
      await this.press('Enter');
    });
  }

  /** A command that asks, chosen until its question stands there, and the answer. */
  ask(title, question, text) {
    return this.insist(async (timeout) => {
      await this.command(title);
      await this.answer(question, text, timeout);
    });
  }

  /** The question of a command is answered, once it is the one that stands there. */
  async answer(question, text, timeout = WAIT) {
    await this.page.locator('.quick-input-widget', { hasText: question }).first().waitFor({ timeout });
    const input = this.page.locator('.quick-input-widget input').first();
    await input.fill(text, { timeout });
    await this.press('Enter');
  }

  /** Closes the text that is active in the first group, without its changes; done when its tab is gone. */
  async revertAndClose(name) {
    const tab = this.page.locator(`.tab[data-resource-name="${name}"]`);
    await tab.waitFor();
    await this.insist(async (timeout) => {
      await this.press('Control+1');
      await this.command('View: Revert and Close Editor');
      await tab.waitFor({ state: 'detached', timeout });
    });
  }

  /** Cursor to a line (1-based) and column of the editor. */
  async goTo(line, column = 1) {
    await this.quickInput('Control+G', `:${line}:${column}`);
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
  }

  /** The rows of the Problems panel: code, message and place of each finding. */
  async problems() {
    const rows = await this.page.locator('.markers-panel .monaco-list-row').allTextContents();
    return rows.map((row) => row.replace(/\u00a0/g, ' '));
  }

  async showProblems() {
    if (!(await this.page.locator('.markers-panel').isVisible())) {
      await this.press('Control+Shift+M');
      await this.page.locator('.markers-panel').waitFor();
    }
  }

  /** Waits until the findings are as the predicate wants; the last list in the error. */
  async problemsUntil(predicate, otherwise) {
    let last = [];
    for (const end = Date.now() + WAIT; Date.now() < end; await sleep(100)) {
      last = await this.problems();
      if (predicate(last)) {
        return last;
      }
    }
    throw new Error(`${otherwise}; Problems shows: ${JSON.stringify(last)}`);
  }

  /**
   * Ctrl+S, until what was typed is on the disk. Pressed again only where nothing came of it: a second
   * save would empty the file for a moment, under the eyes of the next step.
   */
  saveUntil(onDisk, otherwise) {
    return this.insist(async (timeout) => {
      await this.press('Control+S');
      await this.until(async () => onDisk(), otherwise, timeout);
      const dirty = this.page.locator('.tab.dirty');
      await this.until(async () => (await dirty.count()) === 0, 'a saved text is still marked as changed', timeout);
    });
  }

  /** The titles that Ctrl+. offers at the cursor; the list stays open. */
  actions() {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    return this.insist(async (timeout) => {
      await this.press('Control+.');
      await rows.first().waitFor({ timeout });
      return rows.allTextContents();
    });
  }

  /** Chooses the action by arrow keys and Enter. */
  async chooseAction(predicate) {
    const titles = await this.actions();
    const index = titles.findIndex(predicate);
    if (index < 0) {
      throw new Error(`no such action among ${JSON.stringify(titles)}`);
    }
    for (let step = 0; step < index; step++) {
      await this.press('ArrowDown');
    }
    await this.press('Enter');
    return titles[index];
  }

  /** The document inside a webview whose body has the text; webviews are frames in frames. */
  async webview(text) {
    for (const end = Date.now() + WAIT; Date.now() < end; await sleep(200)) {
      for (const frame of this.page.frames()) {
        const body = await frame.evaluate(() => document.body?.textContent ?? '').catch(() => '');
        if (frame.parentFrame() !== null && body.includes(text)) {
          return frame;
        }
      }
    }
    throw new Error(`no webview says ${text}`);
  }

  /** Waits until the page gives something; the last failure, or what is said, otherwise. */
  async until(look, otherwise, timeout = WAIT) {
    for (const end = Date.now() + timeout; ; await sleep(100)) {
      const found = await look().catch(() => undefined);
      if (found) {
        return found;
      }
      if (Date.now() > end) {
        throw new Error(otherwise);
      }
    }
  }

  /** What the status bar says of the cursor: "Ln 51, Col 28 …". */
  cursor() {
    return this.page.locator('[id="status.editor.selection"]').first().textContent();
  }

  async languageStatus() {
    await this.page.locator('[id="status.languageStatus"]').first().hover();
    const hover = this.page.locator('.hover-language-status');
    await hover.first().waitFor();
    return (await hover.allTextContents()).join(' | ');
  }
}
