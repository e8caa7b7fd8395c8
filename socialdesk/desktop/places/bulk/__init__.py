"""What is shown while several threads are selected: how many, and what can be done to all of them."""
