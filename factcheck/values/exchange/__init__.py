"""Dated exchange rates, and how money converts."""
