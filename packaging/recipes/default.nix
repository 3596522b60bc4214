# SPDX-License-Identifier: GPL-3.0-or-later
# Nix: nix-build packaging/recipes/default.nix
# Not tried but for its syntax (nix-instantiate --parse): nixpkgs cannot be fetched where
# this was written.  nixpkgs' wrapper hides the compiler's own folder, so the plugin goes
# to $out/lib/kcfi and kcfi-gcc finds it by KCFI_PLUGIN.
{ pkgs ? import <nixpkgs> { } }:

pkgs.stdenv.mkDerivation {
  pname = "kcfi";
  version = "1.0.0";
  src = ../..;
  nativeBuildInputs = [ pkgs.makeWrapper ];
  buildInputs = [ pkgs.gmp pkgs.xxHash pkgs.elfutils pkgs.capstone pkgs.libiberty ];
  # The headers of plugins are those of the compiler that is wrapped.
  makeFlags = [
    "GCC=${pkgs.stdenv.cc.cc}/bin/gcc"
    "prefix=$(out)"
    "plugindir=$(out)/lib/kcfi"
    "debugdir="
  ];
  postInstall = ''
    wrapProgram $out/bin/kcfi-gcc \
      --set-default KCFI_GCC ${pkgs.stdenv.cc}/bin/gcc \
      --set-default KCFI_PLUGIN $out/lib/kcfi/kcfi.so
  '';
  meta.license = pkgs.lib.licenses.gpl3Plus;
}
