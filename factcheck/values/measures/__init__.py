"""Measured values as intervals: how they are shown, brought together and compared."""
