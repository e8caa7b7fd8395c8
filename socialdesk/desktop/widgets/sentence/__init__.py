"""A sentence that is put together: clauses whose blanks are buttons, joined by and, or and not."""
