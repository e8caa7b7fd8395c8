"""The page of saved replies: folders, the replies in them, and one to be written."""
