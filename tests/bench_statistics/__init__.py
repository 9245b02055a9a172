"""Simulates histories whose truth is known, and counts what the statements say of them."""
