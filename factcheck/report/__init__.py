"""The stage that decides what a report says: every count, order and phrase is made here."""
