// What a user of the extension does, in the real workbench. Steps build on each other.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test as nodeTest } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Workbench } from './workbench.mjs';

const { NB_ROOT, NB_REAL_PROGRAM, NB_SERVER_OVERRIDE } = process.env;
const NAME = '虚构县 数据事务局 2023年度报告.md';
const base = mkdtempSync(join(tmpdir(), 'nianbao-reports-'));
const folder = join(base, '年报 文件夹');
const report = join(folder, NAME);
let bench;

/** A step; where one fails, the screen is kept. */
const test = (name, body) =>
  nodeTest(name, async () => {
    try {
      await body();
    } catch (error) {
      await bench?.shot(`failed-${name.slice(0, 24).replace(/\W+/g, '-')}`);
      throw error;
    }
  });
let view;

/** What the command line says about the report as it is on the disk. */
function findingsOnDisk() {
  const { stdout } = spawnSync(NB_REAL_PROGRAM, ['check', '--format', 'json', report], { encoding: 'utf8' });
  return JSON.parse(stdout).files[0].diagnostics;
}

/** Another text on the disk, and in the editor. */
async function rewrite(text) {
  await bench.open(NAME);
  writeFileSync(report, text);
  await bench.command('File: Revert File');
}

function lineOf(text) {
  return readFileSync(report, 'utf8').split('\n').findIndex((line) => line.includes(text)) + 1;
}

before(async () => {
  mkdirSync(folder);
  cpSync(join(NB_ROOT, 'examples/report-2023-wrong.md'), report);
  writeFileSync(join(folder, 'nianbao.json'), '{\n  "rules": { "X201": "warning" }\n}\n');
  writeFileSync(join(folder, '清单.md'), '# 采购清单\n\n这里没有年报。\n');
  bench = await Workbench.start(folder, {
    'nianbao.language': 'zh',
    ...(NB_SERVER_OVERRIDE ? { 'nianbao.path': NB_SERVER_OVERRIDE } : {}),
  });
});

after(async () => {
  await bench?.stop();
  rmSync(base, { recursive: true, force: true });
});

test('squiggles and the Problems panel show what the command line finds', async () => {
  await bench.open(NAME);
  await bench.showProblems();
  // Hints are dots under the text only.
  const expected = findingsOnDisk().filter(({ severity }) => severity !== 'hint');
  assert.ok(expected.length >= 3, 'the example has findings');
  const shown = await bench.problemsUntil((rows) => rows.length > 0, 'no findings in Problems');
  assert.equal(shown.length, expected.length);
  for (const { code, message } of expected) {
    assert.ok(
      shown.some((row) => row.includes(code) && row.includes(message)),
      `${code} ${message} among ${JSON.stringify(shown)}`,
    );
  }
  await bench.page.locator('.squiggly-error').first().waitFor();
  await bench.shot('problems-dark');
});

test('the report view draws the tables, says what is wrong, and leads to the text', async () => {
  await bench.command('Open the Report View');
  view = await bench.webview('应为9');
  assert.match(await view.locator('h1').textContent(), /虚构县数据事务局2023年/);
  assert.equal(await view.locator('td.wrong').count(), 1);
  assert.ok((await view.locator('.verdict.fails').allTextContents()).some((text) => text.includes('11≠12')));
  const policy = await view.locator('meta[http-equiv]').getAttribute('content');
  assert.match(policy, /^default-src 'none'; style-src 'nonce-\w+'; script-src 'nonce-\w+'$/);
  const colour = await view.locator('td.wrong').evaluate((cell) => getComputedStyle(cell).color);
  const [red, green] = colour.match(/\d+/g).map(Number);
  assert.ok(red > green + 50, `a wrong figure is red: ${colour}`);
  await view.locator('td.wrong').scrollIntoViewIfNeeded();
  await bench.shot('view-dark');
  await view.locator('td.wrong').click();
  const line = lineOf('一、本年新收政府信息公开申请数量');
  await bench.until(async () => (await bench.cursor()).includes(`Ln ${line},`), `the click does not lead to line ${line}`);
});

