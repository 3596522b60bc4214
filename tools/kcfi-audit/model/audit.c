/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking up classes, and the end of an audit.  */

#include "audit.h"

#include <stdlib.h>

#include "../base/array.h"
#include "../base/string-set.h"
#include "listing.h"

const struct audit_class *
audit_find_class (const struct audit_ids *ids, uint32_t id)
{
  size_t at;
  AUDIT_SEARCH (at, ids->classes_count, ids->classes[at].id < id);
  return at < ids->classes_count && ids->classes[at].id == id
	     ? &ids->classes[at]
	     : NULL;
}

static void
free_ids (struct audit_ids *ids)
{
  free (ids->functions);
  free (ids->sites);
  free (ids->classes);
}

void
audit_free (struct audit *audit)
{
  for (size_t i = 0; i < audit->files_count; i++)
    audit_file_free (&audit->files[i]);
  free (audit->files);
  free_ids (&audit->ids);
  free_ids (&audit->virtual_ids);
  free (audit->prototypes);
  free (audit->shims);
  free (audit->drop_ids);
  for (size_t i = 0; i < audit->findings_count; i++)
    free (audit->findings[i].text);
  free (audit->findings);
  audit_strings_free (audit->strings);
  audit_listing_free (audit->listing);
}
