"""Every act of the desktop, declared once: its words, icon, keys, and when it can be done."""
