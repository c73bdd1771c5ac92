#!lua
-- release: an official gives a question back to the agency's queue.
-- Keys, arguments and answers: lib/question.lua

-- @include cell
-- @include question

return begin() or unless_in('claimed', 'waiting-for-citizen', 'reopened') or held() or commit()
