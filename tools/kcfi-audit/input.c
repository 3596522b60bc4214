/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening files, archives and listings.  */

#define _GNU_SOURCE 1 /* pread, O_CLOEXEC */
#include "input.h"

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

static char *
describe_error (const char *name, const char *what)
{
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "%s: %s", name, what);
  return kcfi_text_take (&text);
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
      return describe_error (name, "is not an ELF file, archive or listing of "
				   "print-ids");
    }
}

/* What people have instead of the ELF file.  */

static const char *
known_format (const unsigned char *bytes, size_t size)
{
  static const struct
  {
    size_t offset;
    const char *magic;
    const char *what;
  } formats[]
      = { { 0, "\x1f\x8b", "is compressed with gzip: unpack it first" },
	  { 0,
	    "\xfd"
	    "7zXZ",
	    "is compressed with xz: unpack it first" },
	  { 0, "\x28\xb5\x2f\xfd", "is compressed with zstd: unpack it first" },
	  { 0, "BZh", "is compressed with bzip2: unpack it first" },
	  { 0x202, "HdrS", "is a bootable kernel image: name vmlinux" },
	  { 0x38, "ARMd", "is a bootable kernel image: name vmlinux" },
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

char *
audit_open_path (struct audit_input *input, struct audit *audit,
		 const char *path)
{
  unsigned char start[0x240];
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
  if (!S_ISREG (status.st_mode))
    return describe_error (path, "is not a regular file");
  ssize_t size = pread (descriptor, start, sizeof start, 0);
  if (size < 0)
    return describe_error (path, strerror (errno));
  if (audit_listing_p ((const char *) start, (size_t) size))
    return open_listing (audit, path);
  const char *format = known_format (start, (size_t) size);
  if (format)
    return describe_error (path, format);
  Elf *elf = elf_begin (descriptor, ELF_C_READ_MMAP_PRIVATE, NULL);
  if (!elf)
    return describe_error (path, elf_errmsg (-1));
  input->open[input->open_count - 1].elf = elf;
  return add_elf (input, audit, elf, path);
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
