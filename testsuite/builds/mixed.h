/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What mixed.cc and mixed-c.c have in common.  */

#ifdef __cplusplus
extern "C" {
#endif

struct point { int x, y; };
enum axis { AXIS_X, AXIS_Y };
typedef int visit (struct point *, const enum axis *, double);

extern visit *from_c (void);
extern int call_in_c (visit *f, struct point *p);
extern int forged_in_c (struct point *, const enum axis *, float);

#ifdef __cplusplus
}
#endif
