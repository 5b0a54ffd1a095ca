"""Benchmarks and their generator; never part of the test run."""
