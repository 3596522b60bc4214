/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prototypes that ids were computed from, of all files and listings.  */

#ifndef AUDIT_PROTOTYPES_H
#define AUDIT_PROTOTYPES_H

#include <stdint.h>

struct audit;

struct audit_prototype
{
  uint32_t id;
  const char *string;	   /* "_ZTSFiiE".  */
  const char *declaration; /* "int (int)" as C, or NULL.  */
  const char *parts;	   /* See dwarf/parts.h; or NULL.  */
};

/* Add a prototype; the strings are copied, DECLARATION and PARTS may be NULL.
   Only until the prototypes are sorted.  */
void audit_add_prototype (struct audit *audit, uint32_t id, const char *string,
			  const char *declaration, const char *parts);

/* Once all are added: sort them by id, then string, and keep each once, with a
   declaration if there is one.  */
void audit_sort_prototypes (struct audit *audit);

/* The first prototype of ID, one with a declaration if there is one; NULL if
   none is known.  */
const struct audit_prototype *audit_find_prototype (const struct audit *audit,
						    uint32_t id);

#endif
