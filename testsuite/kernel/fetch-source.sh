#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fetches a kernel's source that the running release of Debian does not have
# from Debian sid, without making the machine a sid: apt has a configuration of
# its own here, the package is not installed, only its tarball is taken out.
#
#   fetch-source.sh TREE FOLDER     makes FOLDER/linux-source-TREE.tar.xz
#
# FOLDER/apt keeps the lists.  Their signature is verified; that they may be old
# is no concern, for a mirror can stand still.  sid has one kernel at a time:
# when it has moved on, put the tarball of another source (snapshot.debian.org)
# into a folder and name that by KCFI_KERNEL_SOURCES.
set -eu
tree=${1:?usage: fetch-source.sh TREE FOLDER}
mkdir -p "${2:?usage: fetch-source.sh TREE FOLDER}"
folder=$(realpath "$2")
package=linux-source-$tree
apt=$folder/apt
options=(-o Dir::Etc::sourcelist="$apt/sources.list"
	 -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$apt/lists"
	 -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root
	 -o APT::Install-Recommends=0 -o Acquire::Check-Valid-Until=false
	 -o Acquire::Languages=none)

# Where this machine gets its packages from.
mirror ()
{
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
    | grep -v security | head -n 1
}

fail ()
{
  tail -n 5 "$apt/log" >&2
  echo "fetch-source: $*" >&2
  exit 1
}

mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]" \
  "$(mirror) sid main" > "$apt/sources.list"
apt-get "${options[@]}" update > "$apt/log" 2>&1 || fail "apt-get update failed"
(cd "$apt" && apt-get "${options[@]}" download "$package") >> "$apt/log" 2>&1 \
  || fail "Debian sid has no $package (any more)"
dpkg-deb --fsys-tarfile "$apt/$package"_*.deb \
  | tar -x -O "./usr/src/$package.tar.xz" > "$folder/$package.part"
mv "$folder/$package.part" "$folder/$package.tar.xz"
rm -f "$apt/$package"_*.deb
