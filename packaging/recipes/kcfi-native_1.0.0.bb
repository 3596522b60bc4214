# SPDX-License-Identifier: GPL-3.0-or-later
# Yocto: the plugin for the cross compiler of a machine, built on the build host, as a
# recipe of a layer of your own.  A kernel recipe then has
#   DEPENDS += "kcfi-native"
#   KERNEL_CC:append = " -fplugin=${RECIPE_SYSROOT_NATIVE}${libdir_native}/kcfi/kcfi.so"
# Not tried: there is no bitbake where this was written.  The compiler needs its plugin
# headers: EXTRA_OECONF:append:pn-gcc-cross-${TARGET_ARCH} = " --enable-plugin"
SUMMARY = "Kernel control-flow integrity for GCC"
LICENSE = "GPL-3.0-or-later"
LIC_FILES_CHKSUM = "file://LICENSE;md5=1ebbd3e34237af26da5dc08a4e440464"
SRC_URI = "file://kcfi-${PV}.tar.xz"
DEPENDS = "gmp-native xxhash-native elfutils-native virtual/${TARGET_PREFIX}gcc"
inherit native

do_compile () {
    oe_runmake GCC=${TARGET_PREFIX}gcc HOSTCC="${BUILD_CC}" HOSTCXX="${BUILD_CXX}"
}
do_install () {
    oe_runmake install GCC=${TARGET_PREFIX}gcc HOSTCC="${BUILD_CC}" HOSTCXX="${BUILD_CXX}" \
        DESTDIR=${D} prefix=${prefix} plugindir=${libdir}/kcfi debugdir=
}
