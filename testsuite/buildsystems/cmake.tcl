# SPDX-License-Identifier: GPL-3.0-or-later
#
# CMake takes what stands before "gcc" in the compiler's name, "kcfi-", for the
# prefix of all tools: with LTO it needs kcfi-gcc-ar-12, and in a cross build it
# took this machine's ar, strip and objcopy.

proc bs_cmake { name generator folder options {compiler ""} {runner {}} } {
    global bs_cc bs_top
    if {$compiler eq ""} { set compiler $bs_cc }
    set path [bs_project $folder]
    set prefix [file join $bs_top $folder.installed]
    bs_case "CMake: $name" [list \
	[list $path [concat [list cmake -G $generator -S . -B build \
			-DCMAKE_C_COMPILER=$compiler -DCMAKE_INSTALL_PREFIX=$prefix \
			-DCMAKE_POLICY_DEFAULT_CMP0069=NEW] $options]] \
	[list $path {cmake --build build}] \
	[list $path {cmake --install build --strip}]] $prefix $runner
    return [file join $path build CMakeCache.txt]
}

# TOOLS, names of variables and patterns of programs, are what CMake has found.
proc bs_cmake_tools { name cache tools } {
    set text ""
    if {![catch { open $cache r } channel]} {
	set text [read $channel]
	close $channel
    }
    set problems {}
    foreach {variable program} $tools {
	if {![regexp -line "^$variable:FILEPATH=.*/$program\$" $text]} {
	    lappend problems "$variable is not $program"
	}
    }
    bs_verdict "CMake: $name" $problems
}

proc bs_cmake_cross { } {
    global bs_top bs_kcfi KCFI_BUILD bs_suffix
    set gcc aarch64-linux-gnu-gcc$bs_suffix
    set plugin [file join [file dirname $KCFI_BUILD] aarch64-linux-gnu$bs_suffix kcfi.so]
    set driver [file join [file dirname $plugin] kcfi-gcc]
    set why [bs_missing $gcc qemu-aarch64]
    if {$why eq "" && ![file exists $driver]} {
	set why "make GCC=$gcc has not been run"
    }
    if {$why ne ""} {
	unsupported "buildsystems/CMake: cross build: $why"
	return
    }
    set folder [file join $bs_top cross-bin]
    set name [bs_install $gcc $driver $plugin $folder]
    set cache [bs_cmake "cross build with LTO" Ninja cmake-cross [list \
	-DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR=aarch64 \
	"-DCMAKE_C_FLAGS=-O2 $bs_kcfi" -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON] \
	[file join $folder $name] {qemu-aarch64 -L /usr/aarch64-linux-gnu}]
    bs_cmake_tools "tools of the cross build" $cache [list \
	CMAKE_AR aarch64-linux-gnu-kcfi-ar CMAKE_STRIP aarch64-linux-gnu-kcfi-strip \
	CMAKE_OBJCOPY aarch64-linux-gnu-kcfi-objcopy CMAKE_NM aarch64-linux-gnu-kcfi-nm \
	CMAKE_C_COMPILER_AR aarch64-linux-gnu-kcfi-gcc-ar$bs_suffix]
}

# packaging/integration/kcfi-toolchain.cmake: the project knows nothing of KCFI.
proc bs_cmake_toolchain { } {
    global srcdir bs_top bs_suffix
    set path [bs_project cmake-toolchain]
    set prefix [file join $bs_top cmake-toolchain.installed]
    set file [file join [file dirname [file normalize $srcdir]] packaging integration \
		  kcfi-toolchain.cmake]
    bs_case "CMake: the toolchain file" [list \
	[list $path [list cmake -G Ninja -S . -B build -DCMAKE_TOOLCHAIN_FILE=$file \
			 -DKCFI_SUFFIX=$bs_suffix -DCMAKE_INSTALL_PREFIX=$prefix]] \
	[list $path {cmake --build build}] \
	[list $path {cmake --install build}]] $prefix
}

# packaging/integration/kcfi.cmake: the project asks for KCFI, and for the audit as a
# test, of which there must be one.  COMPILER knows either flag that the module tries.
proc bs_cmake_module { name folder compiler } {
    global srcdir bs_top KCFI_BUILD
    set audit [file join [file dirname $KCFI_BUILD] audit kcfi-audit]
    if {![file executable $audit]} {
	unsupported "buildsystems/CMake: $name: kcfi-audit is not built"
	return
    }
    set path [bs_project $folder]
    set module [file join [file dirname [file normalize $srcdir]] packaging integration \
		    kcfi.cmake]
    set channel [open [file join $path CMakeLists.txt] a]
    puts $channel "enable_testing ()\ninclude (\"$module\")\n
kcfi_protect (program archive library)\nkcfi_audit (program library)"
    close $channel
    set prefix [file join $bs_top $folder.installed]
    bs_case "CMake: $name" [list \
	[list $path [list cmake -G Ninja -S . -B build -DCMAKE_C_COMPILER=$compiler \
			 -DKCFI_AUDIT=$audit -DCMAKE_INSTALL_PREFIX=$prefix]] \
	[list $path {cmake --build build}] \
	[list $path {ctest --test-dir build --no-tests=error}] \
	[list $path {cmake --install build}]] $prefix
}

# A GCC that finds the plugin by its name, as one does for which it is installed.
proc bs_gcc_with_plugin { } {
    global bs_top KCFI_CC KCFI_PLUGIN
    set path [file join $bs_top gcc-with-plugin]
    set channel [open $path w]
    puts $channel "#!/bin/sh\nfor word; do\n  shift
  \[ \"\$word\" != -fplugin=kcfi \] || word='-fplugin=$KCFI_PLUGIN'
  set -- \"\$@\" \"\$word\"\ndone\nexec '$KCFI_CC' \"\$@\""
    close $channel
    file attributes $path -permissions 0755
    return $path
}

set bs_why [bs_missing cmake ninja make]
if {$bs_why ne ""} {
    unsupported "buildsystems/CMake: $bs_why"
} else {
    set bs_fnv "$bs_kcfi -fsanitize-kcfi-hash=FNV-1a"
    set bs_cache [bs_cmake "Ninja, LTO" Ninja cmake-lto [list \
	"-DCMAKE_C_FLAGS=-O2 $bs_fnv" -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON]]
    bs_cmake_tools "tools for LTO" $bs_cache [list \
	CMAKE_C_COMPILER_AR kcfi-gcc-ar$bs_suffix \
	CMAKE_C_COMPILER_RANLIB kcfi-gcc-ranlib$bs_suffix]
    bs_cmake "make, in a folder with an odd name" "Unix Makefiles" \
	"odd földer's 日本/cmake" [list "-DCMAKE_C_FLAGS=-O2 $bs_kcfi"]
    bs_cmake_cross
    bs_cmake_toolchain
    bs_cmake_module "the module with kcfi-gcc" cmake-module $bs_cc
    bs_cmake_module "the module with GCC and the plugin" cmake-module-gcc [bs_gcc_with_plugin]
    if {$bs_all} {
	foreach type {Debug Release RelWithDebInfo MinSizeRel} {
	    foreach lto {ON OFF} {
		bs_cmake "Ninja, $type, LTO $lto" Ninja cmake-$type-$lto [list \
		    "-DCMAKE_C_FLAGS=$bs_fnv" -DCMAKE_BUILD_TYPE=$type \
		    -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=$lto]
	    }
	}
    }
}
