"""The acceptance scenarios of the domain, as scripts."""
