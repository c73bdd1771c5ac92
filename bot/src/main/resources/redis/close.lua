#!lua
-- close: the question ends without a reply; the citizen is told why.
-- Keys, arguments and answers: lib/question.lua

-- @include cell
-- @include question

return begin() or unless_in('new', 'reopened', 'claimed', 'waiting-for-citizen', 'answered') or held() or commit()
