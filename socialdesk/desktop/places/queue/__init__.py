"""The queue: threads of one view in triage order, and the acts that are one key away."""
