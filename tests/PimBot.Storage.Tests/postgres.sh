#!/bin/sh
# Starts a throw-away PostgreSQL server for the storage tests and prints its connection string, or stops it.
#   export PIMBOT_TEST_POSTGRES="$(tests/PimBot.Storage.Tests/postgres.sh start)"
#   tests/PimBot.Storage.Tests/postgres.sh stop
# It needs an installed PostgreSQL (PG_BIN names its programs' folder) and installs nothing. As root it runs the
# server as the user postgres. PG_HOME and PG_PORT choose its folder and port.
set -eu

home="${PG_HOME:-${TMPDIR:-/tmp}/pimbot-test-postgres}"
port="${PG_PORT:-54329}"

find_bin() {
  if [ -n "${PG_BIN:-}" ]; then
    echo "$PG_BIN"
  elif command -v initdb >/dev/null 2>&1; then
    dirname "$(command -v initdb)"
  else
    ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1
  fi
}

bin="$(find_bin)"
[ -x "$bin/initdb" ] || { echo "No PostgreSQL found: install it or set PG_BIN." >&2; exit 1; }

# PostgreSQL refuses to run as root.
run() {
  if [ "$(id -u)" -eq 0 ]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

case "${1:-}" in
  start)
    if [ ! -d "$home/data" ]; then
      mkdir -p "$home"
      if [ "$(id -u)" -eq 0 ]; then chown postgres "$home"; fi
      cd "$home"
      run "$bin/initdb" -D "$home/data" -U pimbot -A trust -E UTF8 --locale=C.UTF-8 >"$home/initdb.log" 2>&1
    fi
    cd "$home"
    if ! run "$bin/pg_ctl" -D "$home/data" status >/dev/null 2>&1; then
      run "$bin/pg_ctl" -D "$home/data" -w -l "$home/data/server.log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=400" \
        start >/dev/null
    fi
    echo "Host=127.0.0.1;Port=$port;Username=pimbot;Database=postgres"
    ;;
  stop)
    if [ -d "$home/data" ]; then
      cd "$home"
      run "$bin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null || true
      cd / && rm -rf "$home"
    fi
    ;;
  *)
    echo "usage: postgres.sh start|stop" >&2
    exit 2
    ;;
esac
