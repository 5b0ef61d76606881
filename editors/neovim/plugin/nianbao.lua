-- Starts the server for reports and defines the commands. Nothing is loaded before a buffer of
-- one of the filetypes is opened.

if vim.g.loaded_nianbao then
  return
end
vim.g.loaded_nianbao = true

local group = vim.api.nvim_create_augroup('nianbao', { clear = true })

local function attach(event)
  require('nianbao.client').attach_if_wanted(event.buf)
end

local native = vim.lsp.enable ~= nil and vim.lsp.config ~= nil
if native and (vim.g.nianbao or {}).enabled ~= false then
  vim.lsp.enable('nianbao')
end
if not native then
  vim.api.nvim_create_autocmd('FileType', { group = group, callback = attach })
end
-- A buffer may become a report while it is written.
vim.api.nvim_create_autocmd({ 'InsertLeave', 'BufWritePost' }, { group = group, callback = attach })

-- Before 0.8 there is no such event; there is nothing to switch on either.
if vim.fn.exists('##LspAttach') == 1 then
  vim.api.nvim_create_autocmd('LspAttach', {
    group = group,
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == 'nianbao' then
        require('nianbao.client').on_attach(client, event.buf)
      end
    end,
  })
end

local function command(name, run, options)
  vim.api.nvim_create_user_command(name, run, options)
end

command('NianbaoRestart', function()
  require('nianbao.client').restart()
end, { desc = 'Restart the nianbao server' })

command('NianbaoFixAll', function()
  require('nianbao.commands').fix_all()
end, { desc = 'Apply the safe repairs in this report' })

command('NianbaoNew', function(call)
  require('nianbao.commands').new(call.args)
end, { nargs = '*', desc = 'A new report in the form of a year' })

command('NianbaoExplain', function(call)
  require('nianbao.commands').explain(call.args)
end, { nargs = '?', desc = 'Explain a rule, or the finding under the cursor' })
