/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What diff compares: functions, or lines of listings, by name.  */

#ifndef AUDIT_ENTRIES_H
#define AUDIT_ENTRIES_H

#include "../model/audit.h"

struct audit_diff_entry
{
  const char *name;
  bool has_id;
  uint32_t id;
  const char *prototype; /* Or NULL.  */
};

struct audit_diff_entries
{
  struct audit_diff_entry *list; /* By name, then id; each (name, id) once.  */
  size_t list_count, list_capacity;
};

/* Those of AUDIT, which was read with all declarations and lives longer; the caller
   frees their list.  */
struct audit_diff_entries audit_collect_entries (const struct audit *audit);

/* The entries [FIRST, LAST) of a name.  */
struct audit_entry_group
{
  size_t first;
  size_t last;
};

/* The group that starts at FIRST; empty at the end of ENTRIES.  */
struct audit_entry_group
audit_group_at (const struct audit_diff_entries *entries, size_t first);

/* True if GROUP of ENTRIES has one of the name and id of ENTRY.  */
bool audit_group_has (const struct audit_diff_entries *entries,
		      struct audit_entry_group group,
		      const struct audit_diff_entry *entry);

enum audit_comparison
{
  AUDIT_REMOVED,
  AUDIT_NEW,
  AUDIT_CHANGED /* The groups of one name do not have the same ids.  */
};

/* The groups of a name in two lists: what is different.  One of removed and new ones
   is empty.  */
struct audit_entry_pair
{
  const struct audit_diff_entries *lists[2];
  struct audit_entry_group groups[2];
};

/* Find the next pair of OLD and NEW behind PAIR, which is all zero at first, that is
   WANTED.  False at the end.  */
bool audit_next_pair (const struct audit_diff_entries *old,
		      const struct audit_diff_entries *new,
		      enum audit_comparison wanted,
		      struct audit_entry_pair *pair);

/* The next class of OLD or NEW, which are the type ids or the virtual ids of two
   audits, whose size differs: *FIRST and *SECOND are the class in both, one may be NULL.
   AT has where the search is in each, 0 at first.  False at the end.  */
bool audit_next_class (const struct audit_ids *old, const struct audit_ids *new,
		       size_t at[2], const struct audit_class **first,
		       const struct audit_class **second);

/* The checked and unchecked calls and jumps of AUDIT.  */
void audit_add_up (const struct audit *audit, size_t *checked,
		   size_t *unchecked);

#endif
