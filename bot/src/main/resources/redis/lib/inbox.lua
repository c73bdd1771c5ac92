-- Taking an incoming message in, once.

local SEEN_KEPT = 72 * 3600

--- @param seen    set {pN}:u:<source>… of ids seen lately
-- @param inbox   stream {pN}:in
-- @param id      the message's id in `seen`
-- @param message JSON text of the IncomingMessage
-- @param most    entries the stream may hold
-- @return the outcome, and the stream id if it is 'accepted'
local function accept(seen, inbox, id, message, most)
  if redis.call('SISMEMBER', seen, id) == 1 then
    return 'repeat'
  end
  if redis.call('XLEN', inbox) >= tonumber(most) then
    return 'full'
  end
  redis.call('SADD', seen, id)
  redis.call('EXPIRE', seen, SEEN_KEPT)
  local entry = redis.call('XADD', inbox, '*', 'message', message)
  wake(inbox)
  return 'accepted', entry
end
