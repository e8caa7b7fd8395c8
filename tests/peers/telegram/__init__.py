"""An emulator of the Telegram Bot API, written by others."""
