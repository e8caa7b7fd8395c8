"""Instagram: comments on own media, tags, and direct messages of a professional account, by either of its sign-ins."""
