# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/integration: what its files for CI and git would run is run in a small
# project, with this build's kcfi-gcc and kcfi-audit: it passes when every indirect
# call is checked, and stops at the audit when one is not.

set integration_top [file join $release_top packaging integration]

proc integration_read { file } {
    global integration_top
    set channel [open [file join $integration_top $file]]
    set text [read $channel]
    close $channel
    return $text
}

# A project in a new folder FOLDER whose program has, with EXEMPT, an unchecked call.
proc integration_project { folder exempt } {
    global release_work
    set path [file join $release_work $folder]
    file mkdir $path
    set channel [open [file join $path program.c] w]
    puts $channel "[expr { $exempt ? {__attribute__ ((no_sanitize ("kcfi")))} : {} }]
__attribute__ ((noipa)) static int call (int (*function) (int)) { return function (2); }
static int twice (int number) { return number * 2; }
int main (void) { return call (twice) != 4; }"
    close $channel
    set channel [open [file join $path Makefile] w]
    puts $channel "program: program.c\n\t\$(CC) \$(CFLAGS) -o \$@ program.c
.PHONY: check\ncheck: program\n\t./program"
    close $channel
    return $path
}

# The shell lines of a workflow's steps NAMES.
proc integration_github { names } {
    set commands {}
    foreach name $names {
	if {[regexp -- "- name: $name\\n +run: \\|\\n((?: {10}\[^\\n\]*\\n)+)" \
		 [integration_read github.yml] -> lines]} {
	    append commands $lines
	} else {
	    append commands "echo no step $name; exit 1\n"
	}
    }
    return $commands
}

proc integration_gitlab { } {
    regexp {\n  script:\n((?:    - [^\n]*\n)+)} [integration_read gitlab.yml] -> lines
    return [regsub -all -line {^    - } $lines ""]
}

# Runs the shell's COMMANDS in FOLDER as a runner does, which stops at the first that
# fails.  Returns {status output}.
proc integration_run { folder commands } {
    global release_top release_work KCFI_DRIVER KCFI_PLUGIN KCFI_CC
    return [kcfi_exec [list env -u MAKEFLAGS -u MAKELEVEL -C $folder PROGRAM=program \
	KCFI_GCC=$KCFI_CC KCFI_PLUGIN=$KCFI_PLUGIN \
	"PATH=[file dirname $KCFI_DRIVER]:[file join $release_top build audit]:$::env(PATH)" \
	bash -e -c $commands] 120]
}

# COMMANDS of NAME pass and leave FILES where all is checked, and fail where not.
proc integration_test { name commands files } {
    foreach {exempt wanted} {0 0 1 1} {
	set folder [integration_project [string map {" " -} "$name $exempt"] $exempt]
	lassign [integration_run $folder $commands] status output
	set problem [expr { ($status != 0) == $wanted ? "" : "status $status: $output" }]
	foreach file $files {
	    set path [file join $folder $file]
	    if {![file exists $path] || [file size $path] == 0} {
		append problem "there is no $file"
	    }
	}
	release_result "$name: [expr { $exempt ? {an unchecked call fails} :
	    {a project with all calls checked passes} }]" $problem
    }
}

proc integration_hook { } {
    global integration_top
    set commands "git init -q && git add program.c && '[file join $integration_top pre-commit]' program"
    integration_test "the pre-commit hook" $commands {program}
    # What is no source is committed without a build.
    set folder [integration_project hook-other 1]
    lassign [integration_run $folder \
	"git init -q && git add Makefile && '[file join $integration_top pre-commit]' program"] \
	status output
    release_result "the pre-commit hook: a commit without sources is not built" \
	[expr { $status == 0 && ![file exists [file join $folder program]] ? "" : $output }]
}

# Their syntax, where Python has a reader for it.
proc integration_yaml { } {
    global integration_top
    if {[lindex [kcfi_exec {python3 -c "import yaml"}] 0] != 0} {
	unsupported "release: the files for CI as YAML: there is no python3-yaml"
	return
    }
    foreach file {github.yml gitlab.yml pre-commit-config.yaml} {
	lassign [kcfi_exec [list python3 -c {import sys, yaml; yaml.safe_load (open (sys.argv[1]))} \
				[file join $integration_top $file]]] status output
	release_result "$file is YAML" [expr { $status == 0 ? "" : $output }]
    }
}

# Without Docker: what the project's own list says is installed before it is built.
proc integration_container { } {
    global release_top
    set installed [concat [regexp -all -inline {[^\s]+} [integration_read Containerfile]] gcc-12]
    set problem ""
    lassign [kcfi_exec [list [file join $release_top tools setup.sh] list build gcc-12]] \
	status needed
    if {$status != 0 || $needed eq ""} { append problem "setup.sh lists nothing\n" }
    foreach package $needed {
	# The image's gcc is gcc-12.
	if {$package ni $installed} { append problem "$package is not installed\n" }
    }
    release_result "the container has what building needs" $problem
}

if {![string match x86_64-* $KCFI_TARGET]} {
    unsupported "release: the files for CI are tried in the run for this machine"
} elseif {![file executable [file join $release_top build audit kcfi-audit]]} {
    unsupported "release: the files for CI: kcfi-audit is not built"
} else {
    integration_test github.yml [integration_github {Build Test Audit}] {program kcfi.sarif}
    integration_test gitlab.yml [integration_gitlab] {program kcfi.html kcfi.sarif}
    integration_hook
    integration_yaml
    integration_container
}
