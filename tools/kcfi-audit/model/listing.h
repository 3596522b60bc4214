/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listings of the plugin's print-ids, one line for each function and call:

     0x00050794<TAB>_ZTSFiiE<TAB>main<TAB>main.c:12
     -<TAB>nocfi<TAB>main<TAB>main.c:14

   A line with an id may be a function's, at its declaration, or a call's; one
   without is an unchecked call's and says why.  */

#ifndef AUDIT_LISTING_H
#define AUDIT_LISTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct audit;

struct audit_listed
{
  bool has_id;
  uint32_t id;
  const char *string; /* Or the reason.  */
  const char *function;
  const char *file;
  int line;
};

struct audit_listing
{
  struct audit_listed *lines; /* As read.  */
  size_t lines_count, lines_capacity;
  char **texts; /* What the strings point into.  */
  size_t texts_count, texts_capacity;
};

/* True if the SIZE bytes at TEXT are a listing, by their first line.  */
bool audit_listing_p (const char *text, size_t size);

/* Add the listing TEXT of SIZE bytes, called NAME, to AUDIT.  Returns NULL, or
   an error that the caller frees.  */
char *audit_read_listing (struct audit *audit, const char *name,
			  const char *text, size_t size);

/* Why FUNCTION's unchecked calls are so, if the listing has exactly one reason
   for all of them, or the one for LINE (0: unknown); else NULL.  */
const char *audit_listed_reason (const struct audit_listing *listing,
				 const char *function, int line);

void audit_listing_free (struct audit_listing *listing);

#endif
