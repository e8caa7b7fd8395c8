"""What stands where on the screen; places do not know each other."""
