"""One package a platform, and the kit they are written with; they know neither store nor screen nor each other."""
