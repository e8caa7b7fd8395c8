"""Servers of ours that stand in for networks which cannot be run here, strict after their documentation."""
