/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calling conventions without a name in the mangling, and one with.
   options: -std=gnu99
 */

__attribute__((thiscall)) void f1(int a){}
__attribute__((stdcall)) void f2(int a){}
__attribute__((fastcall)) void f3(int a){}
__attribute__((regparm(3))) void f4(int a){}
__attribute__((cdecl)) void f5(int a){}
__attribute__((pascal)) void f6(int a){}
/* Not so on x86_64: this has a name even if variadic.  */
__attribute__((ms_abi)) void f7(int a, ...){}
