"""The Qt desktop: look, bridge, actions, widgets, places and the shell that joins them."""
