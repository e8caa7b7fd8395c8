"""What the connectors of Google's platforms share: the sign-in, the line to an API, the shape of its errors."""
