/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading all of a stream.  */

#ifndef AUDIT_STREAM_H
#define AUDIT_STREAM_H

#include <stddef.h>
#include <stdio.h>

/* What is left of FILE, NUL-terminated; *SIZE without the NUL.  The caller
   frees it.  NULL if it cannot be read: errno says why.  */
char *audit_read_stream (FILE *file, size_t *size);

#endif
