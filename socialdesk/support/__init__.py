"""The floor: small tools that know no word of our domain, and the only readers of time and randomness."""
