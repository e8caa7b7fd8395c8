"""Small lists that pick one thing for the thread at hand: a moment to come back, a member, tags."""
