"""The connector for Reddit."""
