"""Numbers in texts, in digits and in words, with all that stands around them."""
