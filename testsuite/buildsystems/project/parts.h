/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program, an archive and a shared library that call each other's functions
   through pointers.  */

#ifndef PARTS_H
#define PARTS_H

typedef int operation (int);

operation in_archive, in_library, in_program;

/* Call F through its type, in the archive and in the library.  */
int archive_calls (operation *f, int x);
int library_calls (operation *f, int x);

#endif
