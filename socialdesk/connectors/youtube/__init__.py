"""The connector for YouTube."""
