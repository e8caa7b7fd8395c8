"""Pure values and decisions of the inbox: time is an argument, nothing is read or written."""
