# SPDX-License-Identifier: GPL-3.0-or-later
# x86-64: see calls.awk.  "jmp *table(,%rax,8)" is a switch.  FineIBT rewrites
# the checks in front of thunks as if the thunk were that of r11.
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
  unfit += kind == "checked" && /_thunk_/ && !/_thunk_r11>/
}
