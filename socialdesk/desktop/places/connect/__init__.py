"""Connecting a channel, step by step."""
