/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random numbers for the generators: the same on every machine for a seed, so
   that a seed in a report is enough to have the program again.  */

#ifndef KCFI_CHANCE_H
#define KCFI_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

/* Start the sequence of SEED.  */
void chance_start (uint64_t seed);

/* The next 64 random bits.  Source: Steele, Lea and Flood, SplitMix64.  */
uint64_t chance_bits (void);

/* A number from 0 to COUNT - 1.  COUNT is not 0.  */
unsigned chance_below (unsigned count);

/* A number from FIRST to LAST, both included.  */
unsigned chance_between (unsigned first, unsigned last);

/* True PERCENT times out of a hundred.  */
bool chance_of (unsigned percent);

#endif
