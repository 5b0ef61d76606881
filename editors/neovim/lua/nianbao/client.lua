-- Starting, finding and stopping the server, in Neovim 0.7 to 0.12. Each API is asked for, not the
-- version: vim.lsp.config (0.11), vim.lsp.start (0.8), vim.lsp.start_client (0.7).

local nianbao = require('nianbao')

local M = {}

-- The nearest folder upwards that holds a marker, else the file's own.
local function root_of(bufnr)
  local name = vim.api.nvim_buf_get_name(bufnr)
  local start = name ~= '' and vim.fn.fnamemodify(name, ':p:h') or vim.fn.getcwd()
  for _, marker in ipairs(nianbao.options().root_markers) do
    local folder = start
    while true do
      if vim.loop.fs_stat(folder .. '/' .. marker) then
        return folder
      end
      local parent = vim.fn.fnamemodify(folder, ':h')
      if parent == folder then
        break
      end
      folder = parent
    end
  end
  return start
end

local function before_init(params)
  local language = nianbao.options().language
  if language then
    params.locale = language
  end
end

function M.config(bufnr)
  return {
    name = 'nianbao',
    cmd = nianbao.options().cmd,
    root_dir = root_of(bufnr),
    before_init = before_init,
  }
end

-- lsp/nianbao.lua: the same for vim.lsp.config, which finds the root itself and asks again for each
-- buffer whether the server belongs to it.
function M.native_config()
  local options = nianbao.options()
  return {
    cmd = options.cmd,
    filetypes = options.filetypes,
    before_init = before_init,
    root_dir = function(bufnr, on_dir)
      if nianbao.wants(bufnr) then
        on_dir(root_of(bufnr))
      end
    end,
  }
end

-- The clients of this server, all of them or those of a buffer.
function M.clients(bufnr)
  local found = {}
  local all
  if vim.lsp.get_clients then
    all = vim.lsp.get_clients({ name = 'nianbao', bufnr = bufnr })
  elseif bufnr then
    all = vim.tbl_values(vim.lsp.buf_get_clients(bufnr))
  else
    all = vim.lsp.get_active_clients()
  end
  for _, client in ipairs(all) do
    if client.name == 'nianbao' then
      table.insert(found, client)
    end
  end
  return found
end

local function start_0_7(bufnr, config)
  for _, client in ipairs(M.clients()) do
    if client.config.root_dir == config.root_dir and not client.is_stopped() then
      vim.lsp.buf_attach_client(bufnr, client.id)
      return client.id
    end
  end
  local id = vim.lsp.start_client(config)
  if id then
    vim.lsp.buf_attach_client(bufnr, id)
  end
  return id
end

-- Starts the server for a buffer, or attaches the one that runs for its folder.
function M.attach(bufnr)
  if #M.clients(bufnr) > 0 then
    return
  end
  local config = M.config(bufnr)
  if vim.fn.executable(config.cmd[1]) == 0 then
    vim.notify_once('nianbao: ' .. config.cmd[1] .. ' is not in PATH; see :help nianbao-install', vim.log.levels.WARN)
    return
  end
  if vim.lsp.config then
    config = vim.tbl_extend('force', vim.lsp.config['nianbao'] or {}, { name = 'nianbao', root_dir = config.root_dir })
  end
  if vim.lsp.start then
    return vim.lsp.start(config, { bufnr = bufnr })
  end
  return start_0_7(bufnr, config)
end

function M.attach_if_wanted(bufnr)
  if vim.api.nvim_buf_is_loaded(bufnr) and nianbao.options().enabled and nianbao.wants(bufnr) then
    M.attach(bufnr)
  end
end

local function stop(client)
  if vim.fn.has('nvim-0.11') == 1 then
    client:stop()
  else
    client.stop()
  end
end

-- Stops all, waits for the end, and starts again for every report that is open.
function M.restart()
  local clients = M.clients()
  for _, client in ipairs(clients) do
    stop(client)
  end
  vim.wait(3000, function()
    return #M.clients() == 0
  end, 20)
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    M.attach_if_wanted(bufnr)
  end
end

-- A request answered before going on; nil and a reason on failure.
function M.request_sync(client, method, params, bufnr)
  local answer, failure
  if vim.fn.has('nvim-0.11') == 1 then
    answer, failure = client:request_sync(method, params, 5000, bufnr)
  else
    answer, failure = client.request_sync(method, params, 5000, bufnr)
  end
  if not answer then
    return nil, failure or 'no answer'
  end
  if answer.err then
    return nil, answer.err.message
  end
  return answer.result
end

-- Switches on what this Neovim has: inlay hints (0.10), code lenses that show themselves (0.12),
-- code lenses refreshed by us (0.8).
function M.on_attach(client, bufnr)
  local options = nianbao.options()
  local can = client.server_capabilities or {}
  if options.inlay_hints and can.inlayHintProvider and vim.lsp.inlay_hint then
    vim.lsp.inlay_hint.enable(true, { bufnr = bufnr })
  end
  if not (options.code_lens and can.codeLensProvider and vim.lsp.codelens) then
    return
  end
  if vim.lsp.codelens.enable then
    vim.lsp.codelens.enable(true, { bufnr = bufnr })
    return
  end
  vim.api.nvim_create_autocmd({ 'BufEnter', 'InsertLeave', 'TextChanged' }, {
    buffer = bufnr,
    group = vim.api.nvim_create_augroup('nianbao_lens_' .. bufnr, { clear = true }),
    callback = function()
      vim.lsp.codelens.refresh({ bufnr = bufnr })
    end,
  })
  vim.lsp.codelens.refresh({ bufnr = bufnr })
end

return M
