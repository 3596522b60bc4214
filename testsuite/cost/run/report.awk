# SPDX-License-Identifier: GPL-3.0-or-later
# Statistics of what bench-run.sh measured: for report.sh.
# usage: awk -v out=DIRECTORY -f report.awk MACHINE TIMES SIZES MISSES
#
# Writes out/report.txt, out/report.json and the data of the plots, out/plot-*.dat.
#
# A ratio is the median of the ratios of one round each, of a variant to its base: what
# slows the machine for a while slows both.  Its spread is the quartiles of these ratios.

function sort (a, n,   i, j, x)
{
  for (i = 2; i <= n; i++)
    {
      x = a[i]
      for (j = i - 1; j > 0 && a[j] > x; j--)
	a[j + 1] = a[j]
      a[j + 1] = x
    }
}

# The Q-th quantile of the sorted a[1] to a[N].
function quantile (a, n, q,   at, low)
{
  at = 1 + (n - 1) * q
  low = int (at)
  return low >= n ? a[n] : a[low] + (at - low) * (a[low + 1] - a[low])
}

function see (group, program, variant, base,   key)
{
  key = group " " program
  if (! (key in seen_program))
    {
      seen_program[key] = 1
      program_keys[++program_count] = key
    }
  if (! ((group " " variant) in seen_variant))
    {
      seen_variant[group " " variant] = 1
      variants[group, ++variant_count[group]] = variant
      base_of[group " " variant] = base
    }
}

FILENAME ~ /machine\.txt$/ { machine[++machine_lines] = $0; next }
FILENAME ~ /times\.tsv$/ {
  see($1, $2, $3, $4)
  key = $1 " " $2 " " $3
  times[key, ++rounds[key]] = $5
  next
}
FILENAME ~ /sizes\.tsv$/ { see($1, $2, $3, $4); size[$1 " " $2 " " $3] = $5; next }
FILENAME ~ /misses\.tsv$/ { misses[$1 " " $2 " " $3] = $5 }

function summarize (key, base_key,   i, n, values, ratios)
{
  n = rounds[key]
  for (i = 1; i <= n; i++)
    {
      values[i] = times[key, i]
      ratios[i] = times[key, i] / times[base_key, i]
    }
  sort(values, n)
  sort(ratios, n)
  least[key] = values[1]
  median[key] = quantile(values, n, 0.5)
  ratio[key] = quantile(ratios, n, 0.5)
  low[key] = quantile(ratios, n, 0.25)
  high[key] = quantile(ratios, n, 0.75)
}

function each_time (   p, v, part, group, variant, key)
{
  for (p = 1; p <= program_count; p++)
    {
      split (program_keys[p], part, " ")
      group = part[1]
      for (v = 1; v <= variant_count[group]; v++)
	{
	  variant = variants[group, v]
	  key = program_keys[p] " " variant
	  if (rounds[key] > 0)
	    summarize(key, program_keys[p] " " base_of[group " " variant])
	}
    }
  for (p = 1; p <= program_count; p++)
    {
      split (program_keys[p], part, " ")
      group = part[1]
      for (v = 1; v <= variant_count[group]; v++)
	{
	  key = program_keys[p] " " variants[group, v]
	  if (key in least)
	    least_ratio[key] = least[key] \
	      / least[program_keys[p] " " base_of[group " " variants[group, v]]]
	}
    }
}

# True if PROGRAM counts for the mean of GROUP: of the micro set, from 64 sites on.
function counts_p (group, program)
{
  return group != "micro" || program !~ /^sites-1-/
}

function print_times (group, text,   p, v, part, key, n, sum, sum_least, variant)
{
  printf "\n%s\n", text > txt
  printf "%-18s %-19s %10s %7s %-15s %7s\n", "program", "variant", "median", "ratio",
    "(quartiles)", "least" > txt
  for (p = 1; p <= program_count; p++)
    {
      split (program_keys[p], part, " ")
      if (part[1] != group)
	continue
      for (v = 1; v <= variant_count[group]; v++)
	{
	  variant = variants[group, v]
	  key = program_keys[p] " " variant
	  if (! (key in ratio))
	    continue
	  printf "%-18s %-19s %10s %7.3f (%.3f-%.3f)   %7.3f%s\n", part[2], variant,
	    shown(group, median[key]), ratio[key], low[key], high[key], least_ratio[key],
	    (key in misses) ? sprintf (", %d branch misses", misses[key]) : "" > txt
	  if (counts_p(group, part[2]))
	    {
	      sum[variant] += log (ratio[key])
	      sum_least[variant] += log (least_ratio[key])
	      n[variant]++
	    }
	}
    }
  for (v = 1; v <= variant_count[group]; v++)
    {
      variant = variants[group, v]
      if (n[variant] == 0)
	continue
      mean[group, variant] = exp (sum[variant] / n[variant])
      mean_least[group, variant] = exp (sum_least[variant] / n[variant])
      printf "%-18s %-19s %10s %7.3f %15s %7.3f\n", "geometric mean", variant, "",
	mean[group, variant], "", mean_least[group, variant] > txt
    }
}

