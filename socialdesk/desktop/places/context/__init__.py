"""Who the thread is with, and what is known about them."""
