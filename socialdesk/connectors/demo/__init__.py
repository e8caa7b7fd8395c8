"""A made-up network to try everything on: nothing from it can reach anybody."""
