# SPDX-License-Identifier: GPL-3.0-or-later
#
# tools/companions.sh for a toolchain that is a folder, with a path in GCC=: the
# commands work where it was unpacked and where it is moved to, and binutils may be
# those of PATH.

# Writes the program NAME, which prints its path, into FOLDER.
proc companions_program { folder name } {
    set path [file join $folder $name]
    set channel [open $path w]
    puts $channel "#!/bin/sh\necho \"\$0 \$*\""
    close $channel
    file attributes $path -permissions 0755
}

# COMMAND of FOLDER must run PROGRAM with its argument, with MORE in PATH.
proc companions_check { name folder command program more } {
    lassign [kcfi_exec [list env PATH=$more:$::env(PATH) \
			    [file join $folder $command] argument]] status output
    release_result "companions: $name" \
	[expr { $status == 0 && $output eq "$program argument" ? "" : "$status: $output" }]
}

proc companions_test { } {
    global release_work release_top
    set sdk [file join $release_work sdk]
    set moved [file join $release_work "moved sdk"]
    set path [file join $release_work path]
    file mkdir $sdk $path
    companions_program $sdk x-elf-gcc-ar
    companions_program $path x-elf-ar
    kcfi_exec [list [file join $release_top tools companions.sh] install $sdk \
		   [file join $sdk x-elf-gcc]]
    companions_check "the toolchain's tool" $sdk x-elf-kcfi-gcc-ar $sdk/x-elf-gcc-ar $path
    companions_check "a tool of PATH" $sdk x-elf-kcfi-ar $path/x-elf-ar $path
    file rename $sdk $moved
    companions_check "a toolchain that was moved" $moved x-elf-kcfi-gcc-ar \
	$moved/x-elf-gcc-ar $path
    # Commands that were installed elsewhere.
    file rename $moved $sdk
    set bin [file join $release_work bin]
    file mkdir $bin
    kcfi_exec [list [file join $release_top tools companions.sh] install $bin \
		   [file join $sdk x-elf-gcc]]
    companions_check "commands in another folder" $bin x-elf-kcfi-gcc-ar \
	$sdk/x-elf-gcc-ar $path
}

if {[string match x86_64-* $KCFI_TARGET]} {
    companions_test
} else {
    unsupported "release: companions of a folder are tested in the run for this machine"
}
