// SPDX-License-Identifier: GPL-2.0-only
/* Compiled without KCFI by CFLAGS_REMOVE: no preamble. */

int outside_removed (int number);

int
outside_removed (int number)
{
  return 2 * number;
}
