"""What `make check` checks beyond ruff and mypy. Each module runs alone: `python -m checks.size`."""
