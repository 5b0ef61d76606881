-- Settings and the question whether a buffer is a report. Everything else asks here.

local M = {}

local defaults = {
  -- The server. The first word is looked for in PATH.
  cmd = { 'nianbao', 'lsp' },
  filetypes = { 'markdown', 'html', 'text' },
  root_markers = { 'nianbao.json', '.nianbao.json', '.git' },
  -- 'zh' or 'en'; nil leaves the choice to the server (Chinese).
  language = nil,
  -- Attach only where the text is a report. false: to every buffer of the filetypes.
  reports_only = true,
  inlay_hints = true,
  code_lens = true,
  -- false: nothing is started; call vim.lsp.enable('nianbao') yourself.
  enabled = true,
}

-- What the titles and preambles of all eras have in common. Read from the first lines only: the
-- question is asked of every Markdown, HTML and text buffer.
local marks = { '政府信息公开工作年度报告', '政府信息公开年度报告', '政府信息公开工作报告', '政府信息公开条例' }
local LINES_READ = 200

-- vim.g.nianbao first, so that it works without any call; then setup(); then the defaults.
function M.options()
  return vim.tbl_extend('force', defaults, vim.g.nianbao or {}, M.given or {})
end

-- Not needed. For plugin managers that call setup(opts).
function M.setup(options)
  M.given = options or {}
end

function M.is_report(bufnr)
  local lines = vim.api.nvim_buf_get_lines(bufnr, 0, LINES_READ, false)
  -- Blanks inside the words are common in texts that come from PDF.
  local text = table.concat(lines):gsub('%s', ''):gsub('　', '')
  for _, mark in ipairs(marks) do
    if text:find(mark, 1, true) then
      return true
    end
  end
  return false
end

-- Whether the server belongs to this buffer.
function M.wants(bufnr)
  local options = M.options()
  if vim.bo[bufnr].buftype ~= '' or not vim.tbl_contains(options.filetypes, vim.bo[bufnr].filetype) then
    return false
  end
  return not options.reports_only or M.is_report(bufnr)
end

-- The program itself with other arguments, for its commands beside `lsp`.
function M.program()
  return M.options().cmd[1]
end

return M
