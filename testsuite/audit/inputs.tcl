# SPDX-License-Identifier: GPL-3.0-or-later
#
# Files as people have them: compressed, in a bootable image of a kernel, and all
# modules of a kernel in a folder.  What is in them is the same file as elsewhere, so
# the report is the same.

audit_compile as {} [file join $audit_folder sites-x86_64.s] inputs.o
set inputs_object [audit_read inputs.o]
lassign [audit_run {--fail-on=none inputs.o}] - inputs_report

# The report about FILE is that about inputs.o but for the name.
proc inputs_same { what file } {
    global inputs_report
    lassign [audit_run [list --fail-on=none $file]] status report
    set wanted [string map [list inputs.o $file] $inputs_report]
    audit_result "inputs: $what" [expr { $status == 0 && $report eq $wanted ? "" : $report }]
}

# Compresses audit_work/FILE with COMMAND into audit_work/OUTPUT.
proc inputs_compress { command file output } {
    global audit_work
    exec {*}$command < [file join $audit_work $file] > [file join $audit_work $output]
}

# What elfutils was built without cannot be unpacked: that is said.
proc inputs_compressed_test { } {
    global audit_work CLANG audit_tool
    set libraries [lindex [kcfi_exec [list ldd $audit_tool]] 1]
    audit_write text.txt "int main;\n"
    foreach {command library} {gzip libz xz liblzma {zstd -q} libzstd} {
	set name [lindex $command 0]
	if {[auto_execok $name] eq ""} {
	    unsupported "audit: inputs: there is no $name"
	    continue
	}
	inputs_compress [concat $command -c] inputs.o inputs.$name
	if {[string first "$library.so" $libraries] >= 0} {
	    inputs_same "compressed with $name" inputs.$name
	} else {
	    audit_check "inputs: compressed with $name, without $library" inputs.$name 2 \
		[list "inputs\\.$name: is compressed with $name, and not an ELF file that this libdw"]
	}
	# What is in it is no ELF file, and what is cut short.
	inputs_compress [concat $command -c] text.txt text.$name
	audit_write cut.$name [string range [audit_read inputs.$name] 0 299]
	audit_check "inputs: text.$name" text.$name 2 \
	    [list "^kcfi-audit: text\\.$name: is compressed with $name, and not"]
	audit_check "inputs: cut.$name" cut.$name 2 [list "^kcfi-audit: cut\\.$name: "]
    }
    # elfutils 0.188 never ends on bzip2 that is cut short: none is opened.
    if {[auto_execok bzip2] eq ""} {
	unsupported "audit: inputs: there is no bzip2"
	return
    }
    inputs_compress {bzip2 -c} inputs.o inputs.bzip2
    set bytes [audit_read inputs.bzip2]
    set length [string length $bytes]
    audit_write cut.bzip2 [string range $bytes 0 299]
    audit_write bzip2-image [inputs_image $bytes $length]
    audit_write cut-image [inputs_image [string range $bytes 0 299] 300]
    foreach {file wanted} {
	inputs.bzip2 "is compressed with bzip2: unpack it first"
	cut.bzip2 "is compressed with bzip2: unpack it first"
	bzip2-image "is a bootable kernel image that this libdw cannot unpack"
	cut-image "is a bootable kernel image that this libdw cannot unpack"
    } {
	audit_check "inputs: bzip2: $file" $file 2 [list "^kcfi-audit: $file: $wanted"]
    }
}

# A bootable image of x86, by Documentation/arch/x86/boot.rst of Linux: behind a header
# of two sectors a payload that is compressed.
proc inputs_image { payload length {magic HdrS} } {
    set image [string repeat "\0" 1024]
    foreach {place bytes} [list \
	0x1f1 "\x01" \
	0x1fe "\x55\xaa" \
	0x202 $magic \
	0x206 [binary format s 0x020f] \
	0x248 [binary format ii 16 $length]] {
	set end [expr { $place + [string length $bytes] - 1 }]
	set image [string replace $image $place $end $bytes]
    }
    return "$image[string repeat \0 16]$payload"
}

inputs_compressed_test

