"""Prepares a figure for a template: what of it is seen, which lines, which discs, which are lit.

A plate is drawn inline by `points/plate.html`; nothing here knows colours or pixels.
"""

from points.plates.close_up import plate_for
from points.plates.index import bare_plate, index_plate
from points.plates.parts import Guide, Line, Plate, Spot

__all__ = ["Guide", "Line", "Plate", "Spot", "bare_plate", "index_plate", "plate_for"]
