#!lua
-- set-aside: keeps an update that nobody could make sense of, once, so that it doesn't block the others and people can
-- look at it.
--
-- KEYS[1] set    {pN}:u:<source>:<id>>15>  ids seen lately
-- KEYS[2] stream {pN}:parked
-- ARGV[1] id in the set
-- ARGV[2] the update as it came, perhaps cut short
-- ARGV[3] why it could not be translated; no text of the citizen's
--
-- Answers {'parked'} · {'repeat'}: it came before

local SEEN_KEPT = 72 * 3600
local MOST_KEPT = 1000

if redis.call('SISMEMBER', KEYS[1], ARGV[1]) == 1 then
  return {'repeat'}
end
redis.call('SADD', KEYS[1], ARGV[1])
redis.call('EXPIRE', KEYS[1], SEEN_KEPT)
redis.call('XADD', KEYS[2], 'MAXLEN', '~', MOST_KEPT, '*', 'update', ARGV[2], 'why', ARGV[3])
return {'parked'}
