/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The memory of the pieces.  */

#include "remangle-tree.h"

#include <stdlib.h>

/* Followed by what was asked for.  */
struct kcfi_piece_block
{
  struct kcfi_piece_block *next;
  max_align_t bytes[];
};

static void *
allocate_block (struct kcfi_piece_store *store, size_t size)
{
  struct kcfi_piece_block *block = kcfi_allocate (sizeof *block + size);
  block->next = store->blocks;
  store->blocks = block;
  return block->bytes;
}

struct kcfi_piece *
kcfi_piece_new (struct kcfi_piece_store *store, enum kcfi_piece_kind kind,
		const char *text, size_t length)
{
  struct kcfi_piece *piece = allocate_block (store, sizeof *piece);
  *piece = (struct kcfi_piece){ .kind = kind, .text = text, .length = length };
  return piece;
}

struct kcfi_piece **
kcfi_piece_array (struct kcfi_piece_store *store, size_t count)
{
  return allocate_block (store, count * sizeof (struct kcfi_piece *));
}

void
kcfi_piece_store_free (struct kcfi_piece_store *store)
{
  while (store->blocks)
    {
      struct kcfi_piece_block *block = store->blocks;
      store->blocks = block->next;
      free (block);
    }
}
