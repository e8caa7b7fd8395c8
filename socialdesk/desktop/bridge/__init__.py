"""The doors of the desktop: reading, giving commands, following changes, the engine's process."""
