# SPDX-License-Identifier: GPL-3.0-or-later
#
# tools/setup.sh, which make runs first: whoever does not want it to install
# anything is told how, and it names what it wants.  Programs that write down
# how they are called stand in for apt-get, dpkg-query and id.

# Makes the programs of LIST (name and text of each) in the folder setup/.
proc setup_programs { list } {
    file delete -force setup
    file mkdir setup
    foreach {name text} $list {
	set channel [open setup/$name w]
	puts $channel "#!/bin/sh\n$text"
	close $channel
	file attributes setup/$name -permissions 0755
    }
}

# Runs setup.sh with ENVIRONMENT and ARGUMENTS; returns {status output asked},
# where "asked" is what apt-get was to do.
proc setup_run { environment arguments } {
    global srcdir
    set top [file dirname [file normalize $srcdir]]
    file delete setup/asked
    lassign [kcfi_exec [concat {env -u KCFI_NO_SETUP} $environment \
			    [list $top/tools/setup.sh] $arguments]] status output
    set asked ""
    if {[file exists setup/asked]} {
	set channel [open setup/asked]
	set asked [string trim [read $channel]]
	close $channel
    }
    return [list $status $output $asked]
}

proc setup_verdict { name result status output asked } {
    set problems {}
    foreach {what found pattern} [list status [lindex $result 0] $status \
	    output [lindex $result 1] $output "apt-get's" [lindex $result 2] $asked] {
	if {![regexp -- $pattern $found]} { lappend problems "$what: $found" }
    }
    errors_verdict "setup: $name" $problems
}

proc setup_test { } {
    global env KCFI_CC
    set here [file join [pwd] setup]
    set path [list PATH=$here:$env(PATH)]
    set apt "echo \"\$*\" >> $here/asked"
    set task [list build $KCFI_CC]
    setup_programs [list apt-get $apt dpkg-query "echo not-installed" id "echo 0"]
    set list [setup_run $path [concat list $task]]
    set packages [split [lindex $list 1] "\n"]
    setup_verdict "the list of packages" $list {^0$} {(?n)^libxxhash-dev$} {^$}
    set result [setup_run $path $task]
    setup_verdict "as root it says what it does" $result {^0$} \
	{KCFI_NO_SETUP=1.*apt-get install.* libxxhash-dev} {^install .* libxxhash-dev}
    # The headers of a compiler that is there need no package.
    set problems {}
    foreach word [lrange [lindex $result 2] 1 end] {
	if {![string match -* $word] && $word ni $packages} {
	    lappend problems "$word is not in the list"
	}
    }
    errors_verdict "setup: the list has all that is installed" $problems
    setup_verdict "KCFI_NO_SETUP=1" \
	[setup_run [concat $path KCFI_NO_SETUP=1] $task] {^0$} {^$} {^$}
    setup_programs [list apt-get $apt dpkg-query "echo not-installed" id "echo 1000"]
    setup_verdict "without root it says what to do" [setup_run $path $task] {^1$} \
	{run as root.*apt-get install.*KCFI_NO_SETUP=1} {^$}
    setup_programs {}
    file link -symbolic setup/dirname [lindex [auto_execok dirname] 0]
    setup_verdict "where there is no apt-get" [setup_run [list PATH=$here] $task] \
	{^0$} "setup.sh list build .*KCFI_NO_SETUP=1" {^$}
    file delete -force setup
}
setup_test
