# SPDX-License-Identifier: GPL-3.0-or-later
#
# awk -f truth.awk -v name=.. -v kind=gcc|clang -v level=.. SOURCE ASSEMBLER LISTING REPORT
# Prints what differs and exits 1; or 2 if that is nothing but computed gotos that share
# a jump, and on mips direct calls through a pointer that was on the stack, which are
# taken for calls through pointers (doc/auditing.md).  The last line is the number of
# calls compared.
#
# In assembler the checks of GCC are told by the label that they pass to, or by the
# trap where there is no such label; those of Clang by the entry of the trap table or
# by the number of the trap.

BEGIN {
  branch = "^$"
  check = "^\\.Lkcfi_pass[0-9]+:"
  if (name ~ /^(x86_64|i[3-6]86)/)
    branch = "^\t(notrack[ \t]+)?(call|jmp)[lq]?[ \t]+\\*"
  else if (name ~ /^aarch64/)
    branch = "^\t(blr|br)[ \t]+x"
  else if (name ~ /^riscv/)
    branch = "^\t(jalr|jr)[ \t]+([ast][0-9])"
  else if (name ~ /^s390/)
    branch = "^\t(basr[ \t]+%r14,|br[ \t]+%r([0-9]$|1[0-35])|b[ \t]+[0-9]+\\()"
  else if (name ~ /^powerpc/)
    {
      branch = "^\tbctrl?$"
      check = "^\ttwnei[ \t]"
    }
  else if (name ~ /^mips/)
    {
      branch = "^(1:)?\t(jalr|jr|j|jal)[ \t]+\\$([0-9]$|[12]|3$|30)"
      check = "^\ttne[ \t]"
    }
  if (kind == "clang")
    check = name ~ /^aarch64/ ? "^\tbrk[ \t]+#(0x8[23]|33[2-9]|3[34][0-9])" \
			      : "^\t\\.section[ \t]+\\.kcfi_traps"
  by_line = kind == "gcc"
}

function complain(text)
{
  print text
  wrong = 1
}

function value(text, key)
{
  if (!match (text, "\"" key "\":(\"[^\"]*\"|[0-9]+)"))
    return ""
  text = substr (text, RSTART + length (key) + 3, RLENGTH - length (key) - 3)
  gsub (/"/, "", text)
  return text
}

FILENAME ~ /\.s$/ {
  checks += $0 ~ check
  branches += $0 ~ branch
  next
}

FILENAME ~ /\.c$/ {
  source[FNR] = $0
  next
}

FILENAME == "listing" {
  split ($0, column, "\t")
  line = column[4]
  sub (/^.*:/, "", line)
  if (column[1] == "-")
    exempt[line] = 1
  else
    listed[column[1]] = 1
  next
}

/^\{"place":/ {
  sites++
  line = value($0, "line")
  state = value($0, "state")
  reason = value($0, "reason")
  known += reason == "known target" || (name ~ /^mips/ && reason == "GOT")
  place = value($0, "place") " (line " line ")"
  if (state == "checked")
    {
      checked++
      if (by_line && !(value($0, "id") in listed))
	complain(place ": " value($0, "id") " is not listed")
    }
  else if (state == "unchecked")
    {
      unchecked[line] = 1
      if (by_line && !(line in exempt) && source[line] ~ /goto /)
	shared = shared place ": a computed goto that is not told from a call\n"
      else if (by_line && !(line in exempt) && name ~ /^mips/ &&
	       value($0, "target") == "$25")
	shared = shared place ": a direct call of a shared library, as it may be\n"
      else if (by_line && !(line in exempt))
	complain(place ": unchecked, but not listed as exempt: " value($0, "reason"))
    }
}

END {
  if (checked != checks)
    complain(checked + 0 " checked calls, but " checks + 0 " checks in the assembler")
  if (branch != "^$" && sites != branches)
    complain(sites + 0 " calls and jumps, but " branches + 0 " in the assembler")
  for (line in exempt)
    if (level ~ /^-O0/ && !(line in unchecked))
      {
	unseen++
	text = text " " line
      }
  # What the compiler knows the target of is excused, for the right reason.
  if (unseen > known)
    complain("listed as exempt, but not seen as unchecked: lines" text)
  if (shared)
    printf "%s", shared
  print sites + 0
  exit wrong ? 1 : shared ? 2 : 0
}