# Micro programs print nanoseconds a call.
function shown (group, value)
{
  return group == "programs" ? sprintf ("%.3f s", value / 1e9) : sprintf ("%.3f ns", value)
}

function print_sizes (   p, v, part, group, key, variant, bytes, base_bytes)
{
  printf "\nSizes: text and what is only read, in bytes\n" > txt
  for (p = 1; p <= program_count; p++)
    {
      split (program_keys[p], part, " ")
      group = part[1]
      for (v = 1; v <= variant_count[group]; v++)
	{
	  variant = variants[group, v]
	  key = program_keys[p] " " variant
	  if (! (key in size))
	    continue
	  size_ratio[key] = size[key] / size[program_keys[p] " " base_of[group " " variant]]
	  printf "%-18s %-19s %10d %7.3f\n", part[2], variant, size[key],
	    size_ratio[key] > txt
	}
    }
}

function json_text (text)
{
  gsub (/[\\"]/, "\\\\&", text)
  return "\"" text "\""
}

function print_json (   i, p, v, part, group, variant, key, comma)
{
  printf "{\n  \"machine\": [" > json
  for (i = 1; i <= machine_lines; i++)
    printf "%s%s", (i > 1 ? ", " : ""), json_text(machine[i]) > json
  printf "],\n  \"results\": [" > json
  for (p = 1; p <= program_count; p++)
    {
      split (program_keys[p], part, " ")
      group = part[1]
      for (v = 1; v <= variant_count[group]; v++)
	{
	  variant = variants[group, v]
	  key = program_keys[p] " " variant
	  if (! (key in ratio) && ! (key in size))
	    continue
	  printf "%s\n    {\"group\": %s, \"program\": %s, \"variant\": %s, \"base\": %s", comma,
	    json_text(group), json_text(part[2]), json_text(variant),
	    json_text(base_of[group " " variant]) > json
	  comma = ","
	  if (key in ratio)
	    {
	      printf ", \"ratio\": %.4f, \"quartiles\": [%.4f, %.4f], \"least_ratio\": %.4f",
		ratio[key], low[key], high[key], least_ratio[key] > json
	      printf ", \"nanoseconds\": [" > json
	      for (i = 1; i <= rounds[key]; i++)
		printf "%s%s", (i > 1 ? ", " : ""), times[key, i] > json
	      printf "]" > json
	    }
	  if (key in size)
	    printf ", \"bytes\": %d, \"size_ratio\": %.4f", size[key], size_ratio[key] > json
	  if (key in misses)
	    printf ", \"branch_misses\": %d", misses[key] > json
	  printf "}" > json
	}
    }
  printf "\n  ]\n}\n" > json
}

# Columns: number of sites, and for each variant the ratio and its quartiles.
function plot_sites (kind,   p, v, part, name, key, file)
{
  file = out "/plot-sites-" kind ".dat"
  printf "" > file
  for (p = 1; p <= program_count; p++)
    {
      split (program_keys[p], part, " ")
      if (split (part[2], name, "-") != 3 || name[1] != "sites" || name[3] != kind)
	continue
      printf "%d", name[2] > file
      for (v = 1; v <= variant_count["micro"]; v++)
	{
	  key = program_keys[p] " " variants["micro", v]
	  if (base_of["micro " variants["micro", v]] != variants["micro", v])
	    printf " %.4f %.4f %.4f", ratio[key], low[key], high[key] > file
	}
      printf "\n" > file
    }
  close (file)
}

# A line for each program of GROUP with VALUE of the variants that have checks, below their
# names.
function plot_bars (group, value, file,   p, v, part, key, variant, line, some)
{
  printf "program" > file
  for (v = 1; v <= variant_count[group]; v++)
    if (base_of[group " " variants[group, v]] != variants[group, v])
      printf " %s", variants[group, v] > file
  printf "\n" > file
  for (p = 1; p <= program_count; p++)
    {
      split (program_keys[p], part, " ")
      if (part[1] != group)
	continue
      line = part[2]
      some = 0
      for (v = 1; v <= variant_count[group]; v++)
	{
	  variant = variants[group, v]
	  key = program_keys[p] " " variant
	  if (base_of[group " " variant] == variant)
	    continue
	  if (value == "size" ? key in size_ratio : key in ratio)
	    some = 1
	  line = line sprintf (" %.4f", value == "size" ? size_ratio[key] : ratio[key])
	}
      if (some)
	print line > file
    }
  close (file)
}

END {
  txt = out "/report.txt"
  json = out "/report.json"
  for (p = 1; p <= machine_lines; p++)
    print machine[p] > txt
  each_time()
  print_times("micro", "Micro set, nanoseconds of a call; the mean is from 64 sites on")
  print_times("cxx", "C++: virtual calls of each mode, pointers to members")
  print_times("programs", "Programs, user time")
  print_sizes()
  print_json()
  plot_sites("one")
  plot_sites("many")
  plot_sites("tail")
  plot_bars("micro", "time", out "/plot-micro.dat")
  plot_bars("cxx", "time", out "/plot-cxx.dat")
  plot_bars("programs", "time", out "/plot-programs.dat")
  plot_bars("programs", "size", out "/plot-sizes.dat")
}
