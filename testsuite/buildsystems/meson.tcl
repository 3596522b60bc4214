# SPDX-License-Identifier: GPL-3.0-or-later
#
# Meson: options from the environment or a native file, LTO, a cross file.

proc bs_write { path text } {
    set channel [open $path w]
    puts $channel $text
    close $channel
}

# SETTINGS is the environment of each step.
proc bs_meson { name folder settings options {runner {}} } {
    global bs_top
    set path [bs_project $folder]
    set prefix [file join $bs_top $folder.installed]
    bs_case "Meson: $name" [list \
	[list $path [concat env $settings [list meson setup --prefix=$prefix --libdir=lib \
						build] $options]] \
	[list $path [concat env $settings {meson compile -C build}]] \
	[list $path [concat env $settings {meson install -C build --no-rebuild}]]] \
	$prefix $runner
}

proc bs_meson_cross { } {
    global bs_top KCFI_BUILD bs_suffix
    set gcc aarch64-linux-gnu-gcc$bs_suffix
    set plugin [file join [file dirname $KCFI_BUILD] aarch64-linux-gnu$bs_suffix kcfi.so]
    set driver [file join [file dirname $plugin] kcfi-gcc]
    set why [bs_missing $gcc qemu-aarch64]
    if {$why eq "" && ![file exists $driver]} {
	set why "make GCC=$gcc has not been run"
    }
    if {$why ne ""} {
	unsupported "buildsystems/Meson: cross file: $why"
	return
    }
    set folder [file join $bs_top cross-bin]
    set name [bs_install $gcc $driver $plugin $folder]
    set tools "c = '$folder/$name'\n"
    foreach tool {ar strip nm} {
	append tools "$tool = '$folder/aarch64-linux-gnu-kcfi-$tool'\n"
    }
    bs_meson "packaging/integration/kcfi-cross.ini" meson-cross-file \
	[list PATH=$folder:$::env(PATH)] \
	[list --cross-file [bs_meson_file kcfi-cross.ini]] \
	{qemu-aarch64 -L /usr/aarch64-linux-gnu}
    bs_write [file join $bs_top cross.ini] "\[binaries\]\n$tools
\[built-in options\]\nc_args = \['-O2', '-fsanitize=kcfi'\]\nc_link_args = \['-fsanitize=kcfi'\]
\[host_machine\]\nsystem = 'linux'\ncpu_family = 'aarch64'\ncpu = 'aarch64'\nendian = 'little'"
    bs_meson "cross file" meson-cross {} [list --cross-file [file join $bs_top cross.ini]] \
	{qemu-aarch64 -L /usr/aarch64-linux-gnu}
}

# The file FILE of packaging/integration for this compiler's version; its path.
proc bs_meson_file { file } {
    global srcdir bs_top bs_suffix
    set channel [open [file join [file dirname [file normalize $srcdir]] packaging \
			   integration $file]]
    set text [string map [list "suffix = ''" "suffix = '$bs_suffix'"] [read $channel]]
    close $channel
    bs_write [file join $bs_top $file] $text
    return [file join $bs_top $file]
}

set bs_why [bs_missing meson ninja]
if {$bs_why ne ""} {
    unsupported "buildsystems/Meson: $bs_why"
} else {
    bs_meson "LTO" meson-lto [list CC=$bs_cc "CFLAGS=-O2 $bs_kcfi"] {-Db_lto=true}
    bs_meson_cross
    bs_meson "packaging/integration/kcfi-native.ini" meson-native-file {} \
	[list --native-file [bs_meson_file kcfi-native.ini]]
    if {$bs_all} {
	foreach {name options} {
	    "debug" --buildtype=debug
	    "release, strip" {--buildtype=release --strip}
	    "position independent program" {-Db_pie=true --buildtype=debugoptimized}
	    "unity" --unity=on
	    "bounds too" -Db_sanitize=undefined
	} {
	    bs_meson $name "meson odd [string map {" " - , ""} $name]" \
		[list CC=$bs_cc "CFLAGS=$bs_kcfi"] $options
	}
    }
}
