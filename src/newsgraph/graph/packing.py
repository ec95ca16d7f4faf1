"""Room for all: nodes that lie on one another are pushed apart, islands lie in rings around the first."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

Points = NDArray[np.float64]
Lengths = NDArray[np.float64]

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
# Most overlaps are gone after some ten pushes; what is left then lies in crowds that would need a larger picture.
MOST_PUSHES = 40


def sunflower(count: int) -> Points:
    """Points spread evenly in a disc, as the seeds of a sunflower lie (Vogel 1979): one on an area of pi."""
    numbers = np.arange(count)
    distances, angles = np.sqrt(numbers + 0.5), numbers * GOLDEN_ANGLE
    return np.stack([distances * np.cos(angles), distances * np.sin(angles)], axis=1)


def pushed_apart(points: Points, radii: Lengths, gap: float) -> Points:
    """The points moved until discs of these radii leave a gap between them; in crowds some may still touch."""
    moved = points + sunflower(len(points)) * 1e-6  # of two in one place each knows where to go
    farthest = 2 * float(radii.max(initial=0)) + gap
    for _ in range(MOST_PUSHES):
        pairs = KDTree(moved).query_pairs(farthest, output_type="ndarray")
        apart = moved[pairs[:, 1]] - moved[pairs[:, 0]]
        distances = np.sqrt((apart**2).sum(axis=1))
        missing = radii[pairs].sum(axis=1) + gap - distances
        near = missing > 0
        if not near.any():
            break
        pushes = apart[near] * (missing[near] / distances[near] / 2)[:, np.newaxis]
        for axis in (0, 1):
            for end, sign in ((0, -1), (1, 1)):
                moved[:, axis] += sign * np.bincount(pairs[near, end], pushes[:, axis], len(moved))
    return moved


def rings(radii: Sequence[float], gap: float) -> list[tuple[float, float]]:
    """A centre for each disc: the first at (0, 0), the others in rings around it, the largest nearest; all apart."""
    centres = [(0.0, 0.0)] * len(radii)
    waiting = sorted(range(1, len(radii)), key=lambda disc: -radii[disc])
    edge = radii[0] if radii else 0.0
    while waiting:
        thickness = radii[waiting[0]]
        distance = edge + gap + thickness
        halves = [math.asin((radii[disc] + gap / 2) / distance) for disc in waiting]
        count, taken = 1, halves[0]
        while count < len(waiting) and taken + halves[count] <= math.pi:
            taken += halves[count]
            count += 1
        slack = 2 * (math.pi - taken) / count
        angle = 0.0
        for disc, half in zip(waiting[:count], halves[:count], strict=True):
            centres[disc] = (distance * math.cos(angle + half), distance * math.sin(angle + half))
            angle += 2 * half + slack
        waiting = waiting[count:]
        edge = distance + thickness
    return centres