test('a quick fix from the light bulb by keyboard, saved, is gone for the command line as well', async () => {
  const wrong = findingsOnDisk().find(({ text, fixes }) => text.includes('2022') && fixes.length > 0);
  assert.ok(wrong, 'the wrong period has a fix');
  await bench.goTo(wrong.range.start.line + 1, wrong.range.start.character + 2);
  await bench.page.locator('.codicon-gutter-lightbulb, .lightBulbWidget, [class*="lightbulb"]').first().waitFor();
  await bench.actions();
  await sleep(300);
  await bench.shot('quick-fix');
  await bench.press('Escape');
  await bench.chooseAction((title) => title.includes(wrong.fixes[0].title));
  await bench.problemsUntil((rows) => !rows.some((row) => row.includes('2022')), 'the finding stays after its fix');
  await bench.saveUntil(() => lineOf('2023年12月31日') > 0, 'the period is not repaired on the disk');
  assert.ok(!findingsOnDisk().some(({ text }) => text.includes('2022')));
});

test('a missing section is put back by its quick fix', async () => {
  const missing = findingsOnDisk().find(({ message, fixes }) => message.includes('其他需要报告的事项') && fixes.length > 0);
  assert.ok(missing, 'the missing section has a fix');
  await bench.goTo(missing.range.start.line + 1, missing.range.start.character + 2);
  await bench.chooseAction((title) => title.includes(missing.fixes[0].title));
  await bench.saveUntil(() => lineOf('六、其他需要报告的事项') > 0, 'the section is not on the disk');
  assert.ok(!findingsOnDisk().some(({ code }) => code === missing.code));
});

test('a figure changed in the editor changes the findings at once', async () => {
  const rows = await bench.problems();
  const line = lineOf('一、本年新收政府信息公开申请数量');
  const column = readFileSync(report, 'utf8').split('\n')[line - 1].indexOf('| 8 |') + 3;
  await bench.goTo(line, column);
  await bench.press('Delete');
  await bench.page.keyboard.type('9');
  await bench.problemsUntil((now) => now.length < rows.length, 'the sum is still said to be wrong');
  await bench.until(async () => (await view.locator('td.wrong').count()) === 0, 'the view does not follow the edit');
  await bench.saveUntil(() => lineOf('| 9 | 2 |') > 0, 'the figure is not on the disk');
});

test('the language status tells the version and offers a restart', async () => {
  const status = await bench.languageStatus();
  const version = execFileSync(NB_REAL_PROGRAM, ['--version'], { encoding: 'utf8' }).match(/\d+\.\d+\.\d+/)[0];
  assert.ok(status.includes(`nianbao ${version}`), status);
  assert.ok(status.includes('nianbao.json'), status);
  await bench.shot('status');
  await bench.press('Escape');
});

test('restarting the server finds the same', async () => {
  const rows = await bench.problems();
  await bench.command('Restart the Server');
  await sleep(500);
  await bench.problemsUntil((now) => now.length === rows.length, 'other findings after the restart');
});

test('Explain a Rule opens what the command line says', async () => {
  const [{ code }] = findingsOnDisk();
  const line = findingsOnDisk()[0].range.start.line + 1;
  await bench.goTo(line);
  await bench.command('Explain a Rule');
  await bench.page.locator('.quick-input-list .monaco-list-row', { hasText: code }).first().waitFor();
  await bench.press('Enter');
  await bench.page.locator('.tab', { hasText: code }).first().waitFor();
});

test('Apply All Safe Repairs mends a comma and no figure', async () => {
  const before = readFileSync(report, 'utf8');
  await rewrite(before.replace('办结12件，', '办结12件,'));
  // A hint has no row in Problems: its dots are in the text.
  await bench.goTo(lineOf('办结12件,'));
  await bench.page.locator('.squiggly-hint').first().waitFor();
  await bench.command('Apply All Safe Repairs in This Report');
  await bench.saveUntil(() => lineOf('办结12件，') > 0, 'the comma is not repaired on the disk');
  assert.equal(readFileSync(report, 'utf8'), before);
});

