# SPDX-License-Identifier: GPL-3.0-or-later
# riscv64: see calls.awk.  "auipc ra" and "jalr N(ra)" is a direct call; "jr" of
# what "add" of two registers made (a table's address and its entry) a switch.
/^[0-9a-f]+ <.*>:$/ { delete made }
/\t(jalr|jr)\t/ {
  target = $0
  sub(/.*\t(jalr|jr)\t/, "", target)
  sub(/ .*/, "", target)
  sub(/^(ra|zero|t0),/, "", target)
  sub(/.*\(/, "", target)
  sub(/\).*/, "", target)
  if (before ~ /\tebreak/)
    site("checked")
  else if (before ~ ("\tauipc\t" target ","))
    ;
  else if (/\tjr\t/ && made[target] ~ /^[a-z0-9]+,[a-z0-9]+,[astgr][0-9ap]+$/)
    site("table")
  else
    site(/\tjalr\t/ ? "call" : "jump")
}
# What made a register: the operands of "add", "-" of all others.
/\t[a-z.]+\t[astgr][0-9ap]+,/ {
  split($0, part, "\t")
  split(part[3], operand, ",")
  made[operand[1]] = part[2] == "add" ? part[3] : "-"
}
