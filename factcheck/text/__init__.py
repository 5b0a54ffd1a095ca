"""Reading text: numbers, dates and passages, in the words of each language."""
