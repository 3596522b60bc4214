#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Lists the cycles between files, in which none can be understood without the
# others:
#
#   includes   files that include one another
#   calls      sources that use one another's functions or variables, as the
#              symbols of their objects tell
#   folders    the folders of kcfi-audit, its layers, that do either
#
# Fails if there is one that ALLOWED does not name with a reason (see there), if
# one of ALLOWED is gone, or if a source has no object.
#
# usage: cycles.sh ALLOWED OBJECT...     from the top of a tree
# An OBJECT is called after its source: build/audit/tools/NAME.c.o of tools/NAME.c.
set -euo pipefail
export LC_ALL=C
allowed=${1:?usage: cycles.sh ALLOWED OBJECT...}
shift
layers=tools/kcfi-audit
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

folders=()
for folder in plugin gimple rtl tools testsuite; do
  [ ! -d "$folder" ] || folders+=("$folder")
done
find "${folders[@]}" -name "*.[ch]" -o -name "*.cc" | sort > "$work/files"
mapfile -t files < "$work/files"

# --- Edges: lines `FROM TO' -----------------------------------------------------

awk '
  FNR == NR { known[$0]; next }
  /^#[ \t]*include[ \t]*"/ {
    split($0, part, "\"")
    folder = FILENAME
    sub(/[^\/]*$/, "", folder)
    count = split(folder part[2], step, "/")
    depth = 0
    for (i = 1; i <= count; i++)
      if (step[i] == "..")
	depth--
      else if (step[i] != ".")
	kept[++depth] = step[i]
    path = kept[1]
    for (i = 2; i <= depth; i++)
      path = path "/" kept[i]
    if (path in known)
      print FILENAME, path
  }' "$work/files" "${files[@]}" | sort -u > "$work/includes"

# Lines `OBJECT SOURCE'.
printf '%s\n' "$@" | awk '
  FNR == NR { known[$0]; next }
  {
    path = $0
    sub(/\.o$/, "", path)
    while (!(path in known) && sub(/^[^\/]*\//, "", path))
      ;
    print $0, (path in known ? path : "none")
  }' "$work/files" - > "$work/objects"

# Lines `make SYMBOL SOURCE' and `use SYMBOL SOURCE'.  Symbols of which several
# objects may have a copy (W, V) are inline functions, no definition of the
# source's own.
nm -gA "$@" > "$work/symbols"
awk '
  FNR == NR { source[$1] = $2; next }
  {
    object = $1
    sub(/:[0-9a-f]*$/, "", object)
    if ($(NF - 1) == "U")
      print "use", $NF, source[object]
    else if ($(NF - 1) ~ /^[TDBRGSC]$/)
      print "make", $NF, source[object]
  }' "$work/objects" "$work/symbols" | sort -u > "$work/uses"


awk '
  $1 == "make" { makers[$2] = makers[$2] " " $3 }
  $1 == "use" {
    count = split(makers[$2], maker, " ")
    for (i = 1; i <= count; i++)
      if (maker[i] != $3)
	print $3, maker[i]
  }' "$work/uses" | sort -u > "$work/calls"

awk -v layers="$layers/" '
  function layer(path)
  {
    if (index(path, layers) != 1)
      return ""
    path = substr(path, length(layers) + 1)
    return path ~ /\// ? layers substr(path, 1, index(path, "/") - 1) : ""
  }
  layer($1) != "" && layer($2) != "" && layer($1) != layer($2) {
    print layer($1), layer($2)
  }' "$work/includes" "$work/calls" | sort -u > "$work/folders"

# --- Cycles: lines `KIND: FILE FILE...' -----------------------------------------

# components FILE: the strongly connected components of more than one node of
# the edges in FILE, each a line: what is reached along the edges and back.
components () {
  awk '
    { to[$1] = to[$1] " " $2; from[$2] = from[$2] " " $1; node[$1]; node[$2] }
    function reach(start, edges, reached,    queue, first, last, count, i, near)
    {
      split("", reached)
      reached[start]
      first = last = 1
      queue[1] = start
      while (first <= last)
	{
	  count = split(edges[queue[first++]], near, " ")
	  for (i = 1; i <= count; i++)
	    if (!(near[i] in reached))
	      {
		reached[near[i]]
		queue[++last] = near[i]
	      }
	}
    }
    END {
      for (start in node)
	if (!(start in done))
	  {
	    reach(start, to, forward)
	    reach(start, from, backward)
	    for (other in forward)
	      if (other in backward)
		{
		  done[other]
		  print start, other
		}
	  }
    }' "$1" | sort | awk '
    $1 != last { if (count > 1) print line; line = ""; count = 0; last = $1 }
    { line = line " " $2; count++ }
    END { if (count > 1) print line }'
}

for kind in includes calls folders; do
  components "$work/$kind" | sed "s/^/$kind:/"
done | sort > "$work/found"

# --- Against those that are allowed ---------------------------------------------

# Paragraphs of a cycle, as it is printed here, and its reason.
awk '
  function sorted(line,    file, count, i, j, moved)
  {
    count = split(line, file, " ")
    line = file[1]
    for (i = 3; i <= count; i++)
      {
	moved = file[i]
	for (j = i; j > 2 && file[j - 1] > moved; j--)
	  file[j] = file[j - 1]
	file[j] = moved
      }
    for (i = 2; i <= count; i++)
      line = line " " file[i]
    return line
  }
  function finish()
  {
    if (cycle != "" && !reason)
      print "bad: has no reason: " cycle
    else if (cycle != "")
      print sorted(cycle)
    cycle = ""
    reason = 0
  }
  /^#/ { next }
  /^$/ { finish(); next }
  /^(includes|calls|folders): / && cycle == "" { cycle = $0; next }
  /^why: ./ && cycle != "" { reason = 1; next }
  { print "bad: cannot be read: " $0 }
  END { finish() }' "$allowed" | sort > "$work/allowed"

problems=0
complain () {
  echo "cycles: $*" >&2
  problems=$((problems + 1))
}

while read -r object _; do
  complain "$object is the object of no source"
done < <(grep ' none$' "$work/objects")
while read -r path; do
  complain "$path has no object: what it calls is not known"
done < <(grep '\.cc*$' "$work/files" | grep -v '^testsuite/' \
  | comm -23 - <(cut -d " " -f 2 "$work/objects" | sort -u))
while read -r kind rest; do
  case $kind in
    bad:) complain "$allowed: $rest" ;;
    *) complain "$allowed: there is no such cycle (any more): $kind $rest" ;;
  esac
done < <(comm -13 "$work/found" "$work/allowed")
while read -r kind files; do
  complain "a cycle of $kind $files"
  # What leads from one of them to another.
  awk -v files=" $files " '
    index(files, " " $1 " ") && index(files, " " $2 " ") {
      print "  " $1 " -> " $2
    }' "$work/${kind%:}" >&2
done < <(comm -23 "$work/found" "$work/allowed")

[ "$problems" = 0 ] || exit 1
echo "cycles: $(wc -l < "$work/files") files;" \
  "allowed cycles: $(wc -l < "$work/found")"
