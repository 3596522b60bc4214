/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the generators of programs print.  */

#ifndef KCFI_LINE_H
#define KCFI_LINE_H

/* Print the text of FORMAT as an indented line.  */
void line (const char *format, ...) __attribute__ ((format (printf, 1, 2)));

#endif
