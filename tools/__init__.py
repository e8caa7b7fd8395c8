"""What `./dev` runs: makes the environment and calls the checks. Standard library only, and never shipped."""
