-- The user's steps in a real Neovim; run by run.sh. Prints TAP and leaves with 1 if a step failed.

local wait_ms = tonumber(vim.env.NB_WAIT)
local report_path = vim.env.NB_REPORT
io.stdout:setvbuf('no')
local steps, failed, publishes = 0, 0, 0

vim.o.swapfile = false
vim.o.hidden = true

local function step(name, good, detail)
  steps = steps + 1
  if not good then
    failed = failed + 1
  end
  io.stdout:write((good and 'ok ' or 'not ok ') .. steps .. ' - ' .. name .. '\n')
  if not good and detail then
    io.stdout:write('# ' .. tostring(detail):gsub('\n', '\n# ') .. '\n')
  end
end

local function finish()
  io.stdout:write(string.format('# %d passed, %d failed\n', steps - failed, failed))
  vim.cmd(failed == 0 and 'qall!' or 'cquit 1')
end

local publish = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(...)
  publishes = publishes + 1
  return publish(...)
end

local function found()
  return vim.tbl_filter(function(each)
    return each.source == 'nianbao'
  end, vim.diagnostic.get(0))
end

local function covered(each)
  return table.concat(vim.api.nvim_buf_get_text(0, each.lnum, each.col, each.end_lnum, each.end_col, {}), '\n')
end

local function listed()
  local lines = {}
  for _, each in ipairs(found()) do
    table.insert(lines, string.format('%d:%d [%s] %s', each.lnum + 1, each.col + 1, covered(each), each.message))
  end
  return #lines > 0 and table.concat(lines, '\n') or 'no diagnostics'
end

-- The first error whose message has every one of the words; waits for it.
local function error_with(...)
  local words, hit = { ... }, nil
  vim.wait(wait_ms, function()
    for _, each in ipairs(found()) do
      hit = each.severity == vim.diagnostic.severity.ERROR and each or nil
      for _, word in ipairs(words) do
        hit = hit and each.message:find(word, 1, true) and hit
      end
      if hit then
        return true
      end
    end
    return false
  end, 10)
  return hit
end

local function clean()
  return vim.wait(wait_ms, function()
    return #found() == 0
  end, 10)
end

