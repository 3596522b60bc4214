# SPDX-License-Identifier: GPL-3.0-or-later
#
# kcfi-check-kernel: what is wrong with a kernel that was built.  The folder has what
# kbuild leaves: .config, a link to the source with its Kconfig, a record beside each
# object, vmlinux and modules.  The cases are what builders did wrong with real
# kernels: a compiler without the plugin at olddefconfig or for a module, an exempted
# folder, a machine without CFI.

set kernel_script [file join $audit_top tools kcfi-audit kcfi-check-kernel]

# Linux 6.1's words, shortened.
set kernel_kconfig {config ARCH_SUPPORTS_CFI_CLANG
	bool
config CFI_CLANG
	bool "Use Clang's Control Flow Integrity (CFI)"
	depends on ARCH_SUPPORTS_CFI_CLANG
	depends on $(cc-option,-fsanitize=kcfi)
config CFI_PERMISSIVE
	bool "Use CFI in permissive mode"
	depends on CFI_CLANG
}
set kernel_config {#
# Automatically generated file; DO NOT EDIT.
# Linux/x86_64 6.1.170 Kernel Configuration
#
CONFIG_CC_VERSION_TEXT="gcc-12 (Debian) 12.2.0"
CONFIG_X86_64=y
CONFIG_DEBUG_INFO=y
CONFIG_LKDTM=y
CONFIG_ARCH_SUPPORTS_CFI_CLANG=y
CONFIG_CFI_CLANG=y
}
set kernel_code {
extern int out;
__attribute__ ((noinline)) int target (int x) { return x + out; }
int (*pointer) (int) = target;
int call (int (*f) (int)) { return f (1) + 1; }
void _start (void) { out = call (pointer); }
int out;
}

# Writes BUILD/FILE.
proc kernel_write { file text } {
    global audit_work
    file mkdir [file dirname [file join $audit_work build $file]]
    audit_write build/$file $text
}

# Compiles the code with COMMAND as BUILD/OUTPUT.
proc kernel_compile { command options output } {
    global audit_work kernel_code
    audit_write kernel.c $kernel_code
    file mkdir [file dirname [file join $audit_work build $output]]
    audit_compile $command [concat {-O1 -ffreestanding -fno-pie} $options] \
	[file join $audit_work kernel.c] build/$output
}

# The record that kbuild leaves of OBJECT.
proc kernel_record { object {options -fsanitize=kcfi} {compiler kcfi-gcc-12} } {
    set name [file tail $object]
    kernel_write [file join [file dirname $object] .$name.cmd] \
	"cmd_$object := $compiler -Wp,-MMD,x.d -nostdinc -D__KERNEL__ $options -c -o $object [file rootname $object].c\n\nsource_$object := x.c\n"
}

# A folder without a fault.
proc kernel_prepare { } {
    global audit_work kernel_config kernel_kconfig
    file delete -force -- [file join $audit_work build]
    kernel_write .config $kernel_config
    kernel_write source/arch/Kconfig $kernel_kconfig
    kernel_write source/arch/x86/Kconfig \
	"config X86\n\tdef_bool y\n\tselect ARCH_SUPPORTS_CFI_CLANG\tif X86_64\n"
    kernel_record init/main.o
    kernel_record arch/x86/entry/vdso/vclock_gettime.o {}
    kernel_compile [audit_plugin] {-nostdlib -static} vmlinux
    kernel_compile [audit_plugin] -c fs/good.ko
}

# After BODY has changed the folder, the answer has STATUS and so many problems, and
# matches PATTERNS.
proc kernel_case { what body status problems patterns {arguments build} } {
    global audit_work audit_tool kernel_script
    kernel_prepare
    uplevel 1 $body
    lassign [kcfi_exec [concat [list sh -c {cd "$1" && shift && exec "$@"} sh $audit_work \
			    $kernel_script --audit=$audit_tool] $arguments]] got output
    set problem ""
    if {$got != $status} { append problem "exit status $got, not $status\n" }
    if {[regexp -all -line {^problem } $output] != $problems} {
	append problem "not $problems problems\n"
    }
    foreach pattern $patterns {
	if {![regexp -line -- $pattern $output]} { append problem "no `$pattern'\n" }
    }
    if {$problem ne ""} { append problem $output }
    audit_result "check-kernel: $what" $problem
}

kernel_case "nothing wrong" {} 0 0 {
    {^kernel +6\.1\.170, x86_64$}
    {^config +CONFIG_CFI_CLANG=y$}
    {^ +kcfi-gcc-12 \(2 files\)$}
    {^files +1 of C compiled with KCFI, 1 without$}
    {^ +arch/x86/entry/vdso: 1, runs in user space$}
    {^modules +1$}
    {^audit +2 files: 2 of 2 calls}
    {^result +no problem found$}
}
kernel_case "7.2's name of the option" {
    kernel_write .config [string map {CFI_CLANG CFI} $kernel_config]
} 0 0 {{^config +CONFIG_CFI=y$}}
kernel_case "permissive" {
    kernel_write .config "${kernel_config}CONFIG_CFI_PERMISSIVE=y\n"
} 0 0 {{CONFIG_CFI_PERMISSIVE=y: a failure is reported and the call goes on}}