proc inputs_image_test { } {
    global audit_work
    if {[auto_execok gzip] eq ""} {
	unsupported "audit: bootable images: there is no gzip"
	return
    }
    inputs_compress {gzip -n -c} inputs.o image.gz
    set payload [audit_read image.gz]
    set length [string length $payload]
    audit_write bzImage [inputs_image $payload $length]
    inputs_same "a bootable image of x86" bzImage
    foreach {what bytes} [list \
	"of junk" [inputs_image "junk" 4] \
	"cut short" [string range [inputs_image $payload $length] 0 1200] \
	"with a length too large" [inputs_image $payload 0x7fffffff] \
	"of a listing" [inputs_image "0x00050794\t_ZTSFiiE\tmain\tmain.c:12\n" 36]] {
	audit_write bad-image $bytes
	audit_check "inputs: a bootable image $what" bad-image 2 \
	    {{^kcfi-audit: bad-image: is a bootable kernel image that this libdw cannot unpack: name vmlinux$}}
    }
    # arm64's has no ELF file in it.
    audit_write Image "[string repeat \0 56]ARMd[string repeat \0 600]"
    audit_check "inputs: a bootable image of arm64" Image 2 {{name vmlinux$}}
}
inputs_image_test

# All modules of a folder, each once, in the order of their names.
proc inputs_folder_test { } {
    global audit_work inputs_object
    set top [file join $audit_work modules]
    file mkdir [file join $top kernel fs] [file join $top kernel drivers]
    foreach name {kernel/fs/b.ko kernel/fs/a.ko kernel/drivers/c.ko} {
	audit_write modules/$name $inputs_object
    }
    set wanted {modules/kernel/drivers/c.ko modules/kernel/fs/a.ko modules/kernel/fs/b.ko}
    if {[auto_execok xz] ne ""} {
	inputs_compress {xz -c} inputs.o modules/kernel/fs/d.ko.xz
	lappend wanted modules/kernel/fs/d.ko.xz
    }
    # What is no module: other files, links to folders around it, and a name alone.
    audit_write modules/modules.dep "kernel/fs/a.ko:\n"
    audit_write modules/kernel/.ko "no module"
    file link -symbolic [file join $top build] ..
    file link -symbolic [file join $top kernel loop] ../kernel
    file link -symbolic [file join $top kernel e.ko] fs/a.ko
    foreach folder {modules modules///} {
	set names [lmap file [dict get [audit_json $folder] files] { dict get $file name }]
	audit_result "inputs: a folder of modules: $folder" \
	    [expr { $names eq $wanted ? "" : $names }]
    }
    set names [lmap file [dict get [audit_json {inputs.o modules/kernel/fs}] files] {
	dict get $file name }]
    audit_result "inputs: a file and a folder" \
	[expr { [lrange $names 0 1] eq {inputs.o modules/kernel/fs/a.ko} ? "" : $names }]
    # More modules than a process may have open.
    file mkdir [file join $audit_work many]
    for {set i 0} {$i < 60} {incr i} { audit_write many/m$i.ko $inputs_object }
    global audit_tool
    lassign [kcfi_exec [list sh -c {ulimit -n 24 && cd "$1" && exec "$2" \
	--summary --fail-on=none many} sh $audit_work $audit_tool]] status output
    audit_result "inputs: many modules" \
	[expr { $status == 0 && [string match "60 files: *" $output] ? "" : $output }]

    file mkdir [file join $audit_work none]
    audit_check "inputs: a folder without modules" none 2 \
	{{^kcfi-audit: none: is a folder without kernel modules$}}
    audit_write bad/m.ko "no module\n"
    audit_check "inputs: a bad module" bad 2 {{^kcfi-audit: bad/m\.ko: is not an ELF file}}
}
file mkdir [file join $audit_work bad]
inputs_folder_test

# Units whose debug information is in another file are read there, and counted where it
# is not found.
proc inputs_split_test { } {
    global audit_folder audit_work
    file mkdir [file join $audit_work split]
    audit_compile [audit_plugin] {-w -O1 -g -gsplit-dwarf -c} \
	[file join $audit_folder calls.c] split/calls.o
    audit_check "inputs: split debug information" {--fail-on=none split/calls.o} 0 \
	{{^  proof +[1-9]\d* ids equal those of debug information, 0 differ; 0 without debug information$}}
    file delete [file join $audit_work split calls.dwo]
    audit_check "inputs: split debug information that is lost" \
	{--fail-on=none split/calls.o} 0 \
	{{^  proof +0 ids equal .*; 1 unit not read, since its \.dwo file was not found$}}
}
inputs_split_test
