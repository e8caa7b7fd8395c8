"""What Facebook, Instagram and Threads share: Meta's Graph API, how it pages, refuses, counts and renews."""
