#!lua
-- signed-in: the attempt counted last was none of a stranger's.
--
-- KEYS[1] string {signin}:<digest>   attempts for this name from this address, since the last success
-- KEYS[2] string {signin}:<address>  failures for any name from this address, within one pause
--
-- Answers {'counted'} · {'repeat'}: it was taken back before

if redis.call('DEL', KEYS[1]) == 0 then
  return {'repeat'}
end
if tonumber(redis.call('GET', KEYS[2]) or 0) > 0 then
  redis.call('DECR', KEYS[2])
end
return {'counted'}
