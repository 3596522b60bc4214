# SPDX-License-Identifier: GPL-3.0-or-later
# arm: see calls.awk.  "bx lr" and loads of pc from the stack return;
# "ldrls pc, [pc, ...]", "addls pc, pc", "tbb" and "tbh" are switches.
# In Thumb code a nop stands between trap and call.
/\tnop/ && before ~ /\tbkpt\t/ { current = before }
/\t(blx|bx)[a-z]*\t(r[0-9]+|ip|fp|sl)/ {
  target = $0
  sub(/.*\t(blx|bx)[a-z]*\t/, "", target)
  sub(/[ \t].*/, "", target)
  if (before ~ /\tbkpt\t0x(83e|008)/ && trap_register(before) == target)
    site("checked")
  else
    site(/\tblx/ ? "call" : "jump")
}
/\tmov[a-z]*\tpc, / && !/\tpc, lr/ { site(before ~ /\tmov\tlr, pc/ ? "call" : "jump") }
/\tldr[a-z]*\tpc, / {
  if (/\tpc, \[pc, [a-z]/)
    site("table")
  else if (!/\tpc, \[sp/)
    site(before ~ /\tmov\tlr, pc/ ? "call" : "jump")
}
/\tadd[a-z]*\tpc, / { site(/\tpc, pc, / ? "table" : "jump") }
/\ttb[bh]\t/ { site("table") }
function trap_register(line,    name) {
  sub(/.*0x(83e|008)/, "", line)
  name["a"] = "sl"; name["b"] = "fp"; name["c"] = "ip"; name["e"] = "lr"
  line = substr(line, 1, 1)
  return line in name ? name[line] : "r" line
}
