#!lua
-- show: puts a message into a web chat's history, once, and tells the pages that are open on it.
--
-- KEYS[1] stream {pN}:w:<conversation>   the history
-- KEYS[2] set    {pN}:wi:<conversation>  ids that are in it
-- ARGV[1] conversation · ARGV[2] id · ARGV[3] JSON text of a ChatLine · ARGV[4] days the history is kept unread
--
-- Answers {'shown', stream id} · {'repeat'}

local KEPT = tonumber(ARGV[4]) * 24 * 3600

if redis.call('SISMEMBER', KEYS[2], ARGV[2]) == 1 then
  return {'repeat'}
end
redis.call('SADD', KEYS[2], ARGV[2])
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', 1000, '*', 'line', ARGV[3])
redis.call('EXPIRE', KEYS[1], KEPT)
redis.call('EXPIRE', KEYS[2], KEPT)
redis.call('PUBLISH', 'jauap:chats', ARGV[1])
return {'shown', id}
