# SPDX-License-Identifier: GPL-3.0-or-later
# arm64: see calls.awk.  A switch is
#	adr	x1, base ; add x0, x1, w0, sxtw #2 ; br x0
# (GCC; ldrb, ldrh or ldrsw loads w0), clang shifts in the same add.
/\t(blr|br|blra[ab]z?|bra[ab]z?)\t/ {
  target = register($0)
  if (before ~ /\tbrk\t#0x8[0-3][0-9a-f][0-9a-f]$/ && trap_register(before) == target)
    site("checked")
  else if (/\tbr\t/ && before ~ ("\tadd\t" target ", x[0-9]+, (w[0-9]+, sxt|x[0-9]+, lsl)"))
    site("table")
  else
    site(/\tbl/ ? "call" : "jump")
}
function register(line) {
  sub(/.*\t(bl?ra?[ab]?z?)\t/, "", line)
  sub(/[, ].*/, "", line)
  return line
}
# "brk #0x8228" names x8.
function trap_register(line,    digits, number) {
  sub(/.*#0x/, "", line)
  digits = substr(line, 3, 2)
  number = (index("0123456789abcdef", substr(digits, 1, 1)) - 1) % 2 * 16 \
    + index("0123456789abcdef", substr(digits, 2, 1)) - 1
  return "x" number
}
