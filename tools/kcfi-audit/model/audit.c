/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking up classes, and the end of an audit.  */

#include "audit.h"

#include <stdlib.h>

#include "../base/array.h"
#include "../base/string-set.h"
#include "listing.h"

const struct audit_class *
audit_find_class (const struct audit *audit, uint32_t id)
{
  size_t at;
  AUDIT_SEARCH (at, audit->classes_count, audit->classes[at].id < id);
  return at < audit->classes_count && audit->classes[at].id == id
	     ? &audit->classes[at]
	     : NULL;
}

void
audit_free (struct audit *audit)
{
  for (size_t i = 0; i < audit->files_count; i++)
    audit_file_free (&audit->files[i]);
  free (audit->files);
  free (audit->functions);
  free (audit->sites);
  free (audit->prototypes);
  free (audit->classes);
  for (size_t i = 0; i < audit->findings_count; i++)
    free (audit->findings[i].text);
  free (audit->findings);
  audit_strings_free (audit->strings);
  audit_listing_free (audit->listing);
}
