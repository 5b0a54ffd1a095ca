"""The reporting stage: it decides every count, order and phrase of a report."""
