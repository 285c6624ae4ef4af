#!/bin/sh
# Het commando `catalogue`; `make` zet het in .venv/bin/.
project=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
PYTHONPATH="$project/hooks" exec "$project/.venv/bin/python" -m catalogue "$@"
