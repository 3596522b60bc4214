#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian packages of a tarball as build-debian.sh does, in a new chroot of a
# release of Debian that has what they are built for.  Needs root and debootstrap.
# usage: build-debian-in.sh RELEASE VERSION TARBALL FOLDER MAJOR...
set -u
cd "$(dirname "$0")/.." || exit 1
# shellcheck source-path=SCRIPTDIR source=chroot.sh
. packaging/chroot.sh
release=$1 version=$2 tarball=$3 folder=$4
shift 4
chroot=$PWD/build/chroots/builder-$release
mkdir -p "$folder"
folder=$(realpath "$folder")
log=$folder/builder.log
new_chroot "$release" "$chroot" "$log"
mkdir "$chroot/source"
cp "$tarball" "$chroot/source/kcfi.tar.xz"
cp -r packaging tools plugin "$chroot/source"
for major; do
  in_chroot /source/tools/setup.sh deb "gcc-$major" >> "$log" 2>&1 || fail "see $log"
done
name=${DEBFULLNAME:-$(git config user.name || echo "KCFI maintainers")}
address=${DEBEMAIL:-$(git config user.email || echo "root@$(hostname -f)")}
in_chroot env DEBFULLNAME="$name" DEBEMAIL="$address" \
  DEB_BUILD_OPTIONS="${DEB_BUILD_OPTIONS:-}" DEB_BUILD_PROFILES="${DEB_BUILD_PROFILES:-}" \
  /source/packaging/build-debian.sh "$version" /source/kcfi.tar.xz /source/built "$@" \
  || { cp "$chroot/source/built/build.log" "$folder"; fail "see $folder/build.log"; }
find "$chroot/source/built" -maxdepth 1 -type f -exec cp {} "$folder" \;
rm -rf --one-file-system "$chroot"
