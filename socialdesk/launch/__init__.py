"""Where concrete parts are chosen and joined: desktop, engine, demo, command line."""