local function line_of(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    if line:find(text, 1, true) then
      return number
    end
  end
end

-- What the command line says of a file, as text.
local function on_disk(path)
  return table.concat(vim.fn.systemlist({ vim.env.NB_REAL_PROGRAM, 'check', '--lang', 'zh', path }), '\n')
end

-- As a user does: cursor on the finding, the list of actions, the first one that fits.
local function choose_action(at, word)
  local titles = {}
  local done = false
  vim.ui.select = function(items, options, choice)
    for _, item in ipairs(items) do
      local text = options.format_item and options.format_item(item) or tostring(item)
      table.insert(titles, text)
      if not done and text:find(word, 1, true) then
        done = true
        choice(item, 1)
      end
    end
  end
  vim.api.nvim_win_set_cursor(0, { at.lnum + 1, at.col })
  vim.lsp.buf.code_action()
  vim.wait(wait_ms, function()
    return done
  end, 10)
  return done, table.concat(titles, ' / ')
end

local function open_report()
  vim.cmd('edit ' .. vim.fn.fnameescape(report_path))
  local attached = vim.wait(wait_ms, function()
    return #require('nianbao.client').clients(0) > 0
  end, 10)
  step('the server is attached to a report in a path with Chinese and blanks', attached)
  step('it publishes for the report', vim.wait(wait_ms, function()
    return publishes > 0
  end, 10))
  step('a consistent report has no findings', #found() == 0, listed())
end

local function leave_others_alone()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.fn.fnamemodify(report_path, ':h') .. '/清单.md'))
  vim.wait(100)
  step('a Markdown file that is no report is left alone', #require('nianbao.client').clients(0) == 0)
  vim.cmd('buffer #')
end

local function delete_a_section()
  local before = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  local first = line_of('## 六、')
  vim.api.nvim_buf_set_lines(0, first - 1, first + 3, false, {})
  local missing = error_with('其他需要报告的事项')
  step('a deleted section is missed', missing, listed())
  if not missing then
    return
  end
  local done, titles = choose_action(missing, '其他需要报告的事项')
  step('its code action is offered', done, titles)
  step('the code action puts the section back', vim.wait(wait_ms, function()
    return line_of('六、其他需要报告的事项') ~= nil
  end, 10))
  local gone = vim.wait(wait_ms, function()
    return not vim.tbl_contains(vim.tbl_map(function(each)
      return each.severity
    end, found()), vim.diagnostic.severity.ERROR)
  end, 10)
  step('and the finding is gone', gone, listed())
  vim.cmd('silent write')
  local said = on_disk(report_path)
  step('saved, it is gone for the command line as well', not said:find('S101', 1, true), said)
  vim.api.nvim_buf_set_lines(0, 0, -1, false, before)
  vim.cmd('silent write')
end

-- The folder of the report has a nianbao.json.
local function configuration()
  vim.cmd([[silent %s/2023年12月31日止/2022年12月31日止/]])
  local softer = vim.wait(wait_ms, function()
    for _, each in ipairs(found()) do
      if each.severity == vim.diagnostic.severity.WARN and each.message:find('2022', 1, true) then
        return true
      end
    end
    return false
  end, 10)
  step('a severity set in nianbao.json holds', softer, listed())
  vim.cmd('silent edit!')
end

-- Without the file the rule is its own again; Neovim 0.7 watches no files, a saved one is told.
local function no_configuration()
  local path = vim.fn.fnamemodify(report_path, ':h') .. '/nianbao.json'
  vim.fn.writefile({ '{}' }, path)
  vim.cmd('NianbaoRestart')
  vim.wait(wait_ms, function()
    return #require('nianbao.client').clients(0) > 0
  end, 10)
end

local function fix_all()
  vim.cmd([[silent %s/办结12件，/办结12件,/]])
  local marked = vim.wait(wait_ms, function()
    return listed():find('[,]', 1, true)
  end, 10)
  step('a half-width comma is marked', marked, listed())
  vim.cmd('NianbaoFixAll')
  step(':NianbaoFixAll repairs it', line_of('办结12件，') and clean(), listed())
  vim.cmd('silent edit!')
end

local function new_report()
  vim.cmd('NianbaoNew 2024 虚构县 档案局')
  step(':NianbaoNew writes the report of that year and body', line_of('虚构县 档案局2024年政府信息公开工作年度报告'),
    table.concat(vim.api.nvim_buf_get_lines(0, 0, 3, false), '\n'))
  step('with its tables', line_of('一、本年新收政府信息公开申请数量'))
  step('which is checked at once: what is to be filled in is marked', vim.wait(wait_ms, function()
    return #found() > 0
  end, 10), listed())
  vim.cmd('bwipeout!')
  local questions, asked = vim.fn.input, {}
  vim.fn.input = function(question)
    table.insert(asked, question)
    return #asked == 1 and '2020' or '示例区文化局'
  end
  vim.cmd('NianbaoNew')
  vim.fn.input = questions
  step('without arguments it asks for year and body', #asked == 2 and line_of('示例区文化局2020年'), table.concat(asked, '/'))
  vim.cmd('bwipeout!')
end

-- What Neovim 0.11 takes from lsp/nianbao.lua, as far as an older one can tell.
local function native()
  local config = dofile(vim.env.NB_ROOT .. '/editors/neovim/lsp/nianbao.lua')
  step('lsp/nianbao.lua names the command and the filetypes', config.cmd[2] == 'lsp' and vim.tbl_contains(config.filetypes, 'markdown'))
  local roots = {}
  config.root_dir(0, function(folder)
    table.insert(roots, folder)
  end)
  step('its root is the folder of nianbao.json', roots[1] == vim.fn.fnamemodify(report_path, ':h'), vim.inspect(roots))
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.fn.fnamemodify(report_path, ':h') .. '/清单.md'))
  config.root_dir(0, function(folder)
    table.insert(roots, folder)
  end)
  step('it starts nothing for another text', #roots == 1, vim.inspect(roots))
  vim.cmd('buffer #')
end

local function change_a_figure()
  local number = line_of('一、本年新收政府信息公开申请数量')
  local line = vim.api.nvim_buf_get_lines(0, number - 1, number, false)[1]
  vim.api.nvim_win_set_cursor(0, { number, (line:find('| 9 |', 1, true)) + 1 })
  -- A script's changes are undone together unless they are parted.
  vim.cmd('let &undolevels = &undolevels')
  vim.cmd('normal! r8')
  local sum = error_with('11', '12')
  step('a changed figure breaks the sum of its row, both figures in the message', sum, listed())
  vim.cmd('silent undo')
  step('undone, the finding is gone', clean(), listed())
end

local function change_the_year()
  vim.cmd([[silent %s/2023年12月31日止/2022年12月31日止/]])
  local wrong = error_with('2022')
  step('a wrong year in the period is found', wrong, listed())
  if wrong then
    step('on the right text', covered(wrong):find('2022', 1, true), covered(wrong))
    local done, titles = choose_action(wrong, '2023')
    step('the code action for the period is offered', done, titles)
    step('it repairs the period', clean(), listed())
    step('in the text', line_of('2023年12月31日') ~= nil)
  end
  vim.cmd('silent edit!')
end

local function commands()
  vim.cmd([[silent %s/2023年12月31日止/2022年12月31日止/]])
  local wrong = error_with('2022')
  if wrong then
    vim.api.nvim_win_set_cursor(0, { wrong.lnum + 1, wrong.col })
    vim.cmd('NianbaoExplain')
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
    step(':NianbaoExplain explains the finding under the cursor', vim.bo.buftype == 'nofile' and #text > 100, text)
    vim.cmd('close')
  end
  local before = require('nianbao.client').clients(0)[1]
  vim.cmd('NianbaoRestart')
  local after
  vim.wait(wait_ms, function()
    after = require('nianbao.client').clients(0)[1]
    return after ~= nil
  end, 10)
  step(':NianbaoRestart starts another server', before and after and before.id ~= after.id)
  step('which finds the same', error_with('2022'), listed())
  vim.cmd('silent edit!')
  vim.cmd('checkhealth nianbao')
  local health = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  step(':checkhealth names the program and the running server', health:find('OK:? .*nianbao: nianbao') and health:find('OK:? id %d+'), health)
  vim.cmd('bwipeout!')
end

local ok, failure = xpcall(function()
  open_report()
  leave_others_alone()
  delete_a_section()
  change_a_figure()
  configuration()
  fix_all()
  no_configuration()
  change_the_year()
  new_report()
  native()
  commands()
end, debug.traceback)
if not ok then
  step('the suite runs to its end', false, failure)
end
finish()
