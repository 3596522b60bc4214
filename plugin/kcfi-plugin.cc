/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entry point: reads the arguments, checks that this compiler can be
   served, and starts the layers in the order in which data flows:

     gimple/   prototype -> string -> id -> mark on the call
     rtl/      mark on the call insn -> check in front of it; preambles  */

#include "gcc-compat.h"
#include "attributes.h"
#include "dumps.h"
#include "file-output.h"
#include "arguments.h"
#include "recorded-options.h"
#include "version-check.h"
#include "version.h"
#include "../gimple/border-warning.h"
#include "../gimple/cast-warning.h"
#include "../gimple/cxx/coroutine-pass.h"
#include "../gimple/cxx/virtual-ids.h"
#include "../gimple/devirt-pass.h"
#include "../gimple/function-marks.h"
#include "../gimple/language.h"
#include "../gimple/mark-pass.h"
#include "../gimple/parse/border.h"
#include "../gimple/parse/source-events.h"
#include "../gimple/parse/unit-notes.h"
#include "../gimple/print-ids.h"
#include "../gimple/prototype-ids.h"
#include "../gimple/tail-merge-guard.h"
#include "../gimple/typed-entries.h"
#include "../gimple/unit-phase.h"
#include "../gimple/warnings.h"
#include "../rtl/rtl-passes.h"
#include "../rtl/unit-target.h"

int plugin_is_GPL_compatible;

static struct kcfi_arguments options;

static struct plugin_info information
    = { KCFI_VERSION, "Kernel control-flow integrity, compatible with Clang's"
		      " -fsanitize=kcfi.\n"
		      "-fplugin-arg-kcfi-help lists the arguments." };

/* Read the arguments of GCC's command line.  False after an error.  */
static bool
read_arguments (const struct plugin_name_args *plugin)
{
  auto_vec<kcfi_argument> arguments;
  for (int i = 0; i < plugin->argc; i++)
    arguments.safe_push ({ plugin->argv[i].key, plugin->argv[i].value });
  char *problem = kcfi_arguments_parse (&options, arguments.address (),
					arguments.length ());
  if (problem)
    {
      error ("%s", problem);
      free (problem);
      return false;
    }
  return true;
}

/* What the notes were taken for ends here.  */
static void
finish_notes (void)
{
  kcfi_warn_conversions ();
  kcfi_warn_border ();
  kcfi_unit_notes_drop ();
}

/* The unit is read and its calls are marked: mark its functions.  */
static void
on_ipa_start (void *, void *)
{
  kcfi_place_typed_entries ();
  kcfi_prepare_virtual_tables ();
  kcfi_mark_functions (&options.choices, kcfi_declare_typeid);
  finish_notes ();
  if (flag_generate_lto)
    {
      kcfi_prepare_lto_object ();
      kcfi_prototype_ids_forget_language ();
    }
}

static void
on_finish (void *, void *)
{
  /* Nothing came after the parser.  */
  if (flag_syntax_only && !seen_error () && kcfi_unit_notes_p ())
    {
      kcfi_source_end ();
      finish_notes ();
    }
  kcfi_print_ids_finish ();
}

/* Say what TARGET or Linux's handler cannot do of the form of checks that is asked
   for.  */
static void
check_choices (const struct kcfi_target *target)
{
  if (options.choices.no_trap_table && options.choices.kernel_traps)
    warning (0, "KCFI: Linux finds failed checks by %<.kcfi_traps%>; leave out"
		" %<-fplugin-arg-kcfi-no-trap-table%> for kernel code");
  const enum kcfi_check_form form = options.choices.form;
  if (form == KCFI_CHECK_CLASSIC)
    return;
  if (form != target->other_form)
    error ("KCFI on %s has not this form of checks; leave out"
	   " %<-fplugin-arg-kcfi-check=%s%>",
	   target->name, kcfi_form_names[form]);
  else if (form == KCFI_CHECK_NOT_TAKEN && options.choices.kernel_traps)
    warning (0,
	     "KCFI: Linux takes a trap of %<check=not-taken%> for an undefined"
	     " instruction; use %<check=classic%> for kernel code");
}

