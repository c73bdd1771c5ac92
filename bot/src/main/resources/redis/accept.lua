#!lua
-- accept: takes an incoming message in, once. Only after this may the outside world be told that it arrived.
--
-- KEYS[1] set    {pN}:u:<source>:<id>>15>  ids seen lately; integers stay an intset of 5 bytes each
-- KEYS[2] stream {pN}:in                   accepted, not yet applied
-- ARGV[1] id in the set
-- ARGV[2] JSON text of the IncomingMessage
-- ARGV[3] most entries the stream may hold
--
-- Answers {'accepted', stream id} · {'repeat'}: it came before · {'full'}: nothing was taken, come again later

-- @include cell

local SEEN_KEPT = 72 * 3600

if redis.call('SISMEMBER', KEYS[1], ARGV[1]) == 1 then
  return {'repeat'}
end
if redis.call('XLEN', KEYS[2]) >= tonumber(ARGV[3]) then
  return {'full'}
end
redis.call('SADD', KEYS[1], ARGV[1])
redis.call('EXPIRE', KEYS[1], SEEN_KEPT)
local id = redis.call('XADD', KEYS[2], '*', 'message', ARGV[2])
wake(KEYS[2])
return {'accepted', id}
