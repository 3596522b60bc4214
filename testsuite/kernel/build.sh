# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Configures and builds one row of the table with one compiler.  Sourced.
#
# Everything is in build/kernel/TREE-MACHINE-NAME-COMPILER:
#   obj/           kbuild's output folder (of row_objects, when rows share it)
#   config vmlinux image System.map   copies, so that a row which shares the
#                  folder of another does not change them afterwards
#   config.log build.log boot-N.log

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "${BASH_SOURCE[0]%/*}/lib.sh"

# folder_of TREE NAME: the row's folder for the present machine and compiler.
folder_of ()
{
  echo "$out/$1-$machine-$2-$cc_tag"
}

# in_tree ARGUMENT...: make in the kernel tree for the present row.
in_tree ()
{
  nice make -C "$source" O="$objects" "${make_arguments[@]}" "$@"
}

# Writes what the fragments are merged over: what a target of make writes, or a
# file of the package linux-config-TREE.
write_base ()
{
  local file
  if [ -z "$row_base_file" ]; then
    in_tree -s "${row_base:-tinyconfig}"
    return
  fi
  file=/usr/src/linux-config-$row_tree/$row_base_file
  need_packages "$file=linux-config-$row_tree"
  xz -dc "$file" > "$objects/.config"
}

# Merges the fragments over their base and prints every setting that kbuild did
# not accept: a test of a kernel without CFI would prove nothing.
write_config ()
{
  local fragment files=()
  for fragment in "${row_fragments[@]}"; do
    files+=("$kernel_tests/fragments/$fragment.config")
    [ -e "${files[-1]}" ] || die "no ${files[-1]}"
  done
  write_base || return 1
  "$source/scripts/kconfig/merge_config.sh" -m -O "$objects" \
    "$objects/.config" "${files[@]}" || return 1
  in_tree -s olddefconfig || return 1
  refused=$(cat "${files[@]}" | awk -v config="$objects/.config" '
    # The last fragment that names an option decides.
    function option(line) {
      sub(/^# /, "", line)
      sub(/[ =].*/, "", line)
      return line
    }
    /^(# )?CONFIG_/ { wanted[option($0)] = $0 }
    END {
      while ((getline line < config) > 0)
        if (line ~ /^(# )?CONFIG_/)
          actual[option(line)] = line
      for (name in wanted)
        if (wanted[name] ~ /^#/ ? actual[name] ~ /^CONFIG/ \
                                : actual[name] != wanted[name])
          print "refused: " wanted[name]
    }')
  printf '%s\n' "$refused"
}

# What make is run by: may be set to a command that measures it.
make_prefix=(nice)

# run_make LOG TARGET...: with progress every 20 seconds.
run_make ()
{
  local log=$1 pid next=$((SECONDS + 20))
  shift
  # Not in_tree: the signal must reach make, not a shell around it.
  "${make_prefix[@]}" make -C "$source" O="$objects" "${make_arguments[@]}" \
    -j"$jobs" "$@" > "$log" 2>&1 &
  pid=$!
  # shellcheck disable=SC2064 # this very process
  trap "kill $pid; exit 130" INT TERM
  while kill -0 $pid 2> /dev/null; do
    sleep 0.5
    if [ $SECONDS -ge $next ]; then
      say "  ... $(grep -c '^  CC ' "$log") files compiled"
      next=$((SECONDS + 20))
    fi
  done
  trap - INT TERM
  wait $pid
}

# prepare_row TREE MACHINE NAME COMPILER: configures; sets everything that names
# the row: source, folder, objects, label, cc...  Records passes and fails.
prepare_row ()
{
  local start identity
  find_row "$1" "$2" "$3"
  set_machine "$2"
  set_compiler "$4"
  "$top/tools/setup.sh" "kernel:$machine" "$GCC" || exit 1
  kernel_source "$1"
  label="kernel $1 $machine $3 $cc_tag"
  folder=$(folder_of "$1" "$3")
  objects=$(folder_of "$1" "$row_objects")/obj
  mkdir -p "$folder"

  # kbuild sees a changed command line, but not a changed compiler or plugin.
  identity="$kernel_version $cc $cc_identity"
  if [ "$identity" != "$(cat "$objects/.built-with" 2> /dev/null)" ]; then
    rm -rf "$objects"
    mkdir -p "$objects"
    printf '%s\n' "$identity" > "$objects/.built-with"
  fi

  start=$SECONDS
  say "configuring $1 $machine $3 for $cc_tag"
  write_config > "$folder/config.log" 2>&1
  check "$label: configure" $? "$(tail -5 "$folder/config.log")"
  check "$label: every wanted option is accepted" \
    "$([ -z "$refused" ]; echo $?)" "$refused"
  cp "$objects/.config" "$folder/config"
  say "configured in $((SECONDS - start)) s"
}

# Warnings of compiler, objtool, modpost and linker in a build log, except the
# ones of the row's file of known ones.
new_warnings ()
{
  grep -iE '(^|[ :])warning[: ]' "$1" \
    | grep -vFf <(grep -v '^#' "$kernel_tests/known-warnings")
}

# build_outside_module: a module outside of the tree, with the kernel's compiler
# and nothing else said.  Kbuild writes beside the source: that is copied.
build_outside_module ()
{
  local log=$folder/module.log warnings
  rm -rf "$folder/module"
  cp -r "$kernel_tests/guest/module" "$folder/module"
  in_tree M="$folder/module" modules > "$log" 2>&1
  check "$label: a module outside of the tree is built" $? "$(tail -5 "$log")"
  warnings=$(new_warnings "$log")
  check "$label: no warnings of that module" \
    "$([ -z "$warnings" ]; echo $?)" "$warnings"
  # Other machines' preambles have no symbols.
  if [ "$machine ${cc_tag%%-*}" = "x86_64 kcfi" ]; then
    check_preambles main yes
    check_preambles removed no
    check_preambles flagged no
  fi
}

# check_preambles FILE yes|no: whether that object of the module outside of the
# tree has any.
check_preambles ()
{
  local has=no
  ! readelf -sW "$folder/module/$1.o" | grep -q ' __cfi_' || has=yes
  check "$label: $1.o of that module has preambles: $2" \
    "$([ $has = "$2" ]; echo $?)"
}

# build_row: after prepare_row.  The status is 0 if there is a kernel.
build_row ()
{
  local start=$SECONDS status warnings targets
  say "building $label"
  targets=(vmlinux "${image##*/}")
  if grep -q '^CONFIG_MODULES=y' "$folder/config"; then
    targets+=(modules)
  fi
  run_make "$folder/build.log" "${targets[@]}"
  status=$?
  check "$label: build" $status \
    "$(grep -E '(error|Error|undefined)' "$folder/build.log" | head -20)"
  say "built in $((SECONDS - start)) s ($folder/build.log)"
  [ $status -eq 0 ] || return 1
  warnings=$(new_warnings "$folder/build.log")
  check "$label: no warnings" "$([ -z "$warnings" ]; echo $?)" "$warnings"
  cp "$objects/vmlinux" "$objects/System.map" "$folder"
  cp "$objects/$image" "$folder/image"
  ! grep -q '^CONFIG_MODULES=y' "$folder/config" || build_outside_module
}

# build_parts PART...: in place of build_row, only these of kbuild's targets:
# folders of objects, as "net/".  Goes on behind what cannot be compiled, which
# make's status tells.
build_parts ()
{
  local start=$SECONDS status errors warnings
  say "building $* of $label"
  run_make "$folder/build.log" -k "$@"
  status=$?
  errors=$(grep -E '(error:|Error [0-9])' "$folder/build.log" | head -20)
  check "$label: build of $*" $status "$errors"
  say "$(grep -cE '^  CC ' "$folder/build.log") files compiled in" \
    "$((SECONDS - start)) s ($folder/build.log)"
  warnings=$(new_warnings "$folder/build.log")
  check "$label: no warnings" "$([ -z "$warnings" ]; echo $?)" "$warnings"
}

# What the present row's type ids depend on besides the compiler.
reference_key ()
{
  printf '# source: %s\n# fragments: %s\n' "$kernel_version" \
    "$(cd "$kernel_tests/fragments" \
      && cat "${row_fragments[@]/%/.config}" | sha256sum | cut -c 1-16)"
}

# reference_file TREE NAME: where the ids of clang's build of a row are kept.
reference_file ()
{
  echo "$kernel_tests/reference/clang-19-ids-$1-$machine-$2.txt.xz"
}

# front_end_ids: of the objects that clang-front-end.sh made.  Of a weak symbol
# that many have the kernel has one.
front_end_ids ()
{
  find "$objects" -name '*.o.ll' -print0 \
    | xargs -0 awk -f "$kernel_tests/reference/front-end-ids.awk" \
    | awk '$1 != "T" || !seen[$0]++'
}

# make_reference TREE NAME FILE: builds the row with Clang and keeps its type
# ids.
make_reference ()
{
  local ids
  set_machine "$machine"
  need_packages clang-19=clang-19
  if [ "$reference_compiler" = front-end ] || ${front_end:-false}; then
    prepare_row "$1" "$machine" "$2" "$kernel_tests/reference/clang-front-end.sh"
    # It must fail, but not before the end: these objects cannot be linked.
    run_make "$folder/build.log" -k vmlinux
    ids=front_end_ids
  else
    prepare_row "$1" "$machine" "$2" clang-19
    build_row || return
    build_tool elf/kernel-elf
    ids="$out/kernel-elf ids $folder/vmlinux"
  fi
  {
    echo "# Type ids of Linux, made by make-reference.sh: P preamble," \
      "T __kcfi_typeid_"
    echo "# compiler: $("$cc" --version | head -1)"
    reference_key
    $ids | LC_ALL=C sort -k1,1 -k3,3 -k2,2
  } | xz -9e > "$folder/ids.xz"
  [ "$(xz -dc "$folder/ids.xz" | grep -c '^P ')" -gt 1000 ] \
    || die "hardly any ids: see $folder/build.log"
  cp "$folder/ids.xz" "$3"
}

# reference_fits FILE: whether it was made from the present row's source.
reference_fits ()
{
  [ -e "$1" ] && [ "$(xz -dc "$1" | sed -n 3,4p)" = "$(reference_key)" ]
}
