# SPDX-License-Identifier: GPL-3.0-or-later
#
# tools/pre-commit, git's hook: what is staged badly is not committed, and only
# what is staged counts.  A clone in the output folder, with this tree's scripts,
# makes the commits.

set hook_user {-c user.name=test -c user.email=test@localhost -c commit.gpgSign=false}

# Writes TEXT to FILE of the clone; stages it if STAGED.
proc hook_write { file text {staged 1} } {
    global lint_work
    set channel [open [file join $lint_work $file] w]
    puts -nonewline $channel $text
    close $channel
    if {$staged} { exec git -C $lint_work add -- $file }
}

# Commits what is staged.  STATUS is what git must return, and each of PATTERNS
# must be said; then the clone is as it was.
proc hook_commit { name status patterns } {
    global lint_work hook_user
    lassign [kcfi_exec [concat git -C $lint_work $hook_user \
			    {commit --quiet -m test}]] found output
    set problems {}
    if {$found != $status} { lappend problems "exit status $found: $output" }
    foreach pattern $patterns {
	if {![regexp -- $pattern $output]} { lappend problems "no $pattern in: $output" }
    }
    if {$problems eq {}} { pass "lint: pre-commit: $name" } else {
	fail "lint: pre-commit: $name"
	foreach problem $problems { send_log -- "  $problem\n" }
    }
    exec git -C $lint_work reset --quiet --hard start
}

proc hook_test { } {
    global lint_top lint_work hook_user
    foreach tool {git clang clang-format cppcheck shellcheck} {
	if {[auto_execok $tool] eq ""} {
	    unsupported "lint: pre-commit: there is no $tool"
	    return
	}
    }
    file delete -force -- $lint_work
    if {[catch { exec git clone --quiet --shared $lint_top $lint_work 2>@1 } output]} {
	unsupported "lint: pre-commit: the sources are no repository of git: $output"
	return
    }
    # As it is here, committed or not.
    exec git -C $lint_top ls-files -z --cached --others --exclude-standard \
	| tar -C $lint_top --null --ignore-failed-read -T - -cf - | tar -C $lint_work -xf -
    exec git -C $lint_work add --all
    exec git -C $lint_work {*}$hook_user commit --quiet --allow-empty -m start
    exec git -C $lint_work tag start
    exec git -C $lint_work config core.hooksPath tools

    set good "/* SPDX-License-Identifier: GPL-3.0-or-later */\nextern int new_variable;\n"
    set bad [string map {"int new" "int  new"} $good]
    hook_write plugin/base/new.h $good
    hook_write plugin/base/new.h "nonsense" 0
    hook_commit "spoiled after it was staged" 0 {{1 files are formatted}}
    hook_write plugin/base/new.h $bad
    hook_write plugin/base/new.h $good 0
    hook_commit "put right, but not staged" 1 {{base/new.h:2\n.*make format}}
    hook_write plugin/base/new.c "static int unused;\n"
    hook_write tools/new "#!/bin/bash\necho \$1\n"
    hook_write doc/new.md "[string repeat {word } 21]\nSee doc/nowhere.md.\n"
    hook_commit "all kinds of faults" 1 {
	{new.c:1:12: .*unused variable} {new line 2.*SC2086}
	{new.md:1: 105 columns} {new.md:2: there is no .*nowhere.md}
    }
    file delete -force -- $lint_work
}
hook_test
