/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading listings of print-ids.  */

#include "listing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/array.h"
#include "audit.h"

/* The id at the start of a line of LENGTH bytes: "0x" and eight digits, or "-"
   (*HAS_ID false), then a tab.  */

static bool
read_id (const char *line, size_t length, bool *has_id, uint32_t *id)
{
  *has_id = false;
  *id = 0;
  if (length >= 2 && line[0] == '-' && line[1] == '\t')
    return true;
  if (length < 11 || line[0] != '0' || line[1] != 'x' || line[10] != '\t')
    return false;
  char digits[9] = { 0 };
  memcpy (digits, line + 2, 8);
  char *end;
  *id = (uint32_t) strtoul (digits, &end, 16);
  *has_id = true;
  return end == digits + 8;
}

bool
audit_listing_p (const char *text, size_t size)
{
  bool has_id;
  uint32_t id;
  return read_id (text, size, &has_id, &id);
}

/* Split LINE, which is changed, at its tabs.  */

static bool
read_line (char *line, struct audit_listed *listed)
{
  if (!read_id (line, strlen (line), &listed->has_id, &listed->id))
    return false;
  char *string = strchr (line, '\t') + 1;
  char *function = strchr (string, '\t');
  char *place = function ? strchr (function + 1, '\t') : NULL;
  char *colon = place ? strrchr (place + 1, ':') : NULL;
  if (!colon)
    return false;
  *function++ = *place++ = *colon++ = '\0';
  listed->string = string;
  listed->function = function;
  listed->file = place;
  listed->line = atoi (colon);
  return true;
}

char *
audit_read_listing (struct audit *audit, const char *name, const char *text,
		    size_t size)
{
  if (!audit->listing)
    {
      audit->listing = kcfi_allocate (sizeof *audit->listing);
      *audit->listing = (struct audit_listing){ 0 };
    }
  char *copy = kcfi_allocate (size + 1);
  memcpy (copy, text, size);
  copy[size] = '\0';
  AUDIT_APPEND (audit->listing, texts, copy);
  size_t number = 0;
  for (char *line = copy, *next; line && *line; line = next)
    {
      next = strchr (line, '\n');
      if (next)
	*next++ = '\0';
      number++;
      struct audit_listed listed;
      if (!read_line (line, &listed))
	{
	  struct kcfi_text error = { 0 };
	  kcfi_text_printf (&error, "%s:%zu: is no line of print-ids", name,
			    number);
	  return kcfi_text_take (&error);
	}
      AUDIT_APPEND (audit->listing, lines, listed);
      if (listed.has_id)
	audit_add_prototype (audit, listed.id, listed.string, NULL, NULL);
    }
  return NULL;
}

const char *
audit_listed_reason (const struct audit_listing *listing, const char *function,
		     int line)
{
  const char *reason = NULL;
  for (size_t i = 0; i < listing->lines_count; i++)
    {
      const struct audit_listed *listed = &listing->lines[i];
      if (listed->has_id || strcmp (listed->function, function) != 0)
	continue;
      if (line && listed->line == line)
	return listed->string;
      if (reason && strcmp (reason, listed->string) != 0)
	return NULL;
      reason = listed->string;
    }
  return reason;
}

void
audit_listing_free (struct audit_listing *listing)
{
  if (!listing)
    return;
  for (size_t i = 0; i < listing->texts_count; i++)
    free (listing->texts[i]);
  free (listing->texts);
  free (listing->lines);
  free (listing);
}
