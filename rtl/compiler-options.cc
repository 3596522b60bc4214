/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options of the machine.  Their variables have names that only the machine's
   own headers know, so that they are found by the options' names.  */

#include "../plugin/gcc-compat.h"
#include "compiler-options.h"

static size_t
option_index (const char *option)
{
  return find_opt (option, CL_TARGET);
}

const char *
kcfi_enumeration_value (const char *option)
{
  size_t index = option_index (option);
  if (index == OPT_SPECIAL_unknown || cl_options[index].var_type != CLVC_ENUM)
    return NULL;
  /* 0 need not be the default: ask for the name.  */
  int value = *(int *) option_flag_var (index, &global_options);
  const struct cl_enum *names = &cl_enums[cl_options[index].var_enum];
  for (const struct cl_enum_arg *arg = names->values; arg->arg; arg++)
    if (arg->value == value)
      return arg->arg;
  return NULL;
}

void
kcfi_turn_on (const char *option)
{
  size_t index = option_index (option);
  if (index != OPT_SPECIAL_unknown
      && cl_options[index].var_type == KCFI_COMPAT_INTEGER_OPTION)
    *(int *) option_flag_var (index, &global_options) = 1;
}

bool
kcfi_option_on_p (const char *option)
{
  size_t index = option_index (option);
  return index != OPT_SPECIAL_unknown
	 && option_enabled (index, 0, &global_options) == 1;
}

/* What the command line last said of OPTION, or NULL.  */
static const char *
given_text (size_t index)
{
  const char *text = NULL;
  for (unsigned i = 0; i < save_decoded_options_count; i++)
    if (save_decoded_options[i].opt_index == index)
      text = save_decoded_options[i].arg;
  return text;
}

static bool
refused_option_p (const struct kcfi_refusal *refusal)
{
  size_t index = refusal->option ? option_index (refusal->option)
				 : (size_t) OPT_SPECIAL_unknown;
  if (index == OPT_SPECIAL_unknown)
    return false;
  switch (cl_options[index].var_type)
    {
    case CLVC_ENUM:
      {
	const char *value = kcfi_enumeration_value (refusal->option);
	return value && strcmp (value, refusal->value) == 0;
      }
    case CLVC_DEFER:
      {
	const char *text = given_text (index);
	return text
	       && strncmp (text, refusal->value, strlen (refusal->value)) != 0;
      }
    default:
      return option_enabled (index, 0, &global_options) == 1;
    }
}

static void
report_refusal (const struct kcfi_target *target,
		const struct kcfi_refusal *refusal, bool by_attribute)
{
  location_t location = DECL_SOURCE_LOCATION (current_function_decl);
  if (by_attribute)
    error_at (location, "KCFI on %s cannot serve functions with attribute %qs",
	      target->name, refusal->attribute);
  else
    error_at (location, "KCFI on %s cannot serve %<-%s%s%>", target->name,
	      refusal->option,
	      given_text (option_index (refusal->option))
		  ? given_text (option_index (refusal->option))
		  : "");
}

bool
kcfi_report_refusals (const struct kcfi_target *target)
{
  /* One bit for each row.  */
  static unsigned reported;
  bool found = false;
  for (unsigned i = 0; target->refusals; i++)
    {
      const struct kcfi_refusal *refusal = &target->refusals[i];
      if (!refusal->option && !refusal->attribute)
	break;
      bool by_attribute
	  = refusal->attribute
	    && lookup_attribute (refusal->attribute,
				 DECL_ATTRIBUTES (current_function_decl));
      if (!by_attribute && !refused_option_p (refusal))
	continue;
      found = true;
      if (by_attribute || !(reported & 1u << i))
	report_refusal (target, refusal, by_attribute);
      if (!by_attribute)
	reported |= 1u << i;
    }
  return found;
}