/* The word size is known only now that the options are settled.  Unprotected
   code must not come out in silence: what cannot be served is an error.  */
static void
on_start_unit (void *, void *)
{
  /* lto1 looks attributes up without ever having registered them, and then
     takes calls of different ids for equal.  */
  init_attributes ();
  const struct kcfi_target *target
      = kcfi_find_target (KCFI_TARGET_TRIPLET, BITS_PER_WORD);
  if (!target)
    {
      error ("the KCFI plugin does not serve %qs with %d-bit words",
	     KCFI_TARGET_TRIPLET, BITS_PER_WORD);
      exit (FATAL_EXIT_CODE);
    }
  check_choices (target);
  if (!kcfi_unit_language ()->link_time)
    kcfi_unit_notes_start ();
  kcfi_prototype_ids_start (&options.id, target->address_spaces);
  kcfi_mark_pass_use_target (target->other_state_attribute);
  kcfi_use_unit_target (target, &options.choices);
}

int
plugin_init (struct plugin_name_args *plugin,
	     struct plugin_gcc_version *version)
{
  if (!kcfi_check_host () || !kcfi_check_gcc_version (version)
      || !read_arguments (plugin))
    return 1;
  kcfi_hide_paths (plugin->base_name);
  if (options.help)
    {
      char *text = kcfi_arguments_help ();
      fputs (text, stdout);
      free (text);
    }
  if (options.version)
    printf ("kcfi %s for GCC %s%s\n", KCFI_VERSION, version->basever,
	    KCFI_COMPAT_TRIED ? "" : ", with which it was not tried");
  register_callback (plugin->base_name, PLUGIN_INFO, NULL, &information);
  if (options.disabled)
    return 0;
  if (!kcfi_check_alone (plugin->full_name))
    return 1;

  if (!kcfi_unit_language ())
    {
      error ("the KCFI plugin protects C and C++ only; this is %s",
	     kcfi_front_end_name ());
      return 1;
    }
  bool link_time = kcfi_unit_language ()->link_time;
  register_callback (plugin->base_name, PLUGIN_START_UNIT, on_start_unit, NULL);
  if (options.print_ids)
    kcfi_print_ids_start (options.print_ids_file);
  kcfi_attributes_start (plugin->base_name);
  kcfi_warnings_start (options.warnings);
  if (link_time)
    kcfi_set_source_read ();
  else
    {
      kcfi_compat_register_feature ("kcfi");
      kcfi_source_events_start (plugin->base_name,
				kcfi_warning_chosen_p (KCFI_WARN_CAST));
      if (kcfi_warning_chosen_p (KCFI_WARN_RUST_FFI))
	kcfi_border_start (options.border);
      if (kcfi_unit_language ()->own_mangler)
	{
	  kcfi_coroutine_pass_start (plugin->base_name);
	  kcfi_virtual_ids_start (options.virtual_mode, options.virtual_all,
				  options.id.hash);
	}
      kcfi_mark_pass_start (plugin->base_name);
      kcfi_function_marks_start ();
      register_callback (plugin->base_name, PLUGIN_ALL_IPA_PASSES_START,
			 on_ipa_start, NULL);
    }
  if (kcfi_warning_chosen_p (KCFI_WARN_DEVIRT))
    kcfi_devirt_pass_start (plugin->base_name);
  kcfi_tail_merge_guard_start (plugin->base_name);
  kcfi_rtl_passes_start (plugin->base_name);
  kcfi_file_output_start (plugin->base_name, &options);
  if (options.dump)
    kcfi_dumps_start (options.dump_list, link_time);
  register_callback (plugin->base_name, PLUGIN_FINISH, on_finish, NULL);
  return 0;
}
