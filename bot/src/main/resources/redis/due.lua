#!lua
-- due: which members of a set of times have come, on Redis' clock.
--
-- KEYS[1] zset  member → when, ms
-- ARGV[1] most members wanted
--
-- Answers {'due', ms until the next one that has not come yet (-1: none), member, when, member, when …}

-- @include cell

local at = now()
local come = redis.call('ZRANGEBYSCORE', KEYS[1], 0, at, 'WITHSCORES', 'LIMIT', 0, tonumber(ARGV[1]))
local next_ = redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. at, '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
local answer = {'due', next_[2] and (tonumber(next_[2]) - at) or -1}
for i = 1, #come do
  answer[i + 2] = come[i]
end
return answer
