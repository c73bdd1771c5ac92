#!lua
-- rate: the token bucket that all instances draw from before they send; bulk leaves a reserve for replies.
--
-- KEYS[1] hash {rl:<channel>}  tokens, at (ms), pausedUntil (ms)
-- ARGV[1] tokens a second · ARGV[2] most tokens the bucket holds · ARGV[3] tokens that must stay behind
-- ARGV[4] tokens wanted: 1, or 0 to only look
--
-- Answers {'go'} · {'wait', ms}

-- @include cell

local perSecond, capacity, reserve, wanted =
    tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local at = now()
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at', 'pausedUntil')
local paused = tonumber(bucket[3] or 0)
if paused > at then
  return {'wait', paused - at}
end
local tokens = math.min(capacity, tonumber(bucket[1] or capacity) + (at - tonumber(bucket[2] or at)) * perSecond / 1000)
if tokens - wanted < reserve then
  return {'wait', math.max(1, math.ceil((reserve + wanted - tokens) * 1000 / perSecond))}
end
redis.call('HSET', KEYS[1], 'tokens', tokens - wanted, 'at', at)
return {'go'}
