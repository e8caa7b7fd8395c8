"""The word lists of the shield, and what a text would be judged."""
