"""The command palette: one field for acts, views, threads, people, tags and saved replies."""
