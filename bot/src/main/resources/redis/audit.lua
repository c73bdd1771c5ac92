#!lua
-- audit: one more line of the audit trail.
--
-- KEYS[1] stream {audit}
-- KEYS[2] string {audit}:<id>  that this line is written, for as long as a client might send it again
-- ARGV[1] when · ARGV[2] who · ARGV[3] what · ARGV[4] number of the question
--
-- Answers {'written'} · {'repeat'}: it was written before

if not redis.call('SET', KEYS[2], '1', 'NX', 'EX', 60) then
  return {'repeat'}
end
redis.call('XADD', KEYS[1], '*', 'at', ARGV[1], 'who', ARGV[2], 'what', ARGV[3], 'number', ARGV[4])
return {'written'}
