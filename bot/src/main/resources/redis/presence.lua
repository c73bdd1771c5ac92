#!lua
-- presence: an instance says that it is there, and learns who else is.
--
-- KEYS[1] zset  instances by when they were last there, ms on Redis' clock
-- ARGV[1] instance
-- ARGV[2] how long without a word means gone, ms; 0: this instance leaves
--
-- Answers {'present', instance, instance …}, sorted

-- @include cell

local at = now()
if tonumber(ARGV[2]) == 0 then
  redis.call('ZREM', KEYS[1], ARGV[1])
else
  redis.call('ZADD', KEYS[1], at, ARGV[1])
  redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, at - tonumber(ARGV[2]))
end
local present = redis.call('ZRANGE', KEYS[1], 0, -1)
table.sort(present)
table.insert(present, 1, 'present')
return present
