-- What every script that changes a cell shares.

--- Redis' own time in milliseconds: the clocks of the instances don't matter.
local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

--- Whether the lease in `key` is still held with this fencing token.
local function holds(key, token)
  return redis.call('HGET', key, 'token') == tostring(token)
end

--- Tells the world what changed: durably in the cell's change feed, at once to whoever listens.
-- @param feed  stream {pN}:ev
-- @param event JSON text of a QuestionEvent
local function emit(feed, event)
  redis.call('XADD', feed, 'MAXLEN', '~', 20000, '*', 'event', event)
  redis.call('PUBLISH', 'jauap:events', event)
end

--- Wakes the instance that owns the cell, which otherwise looks by itself once a second.
-- @param cell the cell's number, read from a key's hash tag
local function wake(key)
  redis.call('PUBLISH', 'jauap:wake', string.match(key, '^{p(%d+)}'))
end

--- Puts a message at the end of its conversation's outbox; one that is there already stays as it is.
-- @param due          zset {pN}:out:due, conversations by when their head may go
-- @param outbox       list {pN}:o:<conversation>, message ids in order
-- @param key          hash {pN}:m:<conversation>:<id>, the message
-- @param conversation hash {pN}:c:<conversation>
-- @param name         the conversation's id
-- @param id, payload  the message's id and JSON text
local function enqueue(due, outbox, key, conversation, name, id, payload)
  if redis.call('EXISTS', key) == 1 then
    return
  end
  local at = now()
  redis.call('HSET', key, 'state', 'queued', 'payload', payload, 'queuedAt', at, 'tries', 0)
  if redis.call('RPUSH', outbox, id) == 1 then
    local rest = tonumber(redis.call('HGET', conversation, 'restUntil') or 0)
    redis.call('ZADD', due, math.max(at, rest), name)
  end
end

--- Adds to the day's counters, the source of all statistics.
-- @param key     hash {pN}:n:<day>
-- @param counted field → how many more
local function count(key, counted)
  for field, by in pairs(counted) do
    redis.call('HINCRBY', key, field, by)
  end
end

--- Appends an entry to a question's timeline; returns its number, from 1.
-- @param question hash {pN}:q:<number>
-- @param entry    JSON text
local function record(question, entry)
  local at = redis.call('HINCRBY', question, 'entries', 1)
  redis.call('HSET', question, 't' .. at, entry)
  return at
end

--- Moves a question between queues: its agency's and the one of all agencies.
-- @param from, to arrays {agency queue, all queue} of zset keys; either may be nil
-- @param score   most urgent first
local function requeue(number, from, to, score)
  for _, key in ipairs(from or {}) do
    redis.call('ZREM', key, number)
  end
  for _, key in ipairs(to or {}) do
    redis.call('ZADD', key, score, number)
  end
end
