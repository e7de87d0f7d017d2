#!/usr/bin/env bash
# Runs one stage of a longer job: says its name, its end and how long it took. In: NAME COMMAND...
# Out: the command's own output and exit code.
set -uo pipefail
name=$1
shift
printf '\n▶ %s\n' "$name"
start=$SECONDS
"$@"
code=$?
if [ $code -eq 0 ]; then
  printf '✓ %s: %d s\n' "$name" $((SECONDS - start))
else
  printf '✗ %s failed after %d s (exit code %d)\n' "$name" $((SECONDS - start)) $code >&2
fi
exit $code
