/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a system header would hold: a macro that calls what it is given.  */

#pragma GCC system_header

#define RUN_BY_MACRO(F) take (F)
