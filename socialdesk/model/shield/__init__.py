"""Decides what is kept out of sight, and tells why: word lists and patterns, nothing learned, nothing sent anywhere."""
