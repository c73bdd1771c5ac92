#!lua
-- done: what became of a message. Removes it from its conversation's outbox, or puts it back to be tried later, and
-- tells the question it is about.
--
-- KEYS[1] zset   {pN}:out:due
-- KEYS[2] list   {pN}:o:<conversation>
-- KEYS[3] hash   {pN}:m:<conversation>:<id>
-- KEYS[4] hash   {pN}:c:<conversation>
-- KEYS[5] hash   {pN}:r:<conversation>         the channel's message id → question number
-- KEYS[6] stream {pN}:ev
-- KEYS[7] hash   {pN}:q:<number>               (any key of the cell where it is about no question)
-- KEYS[8] hash   {pN}:m:<conversation>:<id>-r  its repetition (any key where it has none)
-- ARGV[1] JSON {conversation, id, token, outcome: delivered|later|failed|left|uncertain|repeat, messageId, number,
--         entry, delivery, reason, inMillis, restMillis, at, repetition: {id, payload}}
--         'repeat' is an uncertain outcome whose repetition takes its place at the head.
--
-- Answers {'done'} · {'gone'}: it is not the head any more, its outcome was told before

-- @include cell

local due, outbox, message, conversation, bound, feed, question, repetition =
    KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], KEYS[7], KEYS[8]
local result = cjson.decode(ARGV[1])
local at = now()

if redis.call('LINDEX', outbox, 0) ~= result.id or redis.call('HGET', message, 'token') ~= tostring(result.token) then
  return {'gone'}
end

if result.outcome == 'later' then
  redis.call('HSET', message, 'state', 'queued', 'reason', result.reason)
  redis.call('HINCRBY', message, 'tries', 1)
  redis.call('ZADD', due, at + result.inMillis, result.conversation)
  return {'done'}
end

redis.call('LPOP', outbox)
redis.call('DEL', message)
redis.call('HSET', conversation, 'restUntil', at + result.restMillis)
if result.outcome == 'left' then
  redis.call('HSET', conversation, 'left', at)
elseif result.outcome == 'delivered' then
  redis.call('HDEL', conversation, 'left')
elseif result.outcome == 'repeat' then
  redis.call('HSET', repetition, 'state', 'queued', 'payload', result.repetition.payload, 'queuedAt', at, 'tries', 0)
  redis.call('LPUSH', outbox, result.repetition.id)
end
if redis.call('LLEN', outbox) > 0 then
  redis.call('ZADD', due, at + result.restMillis, result.conversation)
else
  redis.call('ZREM', due, result.conversation)
end
if result.number then
  if result.messageId and result.messageId ~= '' then
    redis.call('HSET', bound, result.messageId, result.number)
  end
  local told = redis.call('HMGET', question, 'agency', 'status', 'assignee', 'version')
  if result.entry > 0 and result.delivery ~= '' and told[1] then
    redis.call('HSET', question, 'd' .. result.entry, result.delivery)
    emit(feed, cjson.encode({kind = 'delivery', number = result.number, agency = told[1], previousAgency = told[1],
        status = told[2], assignee = told[3], version = tonumber(told[4]), at = result.at}))
  end
end
return {'done'}