# Kconfig.
kernel_case "dropped: the compiler lacked the plugin" {
    kernel_write .config [string map {CONFIG_CFI_CLANG=y\n {}} $kernel_config]
} 1 1 {
    {^problem +CONFIG_CFI_CLANG was dropped by Kconfig}
    {-> depends on ARCH_SUPPORTS_CFI_CLANG \(y\)}
    {-> depends on \$\(cc-option,-fsanitize=kcfi\)}
    {CC=kcfi-gcc-12}
}
kernel_case "offered, and not set" {
    kernel_write .config [string map {CONFIG_CFI_CLANG=y "# CONFIG_CFI_CLANG is not set"} \
			      $kernel_config]
} 1 1 {
    {^problem +CONFIG_CFI_CLANG is offered and not set$}
    {-> build/source/scripts/config --file build/\.config -e CFI_CLANG}
}
kernel_case "a machine with conditions" {
    kernel_write .config [string map {
	CONFIG_X86_64=y\n {} CONFIG_ARCH_SUPPORTS_CFI_CLANG=y\n {}
	CONFIG_CFI_CLANG=y\n {} x86_64 i386} $kernel_config]
} 1 1 {
    {this configuration has no CONFIG_ARCH_SUPPORTS_CFI_CLANG}
    {-> Kconfig says: select ARCH_SUPPORTS_CFI_CLANG if X86_64 \(n\)}
}
kernel_case "a machine without CFI" {
    kernel_write .config [string map {
	CONFIG_ARCH_SUPPORTS_CFI_CLANG=y\n {} CONFIG_CFI_CLANG=y\n {} x86_64 s390} \
			      $kernel_config]
} 1 1 {{^problem .*: Linux 6\.1\.170 has no KCFI for s390$}}
kernel_case "arm without a handler" {
    kernel_write .config [string map {x86_64 arm} $kernel_config]
} 1 1 {{^problem +without CONFIG_PERF_EVENTS nobody handles a failed check$}}

# Files.
kernel_case "an exempted folder" {
    kernel_record drivers/misc/a.o {-fsanitize=kcfi -fno-sanitize=kcfi}
    kernel_record drivers/misc/b.o -Os
    kernel_write source/drivers/misc/Makefile "CFLAGS_REMOVE_b.o := \$(CC_FLAGS_CFI)\n"
} 1 1 {
    {^problem +2 files of drivers/misc are compiled without KCFI$}
    {drivers/misc/Makefile:1:CFLAGS_REMOVE_b\.o := \$\(CC_FLAGS_CFI\)}
}
kernel_case "the plugin told to do nothing" {
    kernel_record net/a.o {-fsanitize=kcfi -fplugin-arg-kcfi-disable}
} 1 1 {{^problem +1 files of net are compiled without KCFI$}}
kernel_case "two compilers" {
    kernel_record net/a.o -fsanitize=kcfi {ccache kcfi-gcc-13}
} 1 1 {
    {^ +ccache kcfi-gcc-13 \(1 files\)$}
    {^problem +the files were made by more than one compiler$}
}
kernel_case "records of newer kernels, and of what is no part of it" {
    kernel_write kernel/.fork.o.cmd \
	"savedcmd_kernel/fork.o := kcfi-gcc-12 -D__KERNEL__ -fsanitize=kcfi -c -o kernel/fork.o kernel/fork.c ; ./tools/objtool/objtool x\n"
    kernel_write scripts/.modpost.o.cmd "cmd_scripts/modpost.o := gcc -Wall -c -o a a.c\n"
    kernel_write arch/x86/lib/.memcpy.o.cmd \
	"cmd_arch/x86/lib/memcpy.o := kcfi-gcc-12 -D__KERNEL__ -D__ASSEMBLY__ -c -o a a.S\n"
    kernel_record fs/good.mod.o {}
} 0 0 {{^files +2 of C compiled with KCFI, 2 without$}}

# Binaries.
kernel_case "no vmlinux" {
    file delete [file join $audit_work build vmlinux]
} 1 1 {{^problem +there is no vmlinux in build$}}
kernel_case "a module without the plugin" {
    kernel_compile $KCFI_CC -c fs/bad.ko
} 1 1 {{^problem +build/fs/bad\.ko: 0 of 1 calls}}
kernel_case "a module of other settings" {
    kernel_compile [concat [audit_plugin] -fplugin-arg-kcfi-normalize-integers] -c fs/bad.ko
} 1 1 {{^problem +vmlinux and the modules do not fit together$}}
kernel_case "a module from elsewhere" {
    kernel_compile $KCFI_CC -c ../away/bad.ko
} 1 1 {{^problem +away/bad\.ko: 0 of 1 calls} {^modules +2$}} {build away}
kernel_case "records only" {
    file delete [file join $audit_work build vmlinux]
} 0 0 {{^result +no problem found$}} {--no-audit build}

# What is no kernel.
kernel_case "no folder" {} 2 0 {{^kcfi-check-kernel: nowhere is not a folder$}} nowhere
kernel_case "not where a kernel was built" {} 2 0 {{there is no \.config in build/fs: name the}} \
    build/fs
kernel_case "a .config of something else" {
    kernel_write .config "CONFIG_BUSYBOX=y\n"
} 2 0 {{is not the configuration of a kernel$}}
kernel_case "nothing compiled" {
    foreach file {init/.main.o.cmd arch/x86/entry/vdso/.vclock_gettime.o.cmd} {
	file delete [file join $audit_work build $file]
    }
} 1 1 {{^problem +no file was compiled in build yet$}}
kernel_case "an unknown option" {} 2 0 {{no option "--frob"; --help lists them}} {--frob build}
kernel_case "no auditor" {} 2 0 {{there is no nowhere: install it}} {--audit=nowhere build}
kernel_case "no such module" {} 2 0 {{there is no lost\.ko$}} {build lost.ko}
kernel_case "help" {} 0 0 {{^Usage: kcfi-check-kernel }} --help
