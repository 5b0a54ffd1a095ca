"""One file for each command of the command line: words to one typed call."""
