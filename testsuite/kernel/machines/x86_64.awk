# SPDX-License-Identifier: GPL-3.0-or-later
# x86-64: see calls.awk.  "jmp *table(,%rax,8)" is a switch.  With call
# padding (the id is 15 bytes before the function) a kernel may rewrite its checks,
# FineIBT: it finds them by the thunk behind them, and takes that for r11's.
/\tadd +-0x[0-9a-f]+\(%/ { padded = /-0xf\(/ }
/\t(cs |notrack |bnd )*(call|jmp) / {
  kind = ""
  if (/(call|jmp) +\*%/ || /__x86_indirect_thunk_/)
    kind = before ~ /\tud2/ ? "checked" : /call/ ? "call" : "jump"
  else if (/jmp +\*.*\(,%r[a-z0-9]+,8\)/)
    kind = "table"
  else if (/(call|jmp) +\*/)
    kind = /call/ ? "call" : "jump"
  if (kind != "")
    site(kind)
  if (kind == "checked" && padded) {
    found += /_thunk_/
    unfound += !/_thunk_/
  }
  unfit += kind == "checked" && /_thunk_/ && !/_thunk_r11>/
}
