#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The report of what bench-run.sh measured: text, JSON and, by gnuplot, one page.
# usage: report.sh DIRECTORY
set -eu
out=$1
here=$(cd "$(dirname "$0")" && pwd)
rm -f "$out"/plot-*
touch "$out/misses.tsv"
awk -v "out=$out" -f "$here/report.awk" "$out/machine.txt" "$out/times.tsv" \
  "$out/sizes.tsv" "$out/misses.tsv"
echo "$out/report.txt"
echo "$out/report.json"
if ! command -v gnuplot > /dev/null; then
  echo "bench-run: no gnuplot: no page with plots"
  exit 0
fi

# plot_lines NAME TITLE: the ratio by the number of sites.
plot_lines ()
{
  local data=$out/plot-sites-$1.dat column=2 plots='' variant
  [ -s "$data" ] || return 0
  # shellcheck disable=SC2013
  for variant in $(head -n 1 "$out/plot-micro.dat" | cut -d' ' -f2-); do
    plots+="'$data' using 1:$column:$((column + 1)):$((column + 2))"
    plots+=" with yerrorlines linewidth 2 title '$variant', "
    column=$((column + 3))
  done
  gnuplot -e "set terminal svg size 720,420 dynamic font 'sans-serif,13';
    set output '$out/plot-$1.svg'; set title '$2'; set logscale x 4; set key top left;
    set xlabel 'call sites'; set ylabel 'time relative to no check'; set grid y;
    plot $plots 1 with lines dashtype 2 linecolor 'gray' notitle"
}

# plot_bars NAME TITLE LABEL
plot_bars ()
{
  local data=$out/plot-$1.dat count
  [ "$(wc -l < "$data")" -gt 1 ] || return 0
  count=$(($(head -n 1 "$data" | wc -w)))
  gnuplot -e "set terminal svg size 960,420 dynamic font 'sans-serif,13';
    set output '$out/plot-$1.svg'; set title '$2'; set style data histograms;
    set style histogram clustered gap 1; set style fill solid 0.8 border -1;
    set xtics rotate by -30; set ylabel '$3'; set grid y; set key top left;
    set yrange [0.9:*]; set boxwidth 0.9;
    plot for [i=2:$count] '$data' using i:xtic(1) title columnheader(i)"
}

escape ()
{
  sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' "$1"
}

plot_lines one "one target"
plot_lines many "64 targets, another one each time"
plot_lines tail "tail calls"
plot_bars micro "Micro set" "time relative to no check"
plot_bars cxx "C++" "time relative to no check"
plot_bars programs "Programs" "time relative to no check"
plot_bars sizes "Size of programs" "text relative to no check"
{
  cat <<'END'
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>What checks cost</title>
<style>body { font-family: sans-serif; max-width: 60em; margin: auto } svg { width: 100%; height: auto }</style>
</head><body><h1>What checks cost</h1>
END
  echo "<pre>$(escape "$out/machine.txt")</pre>"
  for plot in one many tail micro cxx programs sizes; do
    # Without the declaration of XML, which belongs to a file of its own.
    [ ! -e "$out/plot-$plot.svg" ] || sed -n '/<svg/,$p' "$out/plot-$plot.svg"
  done
  echo "<h2>All numbers</h2><pre>$(escape "$out/report.txt")</pre></body></html>"
} > "$out/report.html"
echo "$out/report.html"
