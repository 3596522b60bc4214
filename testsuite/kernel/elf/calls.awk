# SPDX-License-Identifier: GPL-3.0-or-later
# Counts the indirect calls and jumps of a disassembly (objdump -d
# --no-show-raw-insn) by how they stand:
#
#   awk -f calls.awk -f machines/MACHINE.awk [-v names=1]
#
# The machine's file calls site (KIND) for each: "checked" (directly after the
# trap of a check of the same register), "call", "jump", or "table" (a switch,
# which needs no check).  It finds the instruction before in "before", and may
# count in "unfit" the checks that the kernel would rewrite wrongly, in "unfound"
# those that it would not find to rewrite, and in "found" those that it would.
# With names=1, "KIND FUNCTION" on stderr for each call and jump without check.
/^[0-9a-f]+ <.*>:$/ {
  name = $2
  gsub(/[<>:]/, "", name)
  if (name !~ /^__cfi_/)
    where = name
}
/\t/ {
  before = current
  current = $0
}
END {
  print "indirect calls checked\t" count["checked"] + 0
  print "unchecked calls\t" count["call"] + 0
  print "unchecked jumps\t" count["jump"] + 0
  print "jumps through tables\t" count["table"] + 0
  print "unfit checks\t" unfit + (found ? unfound : 0)
}
function site(kind) {
  count[kind]++
  if (names && (kind == "call" || kind == "jump"))
    print kind, where > "/dev/stderr"
}
