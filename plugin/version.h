/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The version, here and nowhere else: the Makefile reads both lines for the
   manual pages and the tarball.  doc/versions.md says what a version promises,
   CONTRIBUTING.md how a release is made.  */

#ifndef KCFI_VERSION_H
#define KCFI_VERSION_H

#define KCFI_VERSION "1.0.0"

/* The day of the release, as ISO 8601 writes it.  */
#define KCFI_RELEASE_DATE "2026-11-29"

#endif
