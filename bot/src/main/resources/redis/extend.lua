#!lua
-- extend: a later deadline with a reason; the citizen is told.
-- Keys, arguments and answers: lib/question.lua

-- @include cell
-- @include question

return begin() or unless_in('new', 'reopened', 'claimed', 'waiting-for-citizen') or held() or commit()
