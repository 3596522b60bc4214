# SPDX-License-Identifier: GPL-3.0-or-later
# riscv64: see calls.awk.  "auipc ra" and "jalr N(ra)" is a direct call, "jr"
# after an add (of a table's entry) a switch.
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
  else if (/\tjr\t/ && before ~ ("\tadd\t" target ","))
    site("table")
  else
    site(/\tjalr\t/ ? "call" : "jump")
}
