#!lua
-- show: puts a message of the gateway's into a web chat's history, once.
--
-- KEYS[1] stream {pN}:w:<conversation>   the history
-- KEYS[2] set    {pN}:wi:<conversation>  ids that are in it
-- ARGV[1] conversation · ARGV[2] id · ARGV[3] JSON text of a ChatLine · ARGV[4] days the history is kept
--
-- Answers {'shown'} · {'repeat'}

-- @include chat

return {show(KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3], ARGV[4]) and 'shown' or 'repeat'}
