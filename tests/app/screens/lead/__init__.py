"""The lead screen, driven by keys; what is asserted is the case first."""
