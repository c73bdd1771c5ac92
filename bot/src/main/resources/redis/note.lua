#!lua
-- note: a remark for officials only, at any time, whoever holds the question.
-- Keys, arguments and answers: lib/question.lua

-- @include cell
-- @include question

return begin() or commit()
