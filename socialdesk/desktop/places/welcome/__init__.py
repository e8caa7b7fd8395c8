"""The first page a new person sees."""
