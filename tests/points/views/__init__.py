"""Tests of the library's pages."""
