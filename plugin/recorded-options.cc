/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GCC records the options of a compilation in DW_AT_producer, in
   .GCC.command.line if there is -frecord-gcc-switches (both gen_producer_string
   in opts.cc), and in .gnu.lto_.opts (lto_write_options), and maps no path in
   them. Equal sources must give equal objects wherever the plugin was built or
   installed, so the record names it only:

     -fplugin=/home/me/kcfi/build/kcfi.so	-fplugin=kcfi
     -fplugin-arg-kcfi-print-ids=/tmp/list	-fplugin-arg-kcfi-print-ids

   What GCC acts by are other fields of the option; of .gnu.lto_.opts the link
   takes neither of these (lto-wrapper.cc).  */

#include "gcc-compat.h"
#include "recorded-options.h"

/* True if FILE, the argument of -fplugin=, is the plugin NAME.  */
static bool
names_plugin_p (const char *file, const char *name)
{
  size_t length = strlen (name);
  file = lbasename (file);
  return strncmp (file, name, length) == 0
	 && (!file[length] || strcmp (file + length, ".so") == 0);
}

/* What to record of the plugin's argument ARGUMENT, "kcfi-KEY=VALUE", in place
   of a path; NULL if it has none.  */
static char *
argument_without_path (const char *argument, const char *name)
{
  static const char listing[] = "-print-ids=";
  size_t length = strlen (name);
  if (strncmp (argument, name, length) != 0
      || strncmp (argument + length, listing, sizeof listing - 1) != 0)
    return NULL;
  char *text = concat ("-fplugin-arg-", argument, NULL);
  *strchr (text, '=') = '\0';
  return text;
}

void
kcfi_hide_paths (const char *plugin_name)
{
  for (unsigned i = 0; i < save_decoded_options_count; i++)
    {
      cl_decoded_option *option = &save_decoded_options[i];
      char *text = NULL;
      if (option->opt_index == OPT_fplugin_
	  && names_plugin_p (option->arg, plugin_name))
	text = concat ("-fplugin=", plugin_name, NULL);
      else if (option->opt_index == OPT_fplugin_arg_)
	text = argument_without_path (option->arg, plugin_name);
      if (!text)
	continue;
      option->orig_option_with_args_text = text;
      option->canonical_option[0] = text;
    }
}
