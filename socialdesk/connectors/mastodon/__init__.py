"""The connector for Mastodon, and for servers of other software that speak its API."""
