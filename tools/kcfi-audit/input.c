/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening files, archives and listings.  */

#define _GNU_SOURCE 1 /* pread, O_CLOEXEC */
#include "input.h"

#include <elfutils/libdwelf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/array.h"
#include "base/stream.h"
#include "judge/pipeline.h"
#include "model/listing.h"
#include "modules.h"

static char *
describe_error (const char *name, const char *what)
{
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "%s: %s", name, what);
  return kcfi_text_take (&text);
}

static char *
refuse (const char *name)
{
  return describe_error (name,
			 "is not an ELF file, archive or listing of print-ids");
}

static char *
read_file (const char *path, size_t *size)
{
  FILE *file = fopen (path, "r");
  char *text = file ? audit_read_stream (file, size) : NULL;
  if (file)
    fclose (file);
  return text;
}

/* Members that are no ELF files (scripts, bitcode) are passed over.  */

static char *
add_archive (struct audit_input *input, struct audit *audit, Elf *archive,
	     const char *name)
{
  Elf_Cmd command = ELF_C_READ_MMAP_PRIVATE;
  int descriptor
      = input->open_count ? input->open[input->open_count - 1].descriptor : -1;
  Elf *member;
  size_t members = 0;
  while ((member = elf_begin (descriptor, command, archive)))
    {
      /* The header is overwritten by the step to the next member.  */
      Elf_Arhdr *header = elf_getarhdr (member);
      struct kcfi_text text = { 0 };
      kcfi_text_printf (&text, "%s(%s)", name,
			header && header->ar_name ? header->ar_name : "?");
      command = elf_next (member);
      AUDIT_APPEND (input, open, (struct audit_open){ member, -1, NULL });
      if (!header || elf_kind (member) != ELF_K_ELF)
	{
	  kcfi_text_free (&text);
	  continue;
	}
      char *error = audit_add_object (audit, member, text.bytes, input->depth);
      kcfi_text_free (&text);
      if (error)
	return error;
      members++;
    }
  return members ? NULL
		 : describe_error (name, "is an archive without objects");
}

static char *
add_elf (struct audit_input *input, struct audit *audit, Elf *elf,
	 const char *name)
{
  switch (elf_kind (elf))
    {
    case ELF_K_ELF:
      return audit_add_object (audit, elf, name, input->depth);
    case ELF_K_AR:
      return add_archive (input, audit, elf, name);
    default:
      return refuse (name);
    }
}

/* What people have instead of the ELF file, and which libdw could not open: it
   unpacks what it was built for, and finds the ELF file in a bootable image of
   x86.  */

static const char *
known_format (const unsigned char *bytes, size_t size)
{
  static const struct
  {
    size_t offset;
    const char *magic;
    const char *what;
  } formats[]
      = { { 0, "\x1f\x8b",
	    "is compressed with gzip, and not an ELF file that "
	    "this libdw can unpack: unpack it" },
	  { 0,
	    "\xfd"
	    "7zXZ",
	    "is compressed with xz, and not an ELF file that this libdw can "
	    "unpack: unpack it" },
	  { 0, "\x28\xb5\x2f\xfd",
	    "is compressed with zstd, and not an ELF file that this libdw can "
	    "unpack: unpack it" },
	  { 0, "BZh", "is compressed with bzip2: unpack it first" },
	  { 0x202, "HdrS",
	    "is a bootable kernel image that this libdw cannot unpack: name "
	    "vmlinux" },
	  { 0x38, "ARMd",
	    "is a bootable kernel image without an ELF file in it: name "
	    "vmlinux" },
	  { 0, "BC\xc0\xde", "is LLVM bitcode and has no code" },
	  { 0, "MZ", "is not an ELF file but a PE file" } };
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    {
      size_t length = strlen (formats[i].magic);
      if (size >= formats[i].offset + length
	  && !memcmp (bytes + formats[i].offset, formats[i].magic, length))
	return formats[i].what;
    }
  return NULL;
}

static char *
open_listing (struct audit *audit, const char *path)
{
  size_t size;
  char *text = read_file (path, &size);
  if (!text)
    return describe_error (path, strerror (errno));
  char *error = audit_read_listing (audit, path, text, size);
  free (text);
  return error;
}

/* libdw does not end on bzip2 that is cut short (seen in 0.188): true if the SIZE
   bytes at START are such a file, or a bootable image of x86 with one, whose payload
   the header tells (Documentation/arch/x86/boot.rst of Linux).  */

