"""Telegram: a bot's chats, groups and comments, and the chats of people who connected it to their account."""
