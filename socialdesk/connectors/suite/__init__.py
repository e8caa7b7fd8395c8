"""What a connector is tested with: a strict stand-in server, scenarios, checks, a quality scale, the template."""
