#!lua
-- mark: the message's first byte is about to leave this process. From here on a crash leaves its outcome unknown.
--
-- KEYS[1] hash {pN}:lease
-- KEYS[2] hash {pN}:m:<conversation>:<id>
-- ARGV[1] fencing token
--
-- Answers {'sending'} · {'fenced'}: another owner has the cell, or the message is no longer reserved by this one

-- @include cell

if not holds(KEYS[1], ARGV[1]) then
  return {'fenced'}
end
local message = redis.call('HMGET', KEYS[2], 'state', 'token')
if message[2] ~= ARGV[1] or (message[1] ~= 'reserved' and message[1] ~= 'sending') then
  return {'fenced'}
end
redis.call('HSET', KEYS[2], 'state', 'sending')
return {'sending'}
