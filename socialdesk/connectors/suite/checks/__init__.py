"""The checks, by what they look at; importing a module here puts its checks on the scale."""
