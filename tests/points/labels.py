"""Reading a label back: where its line slants from and to."""

from points.drawings import Position


def line_of(label):
    """The slanting part of the line of a label."""
    end = label.leader.rpartition("L")[2].split()
    edge = label.leader.rpartition("H")[2].partition("L")[0]
    y = label.leader.partition("H")[0].split()[1]
    return Position(float(edge), float(y)), Position(*map(float, end))
