#!lua
-- park: counts the failures of an accepted message, and after too many of them puts it aside so that it no longer
-- blocks the others. Nothing is thrown away: people look at what is parked.
--
-- KEYS[1] stream {pN}:in
-- KEYS[2] hash   {pN}:tries   stream id → failures so far
-- KEYS[3] stream {pN}:parked
-- ARGV[1] stream id
-- ARGV[2] failures after which it is parked
-- ARGV[3] why it failed, for the operator; no text of the citizen's
--
-- Answers {'again', failures} · {'parked'} · {'gone'}: it is no longer there

local entry = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])
if #entry == 0 then
  redis.call('HDEL', KEYS[2], ARGV[1])
  return {'gone'}
end
local failures = redis.call('HINCRBY', KEYS[2], ARGV[1], 1)
if failures < tonumber(ARGV[2]) then
  return {'again', failures}
end
redis.call('XADD', KEYS[3], '*', 'message', entry[1][2][2], 'why', ARGV[3])
redis.call('XDEL', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
return {'parked'}
