"""Real servers, written by others, that tests run against: started on loopback, with accounts of their own."""
