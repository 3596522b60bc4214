/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-require plugin "the wording is the plugin's" } */
/* { dg-plugin-args "warn=alias" } */
/* { dg-more-options "-Wno-attribute-alias" } */
/* { dg-prune-output "target .* has type" } */
/* An alias has its target's preamble, that of an instance too.  The aliases that GCC
   makes itself, of constructors and destructors, are for calls of another kind.  */

extern "C" void target (int x) { (void) x; }
extern "C" void other (long) __attribute__ ((alias ("target"))); /* { dg-warning "alias 'void other\\(long int\\)' of type 'void\\(long int\\)' has the type id of its target" } */
extern "C" void same (int) __attribute__ ((alias ("target")));

template <class T> void instance (T) {}
template void instance<int> (int);
void of_instance (int) __attribute__ ((alias ("_Z8instanceIiEvT_")));
void not_of_instance (char) __attribute__ ((alias ("_Z8instanceIiEvT_"))); /* { dg-warning "alias 'void not_of_instance\\(char\\)'" } */

struct object
{
  object (int);
  ~object ();
};
object::object (int) {}
object::~object () {}
