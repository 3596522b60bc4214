// SPDX-License-Identifier: GPL-2.0-only
/* Compiled without KCFI by -fno-sanitize=kcfi: no preamble. */

int outside_flagged (int number);

int
outside_flagged (int number)
{
  return 2 * number;
}
