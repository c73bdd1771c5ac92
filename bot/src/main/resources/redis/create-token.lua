#!lua
-- create-token: keeps a bearer token's description under the token's hash; its name is nobody else's.
--
-- KEYS[1] hash {accounts}:tokens       SHA-256 of a token → JSON of its description
-- KEYS[2] hash {accounts}:token-names  name → SHA-256
-- ARGV[1] SHA-256 of the token · ARGV[2] name · ARGV[3] JSON text of the description
--
-- Answers {'created'} · {'taken'}: another token has this name

local holder = redis.call('HGET', KEYS[2], ARGV[2])
if holder and holder ~= ARGV[1] then
  return {'taken'}
end
redis.call('HSET', KEYS[2], ARGV[2], ARGV[1])
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return {'created'}
