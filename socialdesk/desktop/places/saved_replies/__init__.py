"""The picker of saved replies."""
