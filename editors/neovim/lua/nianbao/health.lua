-- :checkhealth nianbao

local nianbao = require('nianbao')
local clients = require('nianbao.client')

local M = {}

-- 0.10 has vim.health.start; before that it is report_start, and before 0.9 in the module `health`.
local function reporter()
  local health = vim.health or require('health')
  return {
    start = health.start or health.report_start,
    ok = health.ok or health.report_ok,
    info = health.info or health.report_info,
    warn = health.warn or health.report_warn,
    error = health.error or health.report_error,
  }
end

local function check_program(report)
  report.start('nianbao: program')
  local program = nianbao.program()
  if vim.fn.executable(program) == 0 then
    report.error(program .. ' is not in PATH', { 'Build it with ./dev build release', 'or set vim.g.nianbao = { cmd = { "/path/to/nianbao", "lsp" } }' })
    return
  end
  local version = vim.fn.systemlist({ program, '--version' })
  if vim.v.shell_error == 0 then
    report.ok(vim.fn.exepath(program) .. ': ' .. (version[1] or ''))
  else
    report.error(vim.fn.exepath(program) .. ' --version failed', version)
  end
end

local function check_editor(report)
  report.start('nianbao: editor')
  if vim.lsp.config then
    report.ok('started by vim.lsp.enable (lsp/nianbao.lua)')
  elseif vim.lsp.start then
    report.ok('started by vim.lsp.start')
  else
    report.ok('started by vim.lsp.start_client')
  end
  report.info('inlay hints: ' .. (vim.lsp.inlay_hint and 'yes' or 'from Neovim 0.10'))
end

local function check_clients(report)
  report.start('nianbao: servers running')
  local running = clients.clients()
  if #running == 0 then
    report.info('none; one is started when a report is opened')
  end
  for _, client in ipairs(running) do
    local info = client.server_info or {}
    report.ok(string.format(
      'id %d, version %s, folder %s, positions in %s',
      client.id,
      info.version or '?',
      client.config.root_dir or '-',
      client.offset_encoding or 'utf-16'
    ))
  end
end

function M.check()
  local report = reporter()
  check_program(report)
  check_editor(report)
  check_clients(report)
end

return M
