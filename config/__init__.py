"""Knows everyone: settings, middleware, the embedded database, and the pages that cross apps."""
