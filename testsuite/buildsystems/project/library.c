/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parts.h"

int
in_library (int x)
{
  return x + 10;
}

int
library_calls (operation *f, int x)
{
  return f (x) * 3;
}
