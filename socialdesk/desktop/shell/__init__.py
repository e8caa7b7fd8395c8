"""Where places meet: the window, what the acts do in it, and what is remembered of it."""
