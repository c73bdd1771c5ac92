#!lua
-- say: takes what a citizen wrote in the web chat in, and shows it in the history: both or neither.
--
-- KEYS[1] set    {pN}:u:<conversation>   ids seen lately
-- KEYS[2] stream {pN}:in                 accepted, not yet applied
-- KEYS[3] stream {pN}:w:<conversation>   the history
-- KEYS[4] set    {pN}:wi:<conversation>  ids that are in it
-- ARGV[1] id · ARGV[2] JSON text of the IncomingMessage · ARGV[3] most entries the stream may hold
-- ARGV[4] conversation · ARGV[5] JSON text of the ChatLine · ARGV[6] days the history is kept
--
-- Answers {'accepted'} · {'repeat'} · {'full'}: nothing was taken, come again later

-- @include cell
-- @include inbox
-- @include chat

local outcome = accept(KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3])
if outcome == 'accepted' then
  show(KEYS[3], KEYS[4], ARGV[4], ARGV[1], ARGV[5], ARGV[6])
end
return {outcome}
