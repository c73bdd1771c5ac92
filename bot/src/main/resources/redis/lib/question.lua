-- The silhouette of every official's verb. Each script checks its own rule between begin() and commit().
--
-- KEYS[1]  hash   {pN}:q:<number>             the question
-- KEYS[2]  string {pN}:cmd:<id>               the version this command led to, kept 7 days
-- KEYS[3]  stream {pN}:ev                     change feed
-- KEYS[4]  hash   {pN}:n:<day>                counters
-- KEYS[5]  zset   {pN}:a:<agency>:<status>    its queue before
-- KEYS[6]  zset   {pN}:s:<status>             its queue before, of all agencies
-- KEYS[7]  zset   {pN}:a:<agency>:<status>    its queue after
-- KEYS[8]  zset   {pN}:s:<status>             its queue after, of all agencies
-- KEYS[9]  zset   {pN}:out:due                conversations with something to deliver
-- KEYS[10] list   {pN}:o:<conversation>       the citizen's outbox
-- KEYS[11] hash   {pN}:c:<conversation>       the conversation
-- KEYS[12…] hash  {pN}:m:<conversation>:<id>  one for each message to the citizen
-- ARGV[1]  JSON {number, version, official, takeOver, set: {field: value}, entry: JSON text, score,
--          messages: [{id, payload}], conversation, event: JSON text, count: {field: by}}
--
-- Answers {'done', version} · {'repeat', version}: this command was carried out before · {'moved', version}: the
-- question is no longer what the caller saw · {'held', official} · {'wrong-state', status} · {'absent'}

local question, command, feed, counters = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local change = cjson.decode(ARGV[1])
local COMMAND_KEPT = 7 * 24 * 3600

local function field(name)
  return redis.call('HGET', question, name) or ''
end

--- nil when the verb may go on, else the answer.
local function begin()
  local earlier = redis.call('GET', command)
  if earlier then
    return {'repeat', tonumber(earlier)}
  end
  local version = redis.call('HGET', question, 'version')
  if not version then
    return {'absent'}
  end
  if tonumber(version) ~= change.version then
    return {'moved', tonumber(version)}
  end
  return nil
end

--- The answer when another official holds the question and this one may not take it over, else nil.
local function held()
  local holder = field('assignee')
  if holder ~= '' and holder ~= change.official and not change.takeOver then
    return {'held', holder}
  end
  return nil
end

--- The answer when the question's status is none of these, else nil.
local function unless_in(...)
  local status = field('status')
  for _, allowed in ipairs({...}) do
    if status == allowed then
      return nil
    end
  end
  return {'wrong-state', status}
end

--- Carries the change out: fields, timeline, queues, messages, event, counters and the command's receipt.
local function commit()
  local version = redis.call('HINCRBY', question, 'version', 1)
  for name, value in pairs(change.set) do
    redis.call('HSET', question, name, value)
  end
  local entry = record(question, change.entry)
  requeue(change.number, {KEYS[5], KEYS[6]}, {KEYS[7], KEYS[8]}, change.score)
  for i, message in ipairs(change.messages) do
    redis.call('HSET', question, 'd' .. entry, 'queued')
    enqueue(KEYS[9], KEYS[10], KEYS[11 + i], KEYS[11], change.conversation, message.id, message.payload)
  end
  emit(feed, change.event)
  count(counters, change.count)
  redis.call('SET', command, version, 'EX', COMMAND_KEPT)
  wake(question)
  return {'done', version}
end
