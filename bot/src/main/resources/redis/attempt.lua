#!lua
-- attempt: counts somebody's attempt to sign in, unless there were too many before.
--
-- KEYS[1] string {signin}:<digest>   attempts for this name from this address, since the last success
-- KEYS[2] string {signin}:<address>  failures for any name from this address, within one pause
-- ARGV[1] most for the name · ARGV[2] most for the address · ARGV[3] how long to wait then, ms
--
-- Answers {'go'} · {'slow', ms}: how long to wait

for i, key in ipairs(KEYS) do
  if tonumber(redis.call('GET', key) or 0) >= tonumber(ARGV[i]) then
    return {'slow', redis.call('PTTL', key)}
  end
end
redis.call('INCR', KEYS[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
if redis.call('INCR', KEYS[2]) == 1 then
  redis.call('PEXPIRE', KEYS[2], ARGV[3])
end
return {'go'}
