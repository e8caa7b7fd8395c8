"""One thread: its header, its post, messages, notes and events."""
