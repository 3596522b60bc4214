# SPDX-License-Identifier: GPL-3.0-or-later
#
# The checks of make lint that compare lists with what is there: help.sh,
# check-lists.sh, check-documents.sh, the places of the mutants.  Each has a small tree in which one thing is
# missing; what it must print is what a reader would miss there.

# Makes the tree of FILES {name text ...} in lint_work, known to git, with this
# tree's scripts.
proc lists_make { files } {
    global lint_top lint_work
    file delete -force -- $lint_work
    file mkdir [file join $lint_work tools]
    foreach script {help.sh check-lists.sh check-documents.sh sources.sh} {
	file copy [file join $lint_top tools $script] [file join $lint_work tools]
    }
    foreach script {mutants/mutants.sh lib/parallel.sh} {
	set folder [file join $lint_work testsuite [file dirname $script]]
	file mkdir $folder
	file copy [file join $lint_top testsuite $script] $folder
    }
    foreach {name text} $files {
	file mkdir [file join $lint_work [file dirname $name]]
	set channel [open [file join $lint_work $name] w]
	puts $channel $text
	close $channel
    }
    exec git -C $lint_work init --quiet
    exec git -C $lint_work add --all
}

# Runs the shell COMMAND in the tree of FILES.  Its exit status is STATUS, and it
# prints what matches PATTERN.
proc lists_check { name files command status pattern } {
    global lint_work
    lists_make $files
    lassign [kcfi_exec [list sh -c "cd [list $lint_work] && $command"]] found output
    if {$found == $status && [regexp -- $pattern $output]} {
	pass "lint: $name"
    } else {
	fail "lint: $name"
	send_log -- "exit status $found: $output\n"
    }
    file delete -force -- $lint_work
}

proc lists_help { } {
    set makefile "# SPDX-License-Identifier: GPL-3.0-or-later\n# The example: builds.\n#
#   make all            builds it
#                       and more
#   make check-MACHINE  tests it\n"
    set command "tools/help.sh --check 'arm mips' Makefile"
    lists_check "make help prints the lines" [list Makefile $makefile] \
	"tools/help.sh Makefile" 0 \
	"^The example:\n  make all            builds it\n  +and more\n  make check-MACHINE  tests it$"
    lists_check "every target has its line" [list Makefile $makefile] \
	"echo all check-arm check-mips setup-all | $command" 0 {every target}
    lists_check "a target without a line" [list Makefile $makefile] \
	"echo all check-arm check-mips frobnicate | $command" 1 {target frobnicate has no line}
    lists_check "a target of no known machine" [list Makefile $makefile] \
	"echo all check-arm check-mips check-vax | $command" 1 {target check-vax has no line}
    lists_check "a line without a target" [list Makefile $makefile] \
	"echo check-arm check-mips | $command" 1 {make all, which is no target}
}

proc lists_lists { } {
    set files {.clang-format "ForEachMacros: [FOR_EACH_BB_FN,\n  FOR_BB_INSNS]"
	gimple/ids/mangle.c "int a;" rtl/loops.cc "FOR_BB_INSNS (a, b) FOR_EACH_BB_FN (c)"
	commands "    \"file\": \"gimple/ids/mangle.c\",\n    \"file\": \"rtl/loops.cc\","}
    set command "bash tools/check-lists.sh commands gimple/ids/mangle.c"
    lists_check "lists that are complete" $files $command 0 {are complete}
    lists_check "a source missing in the id library's list" \
	[concat $files {gimple/ids/other.c "int b;"}] $command 1 \
	{gimple/ids/other.c is not in the list of gimple/ids/ids.mk}
    lists_check "a source that nothing compiles" [concat $files {tools/kcfi-audit/a.c ""}] \
	$command 1 {tools/kcfi-audit/a.c is in no program}
    lists_check "a loop that clang-format does not know" \
	[concat $files {rtl/loops.cc "FOR_EACH_NOTHING (a)"}] $command 1 \
	{FOR_EACH_NOTHING is not among}
}

proc lists_documents { } {
    set long [string repeat "word " 21]
    set command "bash tools/check-documents.sh"
    lists_check "prose that is too wide" [list a.md "short\n$long"] $command 1 \
	{a.md:2: 105 columns}
    lists_check "an item of a list that is too wide" [list a.md "- $long"] $command 1 \
	{a.md:1: 107 columns}
    lists_check "prose behind code that is too wide" \
	[list a.md "```\n$long\n```\n$long"] $command 1 {^a.md:4: 105 columns[^\n]*$}
    lists_check "tables and code may be wide" \
	[list a.md "| $long |\n\n    $long\n\n```\n$long\n```"] $command 0 {wrapped}
}

# doc/ is in plain English: each phrase of the list is found, and what is like it is not.
proc lists_phrases { } {
    set command "bash tools/check-documents.sh"
    foreach {text found} {
	"The id stands in front." 1		"M stands for NOPs." 0
	"It can stand there." 1			"A stand-alone program, two standards." 0
	"It fails in silence." 1		"Silence is not allowed." 0
	"The hash is another." 1		"For who builds kernels." 1
	"Unchecked by oversight." 1		"It is told of an error." 1
    } {
	lists_check "the phrase \"$text\"" [list a.md $text] $command $found \
	    [expr { $found ? "^a.md:1: " : "wrapped" }]
    }
    lists_check "a phrase in a manual page" [list doc/a.1 "fails in silence"] $command 1 \
	{doc/a.1:1: fails in silence: "silently"}
}

# Seven safeguards of the list had moved and were not found by the run that takes
# hours only.
proc lists_mutants { } {
    set files {testsuite/mutants/list "name: one\nfile: a.c\nfrom: if (safe)\nto: if (0)"}
    set command "bash testsuite/mutants/mutants.sh places"
    lists_check "a mutant in its place" [concat $files {a.c "if (safe)"}] $command 0 {^$}
    lists_check "a mutant whose text is gone" [concat $files {a.c "if (sound)"}] \
	$command 1 {one: not one line of a.c has: if \(safe\)}
    lists_check "a mutant whose text is there twice" \
	[concat $files {a.c "if (safe)\nif (safe)"}] $command 1 {one: not one line of a.c}
    foreach tests {stages/details/a.c nowhere} {
	set list "name: one\nfile: a.c\nfrom: if (safe)\nto: if (0)\ntests: $tests"
	lists_check "a mutant whose test is $tests" \
	    [list testsuite/mutants/list $list a.c "if (safe)"] $command 1 \
	    "one: $tests is no theme"
    }
}

lists_help
lists_lists
lists_documents
lists_phrases
lists_mutants
