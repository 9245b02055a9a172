"""Tests of routines.forms."""
