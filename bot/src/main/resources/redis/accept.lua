#!lua
-- accept: takes an incoming message in, once. Only after this may the outside world be told that it arrived.
--
-- KEYS[1] set    {pN}:u:<source>:<id>>15>  ids seen lately; integers stay an intset of 5 bytes each
-- KEYS[2] stream {pN}:in                   accepted, not yet applied
-- ARGV[1] id in the set
-- ARGV[2] JSON text of the IncomingMessage
-- ARGV[3] most entries the stream may hold
--
-- Answers {'accepted', stream id} · {'repeat'}: it came before · {'full'}: nothing was taken, come again later

-- @include cell
-- @include inbox

return {accept(KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3])}