static bool
bzip2_p (int descriptor, const unsigned char *start, size_t size)
{
  enum
  {
    SECTOR = 512,
    SETUP_SECTORS = 0x1f1,
    MAGIC = 0x202,
    PAYLOAD = 0x248,
    HEADER_END = 0x24c
  };
  unsigned char payload[3];
  if (size >= 3 && !memcmp (start, "BZh", 3))
    return true;
  if (size < HEADER_END || memcmp (start + MAGIC, "HdrS", 4) != 0)
    return false;
  unsigned sectors = start[SETUP_SECTORS] ? start[SETUP_SECTORS] : 4;
  off_t place
      = (off_t) (sectors + 1) * SECTOR + audit_read_32 (start + PAYLOAD);
  return pread (descriptor, payload, sizeof payload, place)
	     == (ssize_t) sizeof payload
	 && !memcmp (payload, "BZh", sizeof payload);
}

/* Open the descriptor of the last file of INPUT, which is called PATH and starts with
   the SIZE bytes at START.  */

static char *
open_elf (struct audit_input *input, struct audit *audit, const char *path,
	  const unsigned char *start, size_t size)
{
  struct audit_open *file = &input->open[input->open_count - 1];
  Elf *elf = bzip2_p (file->descriptor, start, size)
		 ? NULL
		 : dwelf_elf_begin (file->descriptor);
  file->elf = elf;
  const char *format = !elf || elf_kind (elf) == ELF_K_NONE
			   ? known_format (start, size)
			   : NULL;
  if (format)
    return describe_error (path, format);
  return elf ? add_elf (input, audit, elf, path) : refuse (path);
}

static char *
open_file (struct audit_input *input, struct audit *audit, const char *path,
	   int descriptor)
{
  unsigned char start[0x280];
  ssize_t size = pread (descriptor, start, sizeof start, 0);
  if (size < 0)
    return describe_error (path, strerror (errno));
  if (audit_listing_p ((const char *) start, (size_t) size))
    return open_listing (audit, path);
  return open_elf (input, audit, path, start, (size_t) size);
}

/* Let go of the descriptor of the last file of INPUT, which was read: a kernel has
   more modules than a process may have open.  */

static void
close_descriptor (struct audit_input *input)
{
  struct audit_open *file = &input->open[input->open_count - 1];
  if (file->descriptor < 0 || elf_cntl (file->elf, ELF_C_FDREAD) != 0)
    return;
  close (file->descriptor);
  file->descriptor = -1;
}

/* Add the modules in the folder PATH.  */

static char *
open_folder (struct audit_input *input, struct audit *audit, const char *path)
{
  struct audit_modules modules = { 0 };
  char *error = audit_find_modules (path, &modules);
  for (size_t i = 0; !error && i < modules.paths_count; i++)
    {
      error = audit_open_path (input, audit, modules.paths[i]);
      if (!error)
	close_descriptor (input);
    }
  if (!error && !modules.paths_count)
    error = describe_error (path, "is a folder without kernel modules");
  audit_modules_free (&modules);
  return error;
}

char *
audit_open_path (struct audit_input *input, struct audit *audit,
		 const char *path)
{
  struct stat status;
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0 || fstat (descriptor, &status) != 0)
    {
      char *error = describe_error (path, strerror (errno));
      if (descriptor >= 0)
	close (descriptor);
      return error;
    }
  AUDIT_APPEND (input, open, (struct audit_open){ NULL, descriptor, NULL });
  if (S_ISDIR (status.st_mode))
    return open_folder (input, audit, path);
  if (!S_ISREG (status.st_mode))
    return describe_error (path, "is not a regular file");
  return open_file (input, audit, path, descriptor);
}

char *
audit_open_bytes (struct audit_input *input, struct audit *audit,
		  const char *name, const void *bytes, size_t size)
{
  if (audit_listing_p (bytes, size))
    return audit_read_listing (audit, name, bytes, size);
  const char *format = known_format (bytes, size);
  if (format)
    return describe_error (name, format);
  /* Of this size exactly: reading beyond it is noticed.  */
  char *copy = kcfi_allocate (size);
  memcpy (copy, bytes, size);
  Elf *elf = elf_memory (copy, size);
  AUDIT_APPEND (input, open, (struct audit_open){ elf, -1, copy });
  if (!elf)
    return describe_error (name, elf_errmsg (-1));
  return add_elf (input, audit, elf, name);
}

void
audit_close_input (struct audit_input *input)
{
  /* Members before their archive.  */
  for (size_t i = input->open_count; i--;)
    {
      elf_end (input->open[i].elf);
      if (input->open[i].descriptor >= 0)
	close (input->open[i].descriptor);
      free (input->open[i].bytes);
    }
  free (input->open);
}
