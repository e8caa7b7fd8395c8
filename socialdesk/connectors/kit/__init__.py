"""What connectors are written with: contract, manifest, HTTP with budgets and redaction, failures with certainty."""
