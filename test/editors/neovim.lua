-- Uses a report as a user of Neovim would, and prints what there was to see as one line of JSON.
-- The configuration was read from init.lua before; the report is the current buffer.
local seen = { kinds = {} }

local function wait(what, condition)
  assert(vim.wait(15000, condition, 10), what .. ': waited in vain')
end

local ok, failure = xpcall(function()
  local buffer = vim.api.nvim_get_current_buf()
  for _, ending in ipairs({ 'nianbao', '年报' }) do
    vim.cmd('new x.' .. ending)
    seen.kinds[ending] = vim.bo.filetype
    vim.cmd('bwipeout!')
  end
  vim.api.nvim_set_current_buf(buffer)

  local function line(number)
    return vim.api.nvim_buf_get_lines(buffer, number, number + 1, true)[1]
  end
  local function find(words)
    for number, text in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, true)) do
      local at = text:find(words, 1, true)
      if at then return number, at - 1 end
    end
    error('not in the text: ' .. words)
  end
  local function codes()
    return vim.tbl_map(function(diagnostic)
      return diagnostic.user_data.lsp.code
    end, vim.diagnostic.get(buffer))
  end

  -- Diagnostics: columns are bytes here.
  wait('diagnostics', function() return #vim.diagnostic.get(buffer) >= 2 end)
  local function characters(diagnostic, column)
    return vim.str_utfindex(line(diagnostic.lnum), column)
  end
  seen.diagnostics = vim.tbl_map(function(diagnostic)
    return {
      line = diagnostic.lnum,
      start = characters(diagnostic, diagnostic.col),
      ['end'] = characters(diagnostic, diagnostic.end_col),
      code = diagnostic.user_data.lsp.code,
      message = diagnostic.message,
    }
  end, vim.diagnostic.get(buffer))

  local id, client = next(vim.lsp.buf_get_clients(buffer))
  local function ask(method, params)
    local answer = assert(vim.lsp.buf_request_sync(buffer, method, params, 15000))[id]
    assert(not answer.error, vim.inspect(answer.error))
    return answer.result
  end
  local function here()
    return vim.lsp.util.make_position_params(0, client.offset_encoding)
  end

  -- Completion: half a label is typed in the place of a row.
  local row = find('复议后起诉')
  local before = line(row - 1)
  vim.api.nvim_buf_set_lines(buffer, row - 1, row, true, { '|   复议' })
  vim.api.nvim_win_set_cursor(0, { row, 0 })
  vim.cmd('startinsert!')
  vim.api.nvim_win_set_cursor(0, { row, #'|   复议' })
  local answer = ask('textDocument/completion', here())
  local items = vim.lsp.util.text_document_completion_list_to_complete_items(answer, '复议')
  seen.completion = vim.tbl_map(function(item) return item.abbr end, items)
  local taken = items[1].user_data.nvim.lsp.completion_item
  vim.lsp.util.apply_text_edits({ taken.textEdit }, buffer, client.offset_encoding)
  seen.completed = line(row - 1)
  vim.cmd('stopinsert')
  vim.api.nvim_buf_set_lines(buffer, row - 1, row, true, { before })

  -- Hover, on a row's label.
  local hovered, column = find('1.属于国家秘密')
  vim.api.nvim_win_set_cursor(0, { hovered, column + 2 })
  local contents = ask('textDocument/hover', here()).contents
  seen.hover = table.concat(vim.lsp.util.convert_input_to_markdown_lines(contents), '\n')

  -- The first code action at the wrong total, as `vim.lsp.buf.code_action()` asks for it.
  local wrong = find('| 行政复议 |')
  vim.api.nvim_win_set_cursor(0, { wrong, #line(wrong - 1) - 3 })
  wait('the diagnostics again', function() return #codes() == 2 end)
  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer, wrong - 1) }
  local action = ask('textDocument/codeAction', params)[1]
  seen.action = action.title
  vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  wait('the diagnostic to go', function() return #codes() == 1 end)
  seen.left = codes()

  -- Neovim 0.8 gave it its new name.
  if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 15000 }) else vim.lsp.buf.formatting_sync({}, 15000) end
  seen.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n') .. '\n'

  vim.lsp.stop_client(id)
  wait('the server to stop', function() return client.is_stopped() end)
end, debug.traceback)

if not ok then seen.failed = failure end
io.stdout:write(vim.json.encode(seen) .. '\n')
io.stdout:flush()
vim.cmd('qall!')
