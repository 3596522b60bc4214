# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion for bash and zsh: what it offers is what the programs' own help texts have, so a
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

# zsh completes in a terminal only: it is typed at, and the line must then go on with
# what the functions of packaging/completions offer.
proc completion_zsh_start { } {
    global release_top release_work KCFI_DRIVER spawn_id
    set channel [open [file join $release_work .zshrc] w]
    puts $channel "PS1='READY> '; unsetopt beep; bindkey '^I' complete-word
fpath=('[file join $release_top packaging completions]' \$fpath)
path=('[file dirname $KCFI_DRIVER]' '[file join $release_top build audit]' \$path)
autoload -U compinit; compinit -u -D"
    close $channel
    spawn -noecho env TERM=dumb ZDOTDIR=$release_work zsh -i
    expect { -timeout 60 -re {READY> } { } timeout { } eof { } }
}

proc completion_zsh { name typed rest } {
    global spawn_id
    send -- "$typed\t"
    set problem "no completion"
    expect {
	-timeout 30
	-ex "$typed$rest" { set problem "" }
	timeout { }
	eof { set problem "zsh ended" }
    }
    release_result "zsh: completion of $name" $problem
    # Away with the line.
    catch { send "\025" }
}

proc completion_zsh_tests { } {
    global release_top
    if {[auto_execok zsh] eq ""} {
	unsupported "release: completion for zsh: there is no zsh"
	return
    }
    completion_zsh_start
    completion_zsh "a switch of kcfi-gcc" "kcfi-gcc -fsanitize-kcfi-ha" "sh="
    completion_zsh "an argument of the plugin" "kcfi-g++ -fplugin-arg-kcfi-print-i" "ds"
    if {![file executable [file join $release_top build audit kcfi-audit]]} {
	unsupported "release: zsh: completion of kcfi-audit: it is not built"
    } else {
	completion_zsh "an option of kcfi-audit" "kcfi-audit --no-pr" "ogress "
	completion_zsh "problems of kcfi-audit" "kcfi-audit --fail-on=unc" "hecked"
	completion_zsh "a second problem" "kcfi-audit --fail-on=taken,mix" "ed"
	completion_zsh "a command of kcfi-audit" "kcfi-audit expl" "ain "
    }
    catch { close }
    catch { wait }
}

completion_tests
if {[string match x86_64-* $KCFI_TARGET]} {
    completion_zsh_tests
} else {
    unsupported "release: completion for zsh is tested in the run for this machine"
}
