#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the RPM packages of a tarball for one GCC with rpmbuild -bb, and compares what
# they have with what make install makes.  Debian has rpmbuild, too, but no packages
# for it to depend on: there the spec's requirements are left out.
# Ends with `N passed, N failed'.
# usage: build-rpm.sh VERSION DATE TARBALL FOLDER GCC
set -eu
version=$1 date=$2 tarball=$3 folder=$4 gcc=$5
cd "$(dirname "$0")/.."
tarball=$(realpath "$tarball")
command -v rpmbuild > /dev/null \
  || { echo "rpm: install the package rpm (rpm-build)" >&2; exit 1; }
rm -rf "$folder"
mkdir -p "$folder"/{SOURCES,SPECS,all,expected}
folder=$(realpath "$folder")
cp "$tarball" "$folder/SOURCES"
sed "s/@VERSION@/$version/; s/@RPM_DATE@/$(LC_ALL=C date -d "$date" '+%a %b %d %Y')/" \
  packaging/rpm/kcfi.spec.in > "$folder/SPECS/kcfi.spec"
foreign=()
if [ ! -e /etc/redhat-release ] && [ ! -e /etc/SUSE-brand ]; then
  foreign=(--nodeps --define 'kcfi_no_requires 1')
fi
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
echo "rpm: building in $folder"
rpmbuild -bb --define "_topdir $folder" --define "kcfi_gcc $gcc" "${foreign[@]}" \
  "$folder/SPECS/kcfi.spec" > "$folder/build.log" 2>&1 \
  || { tail -n 20 "$folder/build.log" >&2; exit 1; }
mapfile -t packages < <(find "$folder/RPMS" -name '*.rpm' | sort)
for package in "${packages[@]}"; do
  echo "  ${package##*/}"
  case $package in
    *-debuginfo-* | *-debugsource-*) continue ;;
  esac
  (cd "$folder/all" && rpm2cpio "$package" | cpio -idm --quiet)
done

passed=0 failed=0
# expect NAME COMMAND...
expect () {
  local name=$1
  shift
  if "$@" > "$folder/check.log" 2>&1; then
    echo "PASS: $name"
    passed=$((passed + 1))
  else
    echo "FAIL: $name"
    cat "$folder/check.log"
    failed=$((failed + 1))
  fi
}

# All but documents, which make install leaves to packages, and what rpmbuild does to
# manual pages.
list () {
  (cd "$1" && find . ! -type d ! -path './usr/share/doc/*' ! -path './usr/share/licenses/*' \
    ! -path './usr/lib/.build-id/*' | sed 's/\.gz$//' | LC_ALL=C sort)
}

same_files () { diff <(list "$folder/expected") <(list "$folder/all"); }

# The packages' plugin and driver, where they are: a right call passes, a forged one
# is stopped.
works () {
  local plugin driver=kcfi-${gcc##*/} status=0
  plugin=$(find "$folder/all" -name kcfi.so)
  KCFI_PLUGIN=$plugin "$folder/all/usr/bin/$driver" -fsanitize=kcfi -O2 \
    doc/example/demo.c -o "$folder/demo" && "$folder/demo" || return
  (ulimit -c 0; exec "$folder/demo" forged) || status=$?
  [ "$status" -gt 128 ] \
    && "$folder/all/usr/bin/kcfi-audit" --fail-on=unchecked,unprotected "$folder/demo"
}

libdir=$(rpm --eval '%{_libdir}')
make -s install install-audit-library DESTDIR="$folder/expected" debugdir= prefix=/usr \
  libdir="$libdir" GCC="$gcc" > "$folder/install.log" 2>&1
expect "the packages have what make install installs" same_files
expect "what they have works" works
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
