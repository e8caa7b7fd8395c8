"""The rail: workspace, search, views with their counts, channels with their state, and me."""
