-- A web chat's history.

--- Appends a line, once, and tells the pages that are open on it.
-- @param history      stream {pN}:w:<conversation>
-- @param ids          set {pN}:wi:<conversation> of ids that are in it
-- @param conversation its id
-- @param id, line     the line's id and JSON text
-- @param days         how long the history is kept after its last line
-- @return whether it is new
local function show(history, ids, conversation, id, line, days)
  if redis.call('SADD', ids, id) == 0 then
    return false
  end
  redis.call('XADD', history, 'MAXLEN', '~', 1000, '*', 'line', line)
  redis.call('EXPIRE', history, tonumber(days) * 24 * 3600)
  redis.call('EXPIRE', ids, tonumber(days) * 24 * 3600)
  redis.call('PUBLISH', 'jauap:chats', conversation)
  return true
end
