"""SocialDesk: one triaged queue for everything people write to you on social networks.

Holds the version and nothing else, so that importing the package costs nothing.
"""

__version__ = "0.1.0"
