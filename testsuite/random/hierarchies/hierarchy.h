/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the generator of random class hierarchies.

   A program has methods (a name, parameters, cv and ref: what an override must
   repeat), and classes, each of which declares some of them.  Equal methods of
   unrelated classes that a third one joins are frequent: one function then stands
   in slots that several classes introduced.  The model is as exact as the program
   has to be valid: which bases an object has, which function a call reaches, where
   a class must override because two of its bases did.

   Everything that is computed goes into a sum, which is printed with each
   function that runs.  */

#ifndef KCFI_HIERARCHY_H
#define KCFI_HIERARCHY_H

#include <stdbool.h>

enum
{
  MAX_CLASSES = 20,
  MAX_BASES = 3,
  MAX_METHODS = 10,
  MAX_PARAMETERS = 3,
  MAX_NODES = 32,
  MAX_PATH = 12
};

enum result
{
  RESULT_INT,
  RESULT_LONG,	   /* a conversion */
  RESULT_POINTER,  /* to the class itself or one of its bases: covariant */
  RESULT_REFERENCE
};

enum cv
{
  CV_NONE,
  CV_CONST,
  CV_VOLATILE
};

enum ref
{
  REF_NONE,
  REF_LVALUE,
  REF_RVALUE
};

struct method
{
  char name[16];
  unsigned parameters[MAX_PARAMETERS]; /* kinds; hierarchy-print.c has them */
  unsigned parameter_count;
  enum cv cv;
  enum ref ref;
  enum result result;
  bool nothrow;
};

enum place
{
  PLACE_GLOBAL,
  PLACE_NAMESPACE,
  PLACE_UNNAMED, /* an unnamed namespace */
  PLACE_LOCAL	 /* a function: nothing derives from it */
};

/* What a class says of a method.  */
struct declaration
{
  bool declared, pure, final;
  bool outside;	   /* defined outside of the class, in one unit */
  unsigned result; /* the class of a covariant result */
};

struct class
{
  enum place place;
  bool is_template; /* of a number and a type */
  bool twin;	    /* the second instance of the template before it */
  bool has_twin;
  bool final, data, padded, destructor, deleted_method;
  unsigned bases[MAX_BASES];
  bool virtual_base[MAX_BASES];
  unsigned base_count;
  struct declaration declarations[MAX_METHODS];
  /* These follow from the rest.  */
  bool polymorphic, abstract, virtual_destructor;
};

extern struct method methods[MAX_METHODS];
extern unsigned method_count;
extern struct class classes[MAX_CLASSES];
extern unsigned class_count;
extern bool use_rtti, use_exceptions;

/* A subobject of an object: one of its bases, or all of it (node 0).  */
struct node
{
  unsigned class;
  unsigned bases[MAX_BASES]; /* nodes */
  unsigned path[MAX_PATH];   /* the classes from the object's own to this one */
  unsigned path_length;
  bool behind_virtual; /* a virtual base is on the way */
};

struct lattice
{
  struct node nodes[MAX_NODES];
  unsigned count;
};

/* --- hierarchy-model.c --- */

/* Make methods and classes.  */
void make_hierarchy (void);

/* --- hierarchy-lattice.c --- */

/* True if class NUMBER itself declares METHOD.  */
bool class_declares (unsigned number, unsigned method);

/* The subobjects of an object of class NUMBER; false if they are too many.  */
bool make_lattice (unsigned number, struct lattice *lattice);

/* The node whose class has the function that a call of METHOD through NODE
   reaches, where NODE's class declares METHOD; -1 if it is ambiguous.  */
int final_overrider (const struct lattice *lattice, unsigned node,
		     unsigned method);

/* How many subobjects of class BASE an object of class NUMBER has.  */
unsigned count_bases (unsigned number, unsigned base);

/* True if two methods that a class may have introduced a slot with, and that one
   function overrides behind virtual bases, are METHOD: the second word of a thunk
   may be asked to be two under virtual=class.  */
bool may_need_two_ids (unsigned method);

/* --- hierarchy-print.c --- */

/* Print the name of class NUMBER as others write it.  */
void print_class_name (unsigned number);

/* Print the object EXPRESSION, an lvalue of class NUMBER, as METHOD wants it: const,
   volatile, an rvalue.  INSIDE the definition of the class.  */
void print_object (unsigned number, unsigned method, const char *expression,
		   bool inside);

/* Print ` (...)', arguments of METHOD.  */
void print_arguments (unsigned method);

/* Print the parameters, cv, ref and exception specification of METHOD.  */
void print_parameters (unsigned method, bool names);

/* Print the result of METHOD as class NUMBER declares it, up to the name.  */
void print_result (unsigned number, unsigned method, bool inside);

/* Print casts of EXPRESSION, an object of the lattice's class, to NODE, beginning
   with step FIRST of its path.  */
void print_path (const struct node *node, unsigned first, const char *expression);

/* Print what adds parameter NUMBER of METHOD to the sum.  */
void print_mix (unsigned method, unsigned number);

/* Print what stands in front of the classes, and class NUMBER with the functions
   through which it is called.  */
void print_prelude (void);
void print_class (unsigned number);

/* --- hierarchy-bodies.c --- */

/* Print the body of METHOD in class NUMBER.  */
void print_body (unsigned number, unsigned method);

/* Print virtual calls out of a function of class NUMBER; LIVING: out of its
   constructor or destructor.  */
void print_calls (unsigned number, bool living);

/* --- hierarchy-uses.c --- */

/* Print functions that make objects and use them, and the calls of these.  */
void print_uses (void);
void print_use_calls (void);

/* --- hierarchy-forge.c --- */

/* Print `forge', which calls through forged virtual tables.  */
void print_forge (void);

#endif
