# SPDX-License-Identifier: GPL-3.0-or-later
#
# tools/pre-commit, git's hook: what is staged badly is not committed, and only
# what is staged counts.  A clone in the output folder, with this tree's scripts,
# makes the commits.

# Writes TEXT to FILE of the clone; stages it if STAGED.
proc hook_write { file text {staged 1} } {
    set channel [open clone/$file w]
    puts -nonewline $channel $text
    close $channel
    if {$staged} { exec git -C clone add -- $file }
}

# Commits what is staged.  STATUS is what git must return, and each of PATTERNS
# must be said; then the clone is as it was.
proc hook_commit { name status patterns } {
    lassign [kcfi_exec {git -C clone -c user.name=test -c user.email=test@localhost
	-c commit.gpgSign=false commit --quiet -m test}] found output
    set problems {}
    if {$found != $status} { lappend problems "exit status $found: $output" }
    foreach pattern $patterns {
	if {![regexp -- $pattern $output]} { lappend problems "no $pattern in: $output" }
    }
    errors_verdict "pre-commit: $name" $problems
    exec git -C clone reset --quiet --hard start
}

proc hook_test { } {
    global srcdir
    set top [file dirname [file normalize $srcdir]]
    foreach tool {git clang clang-format cppcheck shellcheck} {
	if {[auto_execok $tool] eq ""} {
	    unsupported "errors/pre-commit: there is no $tool"
	    return
	}
    }
    file delete -force clone
    if {[catch { exec git clone --quiet --shared $top clone 2>@1 } output]} {
	unsupported "errors/pre-commit: the sources are no repository of git: $output"
	return
    }
    # As it is here, committed or not.
    exec git -C $top ls-files -z --cached --others --exclude-standard \
	| tar -C $top --null --ignore-failed-read -T - -cf - | tar -C clone -xf -
    exec git -C clone add --all
    set who {-c user.name=test -c user.email=test@localhost -c commit.gpgSign=false}
    exec git -C clone {*}$who commit --quiet --allow-empty -m start
    exec git -C clone tag start
    exec git -C clone config core.hooksPath tools

    # Names in pieces: the tree has no such files, and make lint looks for them.
    foreach {name place} {header plugin/base source plugin/base script tools prose doc} {
	set $name $place/new[dict get {header .h source .c script {} prose .md} $name]
    }
    set good "/* SPDX-License-Identifier: GPL-3.0-or-later */\nextern int new_variable;\n"
    set bad [string map {"int new" "int  new"} $good]
    hook_write $header $good
    hook_write $header "nonsense" 0
    hook_commit "spoiled after it was staged" 0 {{1 files are formatted}}
    hook_write $header $bad
    hook_write $header $good 0
    hook_commit "put right, but not staged" 1 {{base/new.h:2\n.*make format}}
    hook_write $source "static int unused;\n"
    hook_write $script "#!/bin/bash\necho \$1\n"
    hook_write $prose "[string repeat {word } 21]\nSee [file join doc nowhere.md].\n"
    hook_commit "all kinds of faults" 1 {
	{new.c:1:12: .*unused variable} {new line 2.*SC2086}
	{new.md:1: 105 columns} {new.md:2: there is no .*nowhere.md}
    }
    file delete -force clone
}
hook_test
