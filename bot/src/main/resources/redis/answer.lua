#!lua
-- answer: the official reply (the question is then 'answered'), or something asked of the citizen (it then waits).
-- Keys, arguments and answers: lib/question.lua

-- @include cell
-- @include question

return begin() or unless_in('new', 'reopened', 'claimed', 'waiting-for-citizen', 'answered') or held() or commit()
