"""What `make check` checks beyond ruff and mypy; each runs alone: `python -m checks.size`."""
