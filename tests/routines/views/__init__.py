"""Tests of routines.views."""
