"""X: mentions, answers to own posts, direct messages."""
