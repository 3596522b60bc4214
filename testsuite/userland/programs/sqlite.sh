# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
# SQLite: its speed test, which verifies what it reads, and its shell.

packages_sqlite () { echo sqlite3; }

build_sqlite ()
{
  local flags=(-O2 -w -DSQLITE_THREADSAFE=1 -DSQLITE_OMIT_LOAD_EXTENSION
	       -DSQLITE_ENABLE_FTS4 -DSQLITE_ENABLE_RTREE
	       -DSQLITE_ENABLE_DESERIALIZE -I.)
  (cd "$work/sources/sqlite3" \
     && patch -p1 -s < "$here/patches/sqlite3.patch" \
     && ./configure --disable-tcl --disable-shared \
     && make sqlite3.c shell.c \
     && "$work/cc" "${flags[@]}" -c sqlite3.c -o "$work/sqlite3.o" \
     && "$work/cc" "${flags[@]}" "$work/sqlite3.o" test/speedtest1.c \
       -o "$work/sqlite-speedtest" \
     && "$work/cc" "${flags[@]}" "$work/sqlite3.o" shell.c -o "$work/sqlite")
}

shell_sqlite ()
{
  rm -f "$work/sqlite.db"
  local sum
  sum=$("$work/sqlite" "$work/sqlite.db" <<'END'
create table t (a integer primary key, b text collate nocase);
create virtual table f using fts4 (words);
create virtual table r using rtree (id, x0, x1, y0, y1);
with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000)
  insert into t select i, printf ('%d%s', i % 17, 'Text') from n;
insert into f select b from t;
insert into r select a, a, a + 1, a, a + 1 from t;
create index i on t (b);
create trigger u after delete on t begin delete from r where id = old.a; end;
begin; delete from t where a % 2; rollback;
delete from t where a % 3 = 0;
pragma integrity_check;
select count (*), sum (a), count (distinct b), group_concat (b, '') like '%1TEXT%',
  json_extract ('{"a": [1, 2]}', '$.a[1]') from t;
select count (*) from f where f match '5text';
select count (*) from r where x0 > 500 and y1 < 600;
END
     )
  echo "$sum"
  [ "$sum" = "ok
667|333667|17|1|2
59
65" ]
}

test_sqlite ()
{
  passes "sqlite: speed test" env -C "$work" \
    ./sqlite-speedtest --memdb --size 10 --verify
  passes "sqlite: shell" shell_sqlite
  passes "sqlite: audit" audit_program sqlite "$work/sqlite"
}
