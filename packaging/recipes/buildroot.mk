# SPDX-License-Identifier: GPL-3.0-or-later
# Buildroot: package/host-kcfi/kcfi.mk of an external tree, with the tarball in dl/kcfi.
# It puts the plugin beside the cross compiler that Buildroot made, which must have plugin
# support (BR2_GCC_ENABLE_PLUGINS in older versions; GCC's default since).  A kernel is
# then built with LINUX_MAKE_FLAGS += CC="$(TARGET_CROSS)kcfi-gcc".
# Not tried: there is no Buildroot where this was written.
KCFI_VERSION = 1.0.0
KCFI_SOURCE = kcfi-$(KCFI_VERSION).tar.xz
KCFI_SITE = $(BR2_EXTERNAL_KCFI_PATH)/dl
KCFI_SITE_METHOD = file
KCFI_LICENSE = GPL-3.0-or-later
KCFI_LICENSE_FILES = LICENSE
HOST_KCFI_DEPENDENCIES = host-gmp host-xxhash host-gcc-final
HOST_KCFI_FLAGS = GCC=$(TARGET_CROSS)gcc HOSTCC="$(HOSTCC)" HOSTCXX="$(HOSTCXX)" \
	CPPFLAGS="$(HOST_CPPFLAGS)" LDFLAGS="$(HOST_LDFLAGS)"

define HOST_KCFI_BUILD_CMDS
	$(MAKE) -C $(@D) $(HOST_KCFI_FLAGS)
endef

define HOST_KCFI_INSTALL_CMDS
	$(MAKE) -C $(@D) $(HOST_KCFI_FLAGS) prefix=$(HOST_DIR) install
endef

$(eval $(host-generic-package))
