# shellcheck shell=bash disable=SC1090,SC2154 # variables and parts of bench-run.sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by bench-run.sh: programs that nobody here wrote, built as the userland tests
# build them (testsuite/userland), but by each variant, statically and on a musl that the
# same compiler made: every call through a pointer in them is checked, or none.

read -r -a program_names <<< "${PROGRAMS:-lua sqlite zstd busybox expat}"
effort=${EFFORT:-1}

packages_expat () { echo expat; }

# A parser that calls back for each element and text (parse.c).
build_expat ()
{
  local lib=$work/sources/expat/expat/lib
  # What its configure would write.
  : > "$lib/expat_config.h"
  "$work/cc" -O2 -w -DXML_GE=1 -DXML_DTD -DXML_NS -DXML_CONTEXT_BYTES=1024 \
    -DXML_DEV_URANDOM "-I$lib" "$lib"/xml*.c "$bench/parse.c" -o "$work/expat"
}

# Clang takes neither GCC's specs nor libraries of its own.
write_clang ()
{
  local resources libgcc
  resources=$(${command[$1]%% *} -print-resource-dir)
  libgcc=$("$gcc" -print-libgcc-file-name)
  printf '#!/bin/sh\nexec %s "$@"\n' "${command[$1]}" > "$work/libc-cc"
  cat > "$work/cc" <<END
#!/bin/sh
for word; do
  case \$word in
    -c | -S | -E | -r | -M | -MM | -print-* | -dump* | --version | -v)
      exec ${command[$1]} -fno-pie -nostdinc -isystem $work/root/include \\
	-isystem $resources/include -nostdlib -static "\$@" ;;
  esac
done
exec ${command[$1]} -fno-pie -no-pie -nostdinc -isystem $work/root/include \\
  -isystem $resources/include -nostdlib -static $work/root/lib/crt1.o \\
  $work/root/lib/crti.o "\$@" -L$work/root/lib -Wl,--start-group -lc $libgcc \\
  -Wl,--end-group $work/root/lib/crtn.o
END
  chmod +x "$work/libc-cc" "$work/cc"
}

write_gcc ()
{
  printf '#!/bin/sh\nexec %s "$@"\n' "${command[$1]}" > "$work/libc-cc"
  printf '#!/bin/sh\nexec %s -fno-pie -no-pie -static "$@" -specs %s\n' \
    "${command[$1]}" "$work/root/lib/kcfi.specs" > "$work/cc"
  chmod +x "$work/libc-cc" "$work/cc"
  sed "s|@ROOT@|$work/root|g" "$here/kcfi.specs.in" > "$work/root/lib/kcfi.specs"
}

# build_variant VARIANT: into $out/programs/VARIANT, unless this compiler made it before.
build_variant ()
{
  local work=$out/programs/$1 bench=$here part stamp
  # shellcheck disable=SC2034 # of musl.sh
  local here=$here/../../userland compiler=$gcc
  stamp="${program_names[*]} $(cat "${command[$1]%% *}" "$plugin" 2> /dev/null | cksum)"
  [ "$(cat "$work/built" 2> /dev/null)" != "$stamp" ] || return 0
  echo "bench-run: building programs by $1"
  rm -rf "$work"
  mkdir -p "$work/root/lib"
  cp -r "$out/programs/sources" "$work/sources"
  # shellcheck source-path=SCRIPTDIR/../../userland
  . "$here/musl.sh"
  case $1 in
    clang*) write_clang "$1" ;;
    *) write_gcc "$1" ;;
  esac
  build_musl > "$work/log" 2>&1 || { tail -n 5 "$work/log" >&2; return 1; }
  for part in "${program_names[@]}"; do
    [ "$part" = expat ] || . "$here/programs/$part.sh"
    "build_$part" >> "$work/log" 2>&1 \
      || { echo "bench-run: $1 cannot build $part:" >&2; tail -n 5 "$work/log" >&2
	   return 1; }
  done
  [ ! -e "$work/sources/busybox/busybox_unstripped" ] \
    || cp "$work/sources/busybox/busybox_unstripped" "$work/busybox"
  echo "$stamp" > "$work/built"
}

# Where the program of PART is.
program_file ()
{
  case $1 in
    sqlite) echo sqlite-speedtest ;;
    *) echo "$1" ;;
  esac
}

build_programs ()
{
  local part variant packages=(musl)
  JOBS=${JOBS:-$(nproc)}
  for part in "${program_names[@]}"; do
    [ "$part" = expat ] || . "$here/../../userland/programs/$part.sh"
    # shellcheck disable=SC2207
    packages+=($("packages_$part"))
  done
  mkdir -p "$out/programs/sources"
  "$here/../../userland/sources.sh" "$out/programs/sources" "${packages[@]}"
  set_variants c
  for variant in "${variants[@]}"; do
    build_variant "$variant"
    for part in "${program_names[@]}"; do
      note_size programs "$part" "$variant" \
	"$out/programs/$variant/$(program_file "$part")"
    done
  done
  # What zstd compresses and Expat parses.
  cat "$out"/programs/sources/libzstd/lib/*/*.[ch] > "$out/programs/text"
  awk 'BEGIN { print "<list>"
	       for (i = 0; i < 60000; i++)
		 printf "<item id=\"%d\" name=\"n%d\"><b>text %d</b> &amp; more</item>\n", i,
		   i % 17, i
	       print "</list>" }' > "$out/programs/xml"
  for part in "${program_names[@]}"; do
    add_program "$part" "$here/run-program.sh $out/programs VARIANT $part $effort"
  done
}
