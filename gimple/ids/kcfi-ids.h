/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libkcfi-ids: type ids without a compiler.

   A program describes prototypes to a model (type-model.h), asks for their
   strings and ids (mangle.h), for an id as x86 has it in code (mask.h), reads and
   writes settings records (record.h), and makes of a C++ type's string what it is
   under other options (remangle.h):

     kcfi_type_model *model = kcfi_type_model_new ();
     const kcfi_type *integer = kcfi_type_integer (model, "i", 32, true);
     struct kcfi_function_type function
	 = { .result = integer, .parameters = &integer, .count = 1,
	     .prototyped = true };
     struct kcfi_id_options options = { .hash = KCFI_HASH_XXHASH64 };
     char *string = kcfi_type_string (model,
				      kcfi_type_function (model, &function),
				      NULL, &options);	     "_ZTSFiiE"
     uint32_t id = kcfi_type_id (string, options.hash);	     0x00050794
     free (string);
     kcfi_type_model_free (model);

   Types belong to their model and live as long as it; strings belong to the
   caller.  No function reports an error but those of record.h and remangle.h;
   running out of memory ends the process with a message.  A model is used by one
   thread at a time; different models do not know of each other.  */

#ifndef KCFI_IDS_H
#define KCFI_IDS_H

#include "mangle.h"
#include "mask.h"
#include "record.h"
#include "remangle.h"
#include "type-model.h"

#endif
