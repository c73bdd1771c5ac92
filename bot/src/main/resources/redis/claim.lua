#!lua
-- claim: an official takes a question; claiming what one already holds changes nothing.
-- Keys, arguments and answers: lib/question.lua

-- @include cell
-- @include question

local answer = begin() or unless_in('new', 'reopened', 'claimed', 'waiting-for-citizen')
if answer then
  return answer
end
if field('assignee') == change.official and field('status') ~= 'reopened' then
  return {'repeat', change.version}
end
return held() or commit()
