/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of GCC's options are followed by an argument of their own.  */

#ifndef KCFI_DRIVER_SEPARATE_OPTIONS_H
#define KCFI_DRIVER_SEPARATE_OPTIONS_H

#include <stdbool.h>

/* True if GCC takes the word after WORD as WORD's argument, whatever that word
   looks like: `-o -fsanitize=kcfi' writes a file of that name.  */
bool kcfi_takes_next_word (const char *word);

#endif
