#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sources.sh DIRECTORY PACKAGE...  unpacks Debian's source packages of the
# running release into DIRECTORY/PACKAGE, without Debian's patches, once.  apt
# looks for them with a configuration of its own: the machine's stays as it is.
set -eu
directory=$(realpath "${1:?usage: sources.sh DIRECTORY PACKAGE...}")
shift
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
apt=$directory/apt
options=(-o Dir::Etc::sourcelist="$apt/sources.list"
	 -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$apt/lists"
	 -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root)

# Where this machine gets its packages from.
mirror ()
{
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
    | grep -v security | head -n 1
}

fetch ()
{
  if [ ! -e "$apt/updated" ]; then
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
    echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]" \
      "$(mirror) $release main" \
      > "$apt/sources.list"
    apt-get "${options[@]}" update > "$apt/log" 2>&1 \
      || { cat "$apt/log" >&2; return 1; }
    touch "$apt/updated"
  fi
  (cd "$directory" \
     && apt-get "${options[@]}" source --download-only "$1" >> "$apt/log" 2>&1) \
    || { tail -n 5 "$apt/log" >&2; return 1; }
}

for package; do
  [ ! -e "$directory/$package/unpacked" ] || continue
  ls "$directory/$package"_*.dsc > /dev/null 2>&1 || fetch "$package"
  rm -rf "${directory:?}/$package"
  dpkg-source --no-check --skip-patches -x "$directory/$package"_*.dsc \
    "$directory/$package" >> "$apt/log" 2>&1
  touch "$directory/$package/unpacked"
done
