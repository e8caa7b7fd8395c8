"""Facebook Pages: comments, posts of visitors, mentions, recommendations, and Messenger."""
