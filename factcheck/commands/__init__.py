"""The commands of the command line, one module each: parse the arguments, call typed code."""
