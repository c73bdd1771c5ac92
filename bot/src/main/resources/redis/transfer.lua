#!lua
-- transfer: the question goes to another agency's queue, or to another topic of the same agency.
-- Keys, arguments and answers: lib/question.lua

-- @include cell
-- @include question

return begin() or unless_in('new', 'reopened', 'claimed', 'waiting-for-citizen') or held() or commit()
