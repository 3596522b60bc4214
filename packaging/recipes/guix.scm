;; SPDX-License-Identifier: GPL-3.0-or-later
;; Guix: guix build -f packaging/recipes/guix.scm
;; Not tried: there is no guix where this was written.
(use-modules (guix packages) (guix gexp) (guix build-system gnu)
             ((guix licenses) #:prefix license:)
             (gnu packages gcc) (gnu packages multiprecision) (gnu packages digest)
             (gnu packages elf) (gnu packages engineering))

(package
  (name "kcfi")
  (version "1.0.0")
  (source (local-file "../.." "kcfi" #:recursive? #t))
  (build-system gnu-build-system)
  (arguments
   (list #:tests? #f                    ;they need DejaGnu and Clang
         #:make-flags
         #~(list "GCC=gcc" (string-append "prefix=" #$output)
                 (string-append "plugindir=" #$output "/lib/kcfi") "debugdir=")
         #:phases #~(modify-phases %standard-phases (delete 'configure))))
  (inputs (list gmp xxhash elfutils capstone libiberty))
  (synopsis "Kernel control-flow integrity for GCC")
  (description "A plugin for GCC that checks each indirect call before it is made, as
Clang's @code{-fsanitize=kcfi} does, and a tool that says how well a file is protected.
Load it with @code{KCFI_PLUGIN=.../lib/kcfi/kcfi.so kcfi-gcc}.")
  (home-page #f)
  (license license:gpl3+))
