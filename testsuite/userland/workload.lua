-- closures, sort with comparator, coroutines, string patterns, metatables, io, pcall, gc
local t = {} for i = 1, 1000 do t[i] = (i * 7919) % 1009 end
table.sort (t, function (a, b) return a > b end)
for i = 2, #t do assert (t[i-1] >= t[i]) end
local co = coroutine.wrap (function () for i = 1, 100 do coroutine.yield (i * i) end end)
local s = 0 for i = 1, 100 do s = s + co () end assert (s == 338350)
local text = string.rep ("The quick brown fox ", 200)
local n = 0 for w in text:gmatch ("%a+") do n = n + #w end assert (n == 3200)
assert (text:gsub ("o(.)", function (c) return c end):len () == #text - 400)
local mt = setmetatable ({}, { __index = function (_, k) return k .. "!" end, __call = function (_, x) return x * 2 end, __gc = function () end })
assert (mt.x == "x!" and mt (21) == 42)
local ok, err = pcall (error, { code = 5 }) assert (not ok and err.code == 5)
local f = assert (io.tmpfile ()) for i = 1, 100 do f:write (i, "\n") end f:seek ("set") local sum = 0 for l in f:lines () do sum = sum + tonumber (l) end assert (sum == 5050) f:close ()
assert (load ("return 1 + 1") () == 2) assert (string.format ("%5.2f|%q|%x", 3.14159, "a\n", 255) == " 3.14|\"a\\\n\"|ff")
local d = string.dump (function (x) return x + 1 end) assert (load (d) (4) == 5)
assert (os.time { year = 2020, month = 1, day = 1, hour = 12 } > 0) assert (math.floor (2.7) == 2 and utf8.char (228, 8364) == "ä€")
for i = 1, 20 do collectgarbage () end
local function fib (k) if k < 2 then return k end return fib (k - 1) + fib (k - 2) end assert (fib (22) == 17711)
local p = io.popen ("echo piped") if p then assert (p:read ("l") == "piped") p:close () end
print ("all right")
