/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How texts look.  */

#ifndef AUDIT_OPTIONS_H
#define AUDIT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct audit_options
{
  unsigned fail_on; /* Bits 1 << enum audit_problem: what is failure.  */
  bool debug;	    /* Debug information was read, as far as there is any.  */
  bool mangled;	    /* Names stay as symbol tables have them.  */
  bool colour;
  size_t limit;		 /* Lines of a list in the text report.  */
  bool loaded_elsewhere; /* The log has addresses of a run at ...  */
  uint64_t load_address; /* ... this address.  */
};

#endif
