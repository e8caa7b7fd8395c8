"""The connector for reviews on Google Business profiles."""
