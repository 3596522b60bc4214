/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers.  chance.h says what for.  */

#include "chance.h"

static uint64_t state;

void
chance_start (uint64_t seed)
{
  state = seed;
  /* Neighbouring seeds give sequences that have nothing in common.  */
  state = chance_bits ();
}

uint64_t
chance_bits (void)
{
  uint64_t bits = state += UINT64_C (0x9e3779b97f4a7c15);
  bits = (bits ^ (bits >> 30)) * UINT64_C (0xbf58476d1ce4e5b9);
  bits = (bits ^ (bits >> 27)) * UINT64_C (0x94d049bb133111eb);
  return bits ^ (bits >> 31);
}

unsigned
chance_below (unsigned count)
{
  return (unsigned) ((chance_bits () >> 32) % count);
}

unsigned
chance_between (unsigned first, unsigned last)
{
  return first + chance_below (last - first + 1);
}

bool
chance_of (unsigned percent)
{
  return chance_below (100) < percent;
}
