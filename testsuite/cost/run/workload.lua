-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an interpreter calls through pointers: C functions, a comparison written in Lua,
-- patterns with a callback, metatables, the allocator.
local effort = tonumber (arg[1])
local sum = 0
for round = 1, effort * 6 do
  local t = {}
  for i = 1, 20000 do t[i] = (i * 7919 + round) % 10007 end
  table.sort (t, function (a, b) return a > b end)
  for i = 1, 60000 do sum = sum + math.floor (i / 3) + math.max (i, t[i % 20000 + 1]) end
  local text = string.rep ("The quick brown fox ", 2000)
  text = text:gsub ("o(.)", function (c) return c .. c end)
  sum = sum + #text
  local mt = setmetatable ({}, { __index = function (_, k) return k + 1 end })
  for i = 1, 60000 do sum = sum + mt[i] end
  local parts = {}
  for i = 1, 20000 do parts[#parts + 1] = tostring (i) .. string.format ("%x", i) end
  sum = sum + #table.concat (parts)
end
print (sum)
