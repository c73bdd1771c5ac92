#!lua
-- take: reserves the head of a conversation's outbox for this owner of the cell. Only the head may go, so that a chat's
-- order holds. A head that somebody was just writing when they died is 'uncertain': nobody knows whether it went.
--
-- KEYS[1] hash {pN}:lease
-- KEYS[2] zset {pN}:out:due
-- KEYS[3] list {pN}:o:<conversation>
-- KEYS[4] hash {pN}:m:<conversation>:<id>
-- ARGV[1] fencing token · ARGV[2] conversation · ARGV[3] message id · ARGV[4] how long the reservation may take, ms
--
-- Answers {'reserved', payload, tries, queuedAt} · {'uncertain', payload} · {'gone'}: it is not the head (any more)
-- · {'fenced'}. That one owner takes a head only once at a time is the owner's business: it may have lost an answer.

-- @include cell

local lease, due, outbox, message = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local token, conversation, id = ARGV[1], ARGV[2], ARGV[3]

if not holds(lease, token) then
  return {'fenced'}
end
if redis.call('LINDEX', outbox, 0) ~= id then
  return {'gone'}
end
local head = redis.call('HMGET', message, 'state', 'token', 'payload', 'tries', 'queuedAt')
if head[1] == 'sending' then
  redis.call('HSET', message, 'token', token)
  return {'uncertain', head[3]}
end
redis.call('HSET', message, 'state', 'reserved', 'token', token)
redis.call('ZADD', due, now() + tonumber(ARGV[4]), conversation)
return {'reserved', head[3], tonumber(head[4]), tonumber(head[5])}
