"""What a connector is tested with where the network itself cannot run: a strict stand-in server."""
