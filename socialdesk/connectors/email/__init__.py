"""Mail of one mailbox: read by IMAP, answered by SMTP."""
