"""Threads: replies to own posts, mentions, and what is answered to both."""
