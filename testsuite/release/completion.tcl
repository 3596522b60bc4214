# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion for bash: what it offers is what the programs' own help texts have, so a
# new option needs no change there.

# What bash offers for the last of WORDS by FUNCTION of the file SCRIPT, sorted.
proc completion_offers { script function words } {
    global release_top KCFI_DRIVER
    set code {. "$1"; shift; PATH=$1:$2:$PATH; shift 2; function=$1; shift
	COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); $function; printf '%s\n' "${COMPREPLY[@]}"}
    lassign [kcfi_exec [concat \
	[list bash --norc -c $code bash [file join $release_top packaging completions $script] \
	     [file dirname $KCFI_DRIVER] [file join $release_top build audit] $function] \
	$words]] status output
    return [lsort -unique [split [string trim $output] "\n"]]
}

proc completion_test { name script function words expected } {
    set found [completion_offers $script $function $words]
    release_result "completion of $name" \
	[expr { $found eq [lsort $expected] ? "" : "offers $found" }]
}

proc completion_tests { } {
    global release_top KCFI_DRIVER
    # Each switch and argument of the help text, by both spellings of [no-].
    set missing ""
    set offered [completion_offers kcfi-gcc _kcfi_gcc {kcfi-gcc -}]
    set help [lindex [kcfi_exec [list $KCFI_DRIVER --kcfi-help]] 1]
    foreach {- word} [regexp -all -inline -line -- {^  (-[^ =]+)} $help] {
	foreach spelling [list [string map {{[no-]} ""} $word] \
			      [string map {{[no-]} no-} $word]] {
	    if {[lsearch -glob $offered $spelling*] < 0} { append missing "$spelling " }
	}
    }
    foreach {- word} [regexp -all -inline -line -- {^  ([a-z][-a-z]*)} $help] {
	if {"-fplugin-arg-kcfi-$word" ni $offered} { append missing "$word " }
    }
    release_result "completion of kcfi-gcc has all of its help text" $missing
    completion_test "a switch of kcfi-gcc" kcfi-gcc _kcfi_gcc \
	{kcfi-gcc -fsanitize-k} {-fsanitize-kcfi-arity -fsanitize-kcfi-hash=}

    if {![file executable [file join $release_top build audit kcfi-audit]]} {
	unsupported "release: completion of kcfi-audit: it is not built"
	return
    }
    completion_test "an option of kcfi-audit" kcfi-audit _kcfi_audit \
	{kcfi-audit --no} {--no-debug-info --no-demangle --no-progress}
    completion_test "problems of kcfi-audit" kcfi-audit _kcfi_audit \
	{kcfi-audit --fail-on = un} {unchecked unprotected}
    completion_test "a second problem" kcfi-audit _kcfi_audit \
	{kcfi-audit --fail-on = taken,m} {taken,mixed}
    completion_test "a command of kcfi-audit" kcfi-audit _kcfi_audit \
	{kcfi-audit expl} explain
}
completion_tests
