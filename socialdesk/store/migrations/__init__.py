"""Migrations of the local files, one folder a file, named by time."""
