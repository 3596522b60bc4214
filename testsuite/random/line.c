/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing for the generators of programs.  */

#include "line.h"

#include <stdarg.h>
#include <stdio.h>

void
line (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  fputs ("  ", stdout);
  vprintf (format, arguments);
  putchar ('\n');
  va_end (arguments);
}
