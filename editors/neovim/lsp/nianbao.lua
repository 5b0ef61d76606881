---@brief
---
--- nianbao (年报): checks Chinese government annual reports on information disclosure.
---
--- For `vim.lsp.enable('nianbao')`, Neovim 0.11 and later. Settings: `:help nianbao-settings`.
return require('nianbao.client').native_config()
