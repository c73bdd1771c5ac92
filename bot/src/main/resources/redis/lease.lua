#!lua
-- lease: takes or renews the ownership of something, on Redis' clock. Renewing keeps the fencing token; taking over
-- after the other's time ran out raises it, so that a former owner's late writes are refused.
--
-- KEYS[1] hash   owner, until (ms), token
-- ARGV[1] owner
-- ARGV[2] how long, ms; 0 gives it up
--
-- Answers {'held', token} · {'other', ms until it may be free} · {'released'}

-- @include cell

local lease = redis.call('HMGET', KEYS[1], 'owner', 'until')
local at, ttl = now(), tonumber(ARGV[2])
local mine = lease[1] == ARGV[1]
local free = not lease[1] or lease[1] == '' or tonumber(lease[2]) <= at

if ttl == 0 then
  if mine then
    redis.call('HSET', KEYS[1], 'owner', '', 'until', 0)
    redis.call('HINCRBY', KEYS[1], 'token', 1)
  end
  return {'released'}
end
if not mine and not free then
  return {'other', tonumber(lease[2]) - at}
end
if not mine or tonumber(lease[2]) <= at then
  redis.call('HINCRBY', KEYS[1], 'token', 1)
end
redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'until', at + ttl)
return {'held', tonumber(redis.call('HGET', KEYS[1], 'token'))}
