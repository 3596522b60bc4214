# SPDX-License-Identifier: GPL-3.0-or-later
# Type ids from LLVM's intermediate code (clang-front-end.sh), as kernel-elf
# lists them from a kernel: "P ID NAME", "T ID NAME".
#
#   define dso_local i32 @f(i32 noundef %0) #0 !kcfi_type !12 {
#   !12 = !{i32 329620}
#   module asm ".set __kcfi_typeid_g, 329620"
FNR == 1 { finish() }
/^define / && !/^define available_externally / && /!kcfi_type ![0-9]+/ {
  name = $0
  sub(/^[^@]*@/, "", name)
  sub(/\(.*/, "", name)
  node = $0
  sub(/.*!kcfi_type /, "", node)
  sub(/ .*/, "", node)
  type[name] = node
}
/^![0-9]+ = !\{i32 -?[0-9]+\}$/ {
  number = $4
  sub(/\}/, "", number)
  value[$1] = number
}
/^module asm "\.set __kcfi_typeid_/ {
  name = $4
  sub(/^__kcfi_typeid_/, "", name)
  sub(/,$/, "", name)
  print "T", hexadecimal($5 + 0), name
}
END { finish() }
function finish(    name) {
  for (name in type)
    print "P", hexadecimal(value[type[name]]), name
  delete type
  delete value
}
function hexadecimal(number) {
  return sprintf("%08x", number < 0 ? number + 4294967296 : number)
}
