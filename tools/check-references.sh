#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Whatever comments, documents and scripts name must be there: files of this tree,
# sections of doc/ as in `doc/abi.md "Check"', and the themes of the test suite in
# its README.  So a file cannot move away from those who point to it.
# usage: check-references.sh
set -u
cd "$(dirname "$0")/.." || exit 1
failed=0
declare -A known=()
# The last are about trees of their own.
sources=(':!LICENSE' ':!*.xz' ':!tools/check-references.sh'
  ':!testsuite/lint/*.tcl')

# missing WHERE WHAT: one reference that leads nowhere.
missing ()
{
  echo "$1: $2" >&2
  failed=1
}

# there PATH...: whether git knows files that begin so; words in capitals, as in
# rtl/targets/target-NAME.c, stand for anything.
there ()
{
  local path paths=() word
  [ -z "${known["$*"]:-}" ] || return 0
  for path; do
    for word in NAME FOLDER MACHINE TREE; do
      path=${path//$word/*}
    done
    paths+=("${path%.o}*")
  done
  [ -n "$(git ls-files -- "${paths[@]}")" ] && known["$*"]=1
}

# Paths from the top of the tree.  What follows `/' or `}' belongs to a longer path.
while IFS=: read -r file line path; do
  path=${path#"${path%%[a-z]*}"}
  [[ $path == *"["* ]] || path=${path%"]"}
  case $path in
    tools/objtool/* | testsuite/gcc.*) continue ;; # Linux's and GCC's.
  esac
  there "$path" || missing "$file:$line" "there is no $path"
done < <(git grep -noE \
  '(^|[^][A-Za-z0-9_./*)}-])(doc|testsuite|tools|gimple|rtl|plugin)/[][A-Za-z0-9_./*-]*[]A-Za-z0-9_]' \
  -- "${sources[@]}")

# Tests, by theme: `execute/tail-call.c', which may be in a folder of the theme as
# for runtest, and documents, which stand in doc/ or beside those who name them.
themes=$(git ls-files -- 'testsuite/*/*.exp' | cut -d/ -f2 | sort -u | paste -sd'|')
while IFS=: read -r file line path; do
  path=${path#"${path%%[a-zA-Z]*}"}
  case $path in
    execute/pr*) continue ;; # Tests of GCC's own, as is each with such a name.
    */*) there "testsuite/$path" "testsuite/${path%%/*}/*/${path##*/}" ;;
    *) there "${file%/*}/$path" "doc/$path" "$path" ;;
  esac || missing "$file:$line" "there is no $path"
done < <(git grep -noE \
  "(^|[^][A-Za-z0-9_./*)}-])(($themes)/[a-z0-9_./*-]*\.(c|tcl|exp|sh|tsv|txt)|[A-Za-z][a-z0-9-]*\.md)\b" \
  -- doc README.md 'testsuite/*.md' testsuite/mutants/list gimple plugin rtl tools \
  testsuite/lib "${sources[@]}")

# Sections.  The name may stand on the line below.
while IFS=$'\t' read -r file document section; do
  sed -n 's/^#\{1,\} *//p' "$document" 2> /dev/null | tr -d '`' \
    | grep -qxF -- "$section" \
    || missing "$file" "$document has no section \"$section\""
done < <(git grep -lE 'doc/[a-z-]+\.md' -- "${sources[@]}" ':!*.md' \
  | while read -r file; do
    tr -s '\n\t #*' ' ' < "$file" \
      | grep -oE 'doc/[a-z-]+\.md,? (section )?"[^"]+"( and "[^"]+")*' \
      | while read -r reference; do
	document=${reference%%.md*}.md
	grep -oE '"[^"]+"' <<< "$reference" | tr -d '"' \
	  | sed "s|^|$file\t$document\t|"
      done
  done)

# The table of themes in the test suite's README.
for theme in ${themes//|/ }; do
  case $theme in
    boards | config | kcfi | lib) continue ;; # DejaGnu's folders.
  esac
  grep -q "^| $theme |" testsuite/README.md \
    || missing testsuite/README.md "the table has no theme $theme"
done
[ "$failed" = 0 ] || exit 1
echo "references: every file, section and theme that is named is there"
