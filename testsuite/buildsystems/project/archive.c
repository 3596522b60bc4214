/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parts.h"

int
in_archive (int x)
{
  return x + 1;
}

int
archive_calls (operation *f, int x)
{
  return f (x) * 2;
}
