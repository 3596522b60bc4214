/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A C++ program for the driver: it needs libstdc++ and has one checked call.  */

#include <string>

extern "C" int
callee (long, char *text)
{
  throw std::string (text);
}

typedef int function (long, char *);
function *volatile pointer = callee;

int
main ()
{
  try
    {
      char text[] = "reached";
      return pointer (1, text);
    }
  catch (const std::string &caught)
    {
      return caught == "reached" ? 0 : 1;
    }
}
