#!lua
-- apply: one turn of a dialogue. Consumes its cause (an accepted message, or a timer that ran out) and carries out all
-- its effects, all or nothing. A cause that is gone was applied before: nothing happens then.
--
-- KEYS[1] hash   {pN}:lease              owner of the cell
-- KEYS[2] stream {pN}:in                 accepted messages
-- KEYS[3] zset   {pN}:timers             conversations by when their pending topic goes to people, ms
-- KEYS[4] hash   {pN}:c:<conversation>   its state and version
-- KEYS[5] zset   {pN}:cq:<conversation>  the citizen's questions by time of receipt
-- KEYS[6] hash   {pN}:r:<conversation>   the channel's message id → question number
-- KEYS[7] stream {pN}:ev                 change feed
-- KEYS[8] zset   {pN}:out:due            conversations with something to deliver
-- KEYS[9] list   {pN}:o:<conversation>   its outbox
-- KEYS[10] hash  {pN}:n:<day>            counters
-- KEYS[11…]      questions, queues and messages, named by their index in ARGV[1]
-- ARGV[1] JSON {token, cause: {message: stream id} | {timer: ms}, conversation, version, state: JSON text,
--         timer: ms from now on Redis' clock | 0: none | -1: as it is,
--         questions: [{key, number, version (0: new), set: {field: value}, entry: JSON text, from: [keys], to: [keys],
--                      score, receivedAt, event: JSON text}],
--         messages: [{key, id, payload}], bind: {message id: number}, count: {field: by}}
--
-- Answers {'applied'} · {'gone'}: applied before · {'moved'}: conversation or question changed since it was read
-- · {'taken', number}: a new question's number is already in use · {'fenced'}: the cell has another owner

-- @include cell

local change = cjson.decode(ARGV[1])
local lease, inbox, timers, conversation, questions, bound, feed, due, outbox, counters =
    KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10]

local function keys(indexes)
  local names = {}
  for i, index in ipairs(indexes or {}) do
    names[i] = KEYS[index]
  end
  return names
end

if not holds(lease, change.token) then
  return {'fenced'}
end
if change.cause.message then
  if #redis.call('XRANGE', inbox, change.cause.message, change.cause.message) == 0 then
    return {'gone'}
  end
elseif tonumber(redis.call('ZSCORE', timers, change.conversation) or -1) ~= change.cause.timer then
  return {'gone'}
end
if tonumber(redis.call('HGET', conversation, 'version') or 0) ~= change.version then
  return {'moved'}
end
for _, question in ipairs(change.questions) do
  local version = tonumber(redis.call('HGET', KEYS[question.key], 'version') or 0)
  if question.version == 0 and version ~= 0 then
    return {'taken', question.number}
  end
  if version ~= question.version then
    return {'moved'}
  end
end

if change.cause.message then
  redis.call('XDEL', inbox, change.cause.message)
end
if change.timer > 0 then
  redis.call('ZADD', timers, now() + change.timer, change.conversation)
elseif change.timer == 0 then
  redis.call('ZREM', timers, change.conversation)
end
redis.call('HSET', conversation, 'version', change.version + 1, 'state', change.state)
for _, question in ipairs(change.questions) do
  local key = KEYS[question.key]
  redis.call('HSET', key, 'version', question.version + 1)
  for name, value in pairs(question.set) do
    redis.call('HSET', key, name, value)
  end
  record(key, question.entry)
  requeue(question.number, keys(question.from), keys(question.to), question.score)
  if question.version == 0 then
    redis.call('ZADD', questions, question.receivedAt, question.number)
  end
  emit(feed, question.event)
end
for id, number in pairs(change.bind) do
  redis.call('HSET', bound, id, number)
end
for _, message in ipairs(change.messages) do
  enqueue(due, outbox, KEYS[message.key], conversation, change.conversation, message.id, message.payload)
end
count(counters, change.count)
if #change.messages > 0 then
  wake(lease)
end
return {'applied'}
