"""Says of LinkedIn why it cannot be connected yet; there is no code here."""
