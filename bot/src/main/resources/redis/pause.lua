#!lua
-- pause: the channel asked for silence (429); nobody sends until then. A shorter pause never cuts a longer one short.
--
-- KEYS[1] hash {rl:<channel>}
-- ARGV[1] how long, ms
--
-- Answers {'paused', until ms}

-- @include cell

local until_ = math.max(now() + tonumber(ARGV[1]), tonumber(redis.call('HGET', KEYS[1], 'pausedUntil') or 0))
redis.call('HSET', KEYS[1], 'pausedUntil', until_)
return {'paused', until_}
