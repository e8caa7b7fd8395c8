"""The answers that have not left, and those that need a person."""
