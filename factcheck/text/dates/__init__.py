"""Dates, periods and clock times in texts."""
