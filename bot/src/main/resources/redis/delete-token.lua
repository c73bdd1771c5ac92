#!lua
-- delete-token: takes a bearer token's right away and frees its name.
--
-- KEYS[1] hash {accounts}:tokens       SHA-256 of a token → JSON of its description
-- KEYS[2] hash {accounts}:token-names  name → SHA-256
-- ARGV[1] SHA-256 of the token · ARGV[2] name
--
-- Answers {'deleted'}, also when it was deleted before

redis.call('HDEL', KEYS[1], ARGV[1])
if redis.call('HGET', KEYS[2], ARGV[2]) == ARGV[1] then
  redis.call('HDEL', KEYS[2], ARGV[2])
end
return {'deleted'}
