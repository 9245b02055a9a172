"""A made-up person to look around with, gone after a day."""

from config.sample.making import make_sample_person

__all__ = ["make_sample_person"]
