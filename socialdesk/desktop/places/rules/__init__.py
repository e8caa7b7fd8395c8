"""The place of rules: their list, the editor of one, what it would have done, what it did."""
