-- What the commands of plugin/nianbao.lua do.

local nianbao = require('nianbao')
local clients = require('nianbao.client')

local M = {}

local function say(text, level)
  vim.notify('nianbao: ' .. text, level or vim.log.levels.INFO)
end

-- Runs the program; its output as lines, or nil after its own message was shown.
local function run(arguments)
  local command = vim.list_extend({ nianbao.program() }, arguments)
  if vim.fn.executable(command[1]) == 0 then
    say(command[1] .. ' is not in PATH', vim.log.levels.ERROR)
    return nil
  end
  local lines = vim.fn.systemlist(command)
  if vim.v.shell_error ~= 0 then
    say(table.concat(lines, '\n'), vim.log.levels.ERROR)
    return nil
  end
  return lines
end

-- A scratch window below, closed by q.
local function show(name, lines)
  vim.cmd('botright new')
  local bufnr = vim.api.nvim_get_current_buf()
  vim.bo[bufnr].buftype = 'nofile'
  vim.bo[bufnr].bufhidden = 'wipe'
  vim.bo[bufnr].swapfile = false
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, lines)
  vim.bo[bufnr].filetype = 'markdown'
  vim.bo[bufnr].modifiable = false
  pcall(vim.api.nvim_buf_set_name, bufnr, name)
  vim.api.nvim_win_set_height(0, math.min(#lines + 1, math.floor(vim.o.lines / 2)))
  vim.keymap.set('n', 'q', '<cmd>close<cr>', { buffer = bufnr })
end

-- The codes of our findings on the cursor's line.
local function codes_here()
  local codes = {}
  local line = vim.api.nvim_win_get_cursor(0)[1] - 1
  for _, found in ipairs(vim.diagnostic.get(0, { lnum = line })) do
    -- 0.7 keeps the code under user_data only.
    local code = found.code or vim.tbl_get(found, 'user_data', 'lsp', 'code')
    if found.source == 'nianbao' and code and not vim.tbl_contains(codes, code) then
      table.insert(codes, code)
    end
  end
  return codes
end

function M.explain(code)
  local codes = code ~= '' and { code } or codes_here()
  if #codes == 0 then
    say('no finding on this line; :NianbaoExplain CODE names a rule')
    return
  end
  local text = {}
  for _, each in ipairs(codes) do
    local lines = run({ 'explain', each })
    if not lines then
      return
    end
    vim.list_extend(text, #text > 0 and { '', '' } or {})
    vim.list_extend(text, lines)
  end
  show('nianbao://' .. table.concat(codes, '+'), text)
end

-- Applies the server's source.fixAll: the safe repairs, none of which changes a figure.
function M.fix_all()
  local bufnr = vim.api.nvim_get_current_buf()
  local client = clients.clients(bufnr)[1]
  if not client then
    say('the server does not run for this buffer')
    return
  end
  local last = vim.api.nvim_buf_line_count(bufnr)
  local actions, failure = clients.request_sync(client, 'textDocument/codeAction', {
    textDocument = { uri = vim.uri_from_bufnr(bufnr) },
    range = { start = { line = 0, character = 0 }, ['end'] = { line = last, character = 0 } },
    context = { diagnostics = {}, only = { 'source.fixAll' } },
  }, bufnr)
  if failure then
    say(failure, vim.log.levels.ERROR)
    return
  end
  local count = 0
  for _, action in ipairs(actions or {}) do
    -- Where the editor allows it the server makes the edit only when it is asked for.
    if not action.edit then
      action = clients.request_sync(client, 'codeAction/resolve', action, bufnr) or action
    end
    if action.edit then
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      count = count + 1
    end
  end
  if count == 0 then
    say('nothing that can be repaired safely')
  end
end

-- A name for the file that :write makes; nothing is written before.
local function name_for(year, body)
  local name = body .. year .. '年政府信息公开工作年度报告.md'
  return (name:gsub('[/\\%c]', ''))
end

-- :NianbaoNew [YEAR [BODY]]: an empty report in the form of that year, in a buffer of its own.
function M.new(arguments)
  local year, body = arguments:match('^(%S*)%s*(.-)%s*$')
  if year == '' then
    year = vim.fn.input('报告年度 / year: ', tostring(tonumber(os.date('%Y')) - 1))
    body = vim.fn.input('编制机关 / name of the body: ')
  end
  if not year:match('^%d%d%d%d$') then
    say('a year has four digits', vim.log.levels.ERROR)
    return
  end
  local command = { 'template', '--year', year }
  if body ~= '' then
    vim.list_extend(command, { '--body', body })
  end
  local lines = run(command)
  if not lines then
    return
  end
  vim.cmd('enew')
  local bufnr = vim.api.nvim_get_current_buf()
  pcall(vim.api.nvim_buf_set_name, bufnr, name_for(year, body))
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, lines)
  vim.bo[bufnr].filetype = 'markdown'
  clients.attach_if_wanted(bufnr)
end

return M
