/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Response files: "@FILE" on a command line stands for the words in FILE.  */

#ifndef KCFI_DRIVER_RESPONSE_FILE_H
#define KCFI_DRIVER_RESPONSE_FILE_H

#include <stdbool.h>

#include "../base/string-list.h"
#include "../base/text.h"

/* Append the words of CONTENTS to WORDS.  Words end at white space; quotes of
   both kinds and backslashes protect it, a backslash also inside of quotes.  */
void kcfi_response_split (struct kcfi_strings *words, const char *contents);

/* Append WORD to CONTENTS, on a line of its own and so that
   kcfi_response_split makes the same word of it.  */
void kcfi_response_add_word (struct kcfi_text *contents, const char *word);

/* Append the words of the file PATH to WORDS.  False if it is no regular file
   or cannot be read; GCC then takes "@FILE" literally or complains, and so it
   is left to GCC.  */
bool kcfi_response_read (struct kcfi_strings *words, const char *path);

#endif
