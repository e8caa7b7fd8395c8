"""What a person can set: declared in small files, read by one registry, kept in the desk file."""
