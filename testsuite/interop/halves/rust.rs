// SPDX-License-Identifier: GPL-3.0-or-later
// The other half of ../rust.c: functions that C calls through pointers, and a
// caller of C's.  Rust's ids are those of the variant with integers normalized.

#![no_std]
#![crate_type = "lib"]

#[repr(C)]
pub struct Record {
    a: i32,
}

#[no_mangle]
pub extern "C" fn rust_add(x: i32) -> i32 {
    x + 1
}

#[no_mangle]
pub extern "C" fn rust_wide(x: i64) -> i64 {
    x - 1
}

#[no_mangle]
pub extern "C" fn rust_read(r: *const Record, at: usize) -> u8 {
    unsafe { (*r).a as u8 + at as u8 }
}

#[no_mangle]
pub extern "C" fn rust_call(f: extern "C" fn(i32) -> i32, x: i32) -> i32 {
    f(x) * 2
}

#[no_mangle]
pub extern "C" fn rust_call_read(
    f: extern "C" fn(*const Record, usize) -> u8,
    r: *const Record,
) -> u8 {
    f(r, 1) + 1
}
