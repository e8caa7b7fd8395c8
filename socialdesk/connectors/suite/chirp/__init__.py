"""The connector for Chirp, a network that does not exist: the smallest one that is whole."""
