"""Tests of routines.actions."""
