/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Function types that differ without being called differently.
   options: -std=gnu11 -fcf-protection=branch
 */

void f1(void (*a)(int), __attribute__((noreturn)) void (*b)(int)) {}
void f3(void (*a)(int), __attribute__((const)) void (*b)(int)) {}
void f4(void (*a)(int), __attribute__((pure)) void (*b)(int)) {}
void f5(void (*a)(int), __attribute__((nothrow)) void (*b)(int)) {}
void f6(void (*a)(int), __attribute__((sysv_abi)) void (*b)(int)) {}
void f7(void (*a)(int), __attribute__((nocf_check)) void (*b)(int)) {}
void f8(void (*a)(int), __attribute__((no_caller_saved_registers)) void (*b)(int)) {}
void f9(void (*a)(char*,...), __attribute__((format(printf,1,2))) void (*b)(char*,...)) {}
typedef int aint __attribute__((aligned(16))); void f10(aint *a, int *b){}
typedef int mint __attribute__((may_alias)); void f11(mint *a, int *b){}
void f12(__attribute__((noreturn)) void (*a)(int), __attribute__((noreturn)) void (*b)(int)) {}
void f13(__attribute__((noreturn)) void (*a)(int), void (*b)(__attribute__((noreturn)) void (*)(int)), void (*c)(void(*)(int))) {}
void f14(void (*a)(int*), __attribute__((nonnull)) void (*b)(int*)) {}
void f15(void *(*a)(int), __attribute__((malloc)) void *(*b)(int)) {}
void f16(int (*a)(int), __attribute__((warn_unused_result)) int (*b)(int)) {}
