"""Says of Slack why it cannot be connected yet; there is no code here."""