test('Insert Missing Sections puts them all in at once', async () => {
  const text = readFileSync(report, 'utf8');
  const cut = text.replace(/## 四、[^]*?(?=## 五、)/, '');
  await rewrite(cut);
  await bench.problemsUntil((rows) => rows.some((row) => row.includes('S101')), 'the cut sections are not missed');
  await bench.command('Insert Missing Sections');
  await bench.saveUntil(() => lineOf('四、政府信息公开行政复议、行政诉讼情况') > 0, 'the section is not on the disk');
  assert.ok(!findingsOnDisk().some(({ code }) => code === 'S101'));
});

test('Open the Configuration shows the nianbao.json in force, checked by its schema', async () => {
  await bench.command('Open the Configuration');
  await bench.page.locator('.tab.active', { hasText: 'nianbao.json' }).waitFor();
  await bench.goTo(2, 14);
  await bench.page.keyboard.type('"X999": "off", ');
  await bench.problemsUntil((rows) => rows.some((row) => row.includes('X999')), 'an unknown rule is not marked');
  await bench.revertAndClose('nianbao.json');
});

test('New Report asks for year and body and opens the form of the year', async () => {
  await bench.ask('New Report', 'Year of the report', '2024');
  await bench.answer('Name of the body', '虚构县档案数据局');
  await bench.page.locator('.editor-instance .view-lines', { hasText: '虚构县档案数据局2024年政府信息公开工作年度报告' }).first().waitFor();
  await bench.problemsUntil((rows) => rows.some((row) => row.includes('F101')), 'its placeholders are not marked');
  await bench.revertAndClose('Untitled-1');
});

test('the walkthrough opens an example with mistakes', async () => {
  await bench.ask('Welcome: Open Walkthrough', 'Checking annual reports', 'Checking annual reports');
  await bench.page.locator('.gettingStartedContainer', { hasText: 'Open a report with mistakes' }).first().waitFor();
  await bench.page.locator('.gettingStartedContainer .button-link, .gettingStartedContainer .monaco-button', { hasText: 'Open the example' }).first().click();
  await bench.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
  await bench.problemsUntil((rows) => rows.some((row) => row.includes('P102')), 'the example has no findings');
  await bench.revertAndClose('Untitled-1');
});

test('Check All Reports lists the findings of files that are not open', async () => {
  cpSync(join(NB_ROOT, 'examples/report-2023-wrong.md'), join(folder, '另一份.md'));
  await bench.command('Check All Reports of the Folder');
  await bench.page.locator('.notifications-toasts', { hasText: '2 reports checked' }).first().waitFor();
  const rows = await bench.problemsUntil((now) => now.some((row) => row.includes('另一份.md')), 'nothing was added');
  assert.equal(new Set(rows).size, rows.length, 'each finding once');
  await bench.shot('workspace');
});

test('a light theme', async () => {
  await rewrite(readFileSync(join(NB_ROOT, 'examples/report-2023-wrong.md'), 'utf8'));
  await bench.command('Preferences: Toggle between Light/Dark Themes');
  await bench.page.locator('.monaco-workbench.vs').waitFor();
  await bench.problemsUntil((rows) => rows.some((row) => row.includes('T103')), 'the mistakes are not back');
  await bench.shot('problems-light');
  await bench.command('Open the Report View');
  view = await bench.webview('应为9');
  const background = await view.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  assert.ok(background.match(/\d+/g).slice(0, 3).every((part) => Number(part) > 200), `light: ${background}`);
  await bench.open(NAME);
  await bench.command('Notifications: Clear All Notifications');
  await bench.press('Control+J', 'Control+B');
  await bench.goTo(lineOf('一、本年新收政府信息公开申请数量'));
  await view.locator('td.wrong').evaluate((cell) => cell.scrollIntoView({ block: 'center' }));
  await bench.page.mouse.move(2, 400);
  await sleep(500);
  await bench.shot('view-light');
});
