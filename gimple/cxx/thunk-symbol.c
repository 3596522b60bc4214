/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The symbols of thunks.  thunk-symbol.h shows them.  */

#include "thunk-symbol.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Read a number of *TEXT, "8" or "n8", and the `_' behind it into *VALUE; *TEXT is
   then behind them.  */
static bool
read_offset (const char **text, long *value)
{
  bool negative = **text == 'n';
  const char *digits = *text + negative;
  if (!isdigit ((unsigned char) *digits))
    return false;
  char *end;
  *value = strtol (digits, &end, 10);
  if (negative)
    *value = -*value;
  if (*end != '_')
    return false;
  *text = end + 1;
  return true;
}

/* Read <call-offset>, "h" FIXED "_" or "v" FIXED "_" VIRTUAL "_".  */
static bool
read_call_offset (const char **text, long *fixed, long *virtual_offset)
{
  char kind = *(*text)++;
  *virtual_offset = 0;
  if (kind == 'h')
    return read_offset (text, fixed);
  return kind == 'v' && read_offset (text, fixed)
	 && read_offset (text, virtual_offset);
}

bool
kcfi_read_table_entry (struct kcfi_table_entry *entry, const char *symbol)
{
  *entry = (struct kcfi_table_entry){ 0, 0, symbol, false };
  if (strncmp (symbol, "_Z", 2) != 0)
    return true;
  entry->target = symbol += 2;
  if (symbol[0] != 'T' || symbol[1] == '\0' || !strchr ("hvc", symbol[1]))
    return true;
  entry->covariant = symbol[1] == 'c';
  symbol += entry->covariant ? 2 : 1;
  if (!read_call_offset (&symbol, &entry->fixed_offset, &entry->virtual_offset))
    return false;
  entry->target = symbol;
  long fixed, virtual_offset;
  return !entry->covariant
	 || read_call_offset (&symbol, &fixed, &virtual_offset);
}
