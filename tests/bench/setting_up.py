"""Runs one function of a module in a process of its own, once Django knows its settings."""

import sys

import django
from django.utils.module_loading import import_string

if __name__ == "__main__":
    django.setup()
    import_string(sys.argv[1])()
