"""Draws a GEXF file that `newsgraph export` wrote: its own places, colours and sizes; names where they have room.

    python docs/pictures/draw.py demo.gexf docs/pictures/network.png

It needs matplotlib, which newsgraph does not: `pip install matplotlib`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import matplotlib as mpl
from lxml import etree
from matplotlib import pyplot as plt
from matplotlib.collections import EllipseCollection, LineCollection
from matplotlib.patheffects import withStroke
from matplotlib.transforms import Bbox
from PIL import Image

INK, PAPER, TIE = "#1c2430", "#ffffff", "#8a94a3"
INCHES, DOTS = (10, 8.6), 140
LARGEST_NAME, SMALLEST_NAME = 11.0, 5.2  # points
HALO = [withStroke(linewidth=2.2, foreground=PAPER)]


@dataclass(frozen=True)
class Circle:
    """An entity as the file draws it."""

    label: str
    kind: str
    colour: str
    place: tuple[float, float]
    size: float


Ends = tuple[tuple[float, float], tuple[float, float]]


def main(source: str, target: str) -> None:
    """The picture of one file in another."""
    circles, ties = read(source)
    mpl.rcParams["font.family"] = "DejaVu Sans"
    figure, axes = plt.subplots(figsize=INCHES, dpi=DOTS, facecolor=PAPER)
    figure.subplots_adjust(left=0, right=1, top=1, bottom=0.035)
    axes.set_axis_off()
    axes.set_aspect("equal")
    widths = [0.6 + 0.5 * reports for _, reports in ties]
    axes.add_collection(LineCollection([ends for ends, _ in ties], linewidths=widths, colors=TIE, alpha=0.7, zorder=1))
    draw_circles(axes, circles)
    axes.autoscale_view()
    axes.margins(0.03)
    draw_legend(figure, circles)
    figure.canvas.draw()
    draw_names(axes, circles)
    drawn = BytesIO()
    figure.savefig(drawn)
    Image.open(drawn).convert("RGB").quantize(method=Image.Quantize.MAXCOVERAGE).save(target, optimize=True)


def read(source: str) -> tuple[list[Circle], list[tuple[Ends, float]]]:
    """Entities, the largest first, and ties with the number of independent reports."""
    root = etree.parse(source).getroot()
    circles: dict[str, Circle] = {}
    for node in root.iterfind(".//{*}node"):
        values = {value.get("for"): value.get("value") for value in node.iterfind(".//{*}attvalue")}
        colour, place, size = (node.find(f"{{*}}{what}").attrib for what in ("color", "position", "size"))
        circles[node.get("id")] = Circle(
            node.get("label"),
            values["entity type"],
            "#" + "".join(f"{int(colour[part]):02x}" for part in "rgb"),
            (float(place["x"]), float(place["y"])),
            float(size["value"]),
        )
    ties = [
        ((circles[edge.get("source")].place, circles[edge.get("target")].place), float(edge.get("weight")))
        for edge in root.iterfind(".//{*}edge")
    ]
    return sorted(circles.values(), key=lambda circle: (-circle.size, circle.label)), ties


def draw_circles(axes: Any, circles: list[Circle]) -> None:
    """A circle an entity, as wide as the file says."""
    across = [circle.size for circle in circles]
    drawn = EllipseCollection(
        across,
        across,
        [0] * len(circles),
        units="xy",
        offsets=[circle.place for circle in circles],
        offset_transform=axes.transData,
        facecolors=[circle.colour for circle in circles],
        edgecolors=PAPER,
        linewidths=0.6,
        zorder=2,
    )
    axes.add_collection(drawn)


def draw_names(axes: Any, circles: list[Circle]) -> None:
    """Names beside their circles, the largest first; a name that would cover another, or a circle, is left out."""
    paper = axes.get_window_extent()
    scale = axes.transData.get_matrix()[0, 0]
    squares = [around(axes.transData.transform(circle.place), circle.size * scale / 2) for circle in circles]
    names: list[Any] = []
    for number, circle in enumerate(circles):
        taken = [*names, *squares[:number], *squares[number + 1 :]]
        points = max(SMALLEST_NAME, LARGEST_NAME * (circle.size / circles[0].size) ** 0.5)
        for shift, across, upright in sides(circle.size * scale / 2 / DOTS * 72 + 1.5):
            name = axes.annotate(
                circle.label,
                circle.place,
                xytext=shift,
                textcoords="offset points",
                ha=across,
                va=upright,
                fontsize=points,
                color=INK,
                path_effects=HALO,
                zorder=3,
            )
            room = name.get_window_extent()
            within = paper.contains(room.x0, room.y0) and paper.contains(room.x1, room.y1)
            if within and not room.count_overlaps(taken):
                names.append(room)
                break
            name.remove()


def sides(gap: float) -> list[tuple[tuple[float, float], str, str]]:
    """Right, left, above, below; then the corners."""
    corner = gap * 0.75
    return [
        ((gap, 0), "left", "center"),
        ((-gap, 0), "right", "center"),
        ((0, gap), "center", "bottom"),
        ((0, -gap), "center", "top"),
        ((corner, corner), "left", "bottom"),
        ((corner, -corner), "left", "top"),
        ((-corner, corner), "right", "bottom"),
        ((-corner, -corner), "right", "top"),
    ]


def around(centre: Any, radius: float) -> Bbox:
    """The square that holds a circle."""
    return Bbox.from_extents(centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius)


def draw_legend(figure: Any, circles: list[Circle]) -> None:
    """What the colours mean: for each the kinds that have it."""
    kinds: dict[str, list[str]] = {}
    for circle in sorted(circles, key=lambda circle: circle.kind):
        kinds.setdefault(circle.colour, []).append(circle.kind)
    colours = sorted(kinds, key=lambda colour: -len(kinds[colour]))
    marks = [plt.Line2D([], [], marker="o", linestyle="", markersize=7, color=colour) for colour in colours]
    names = [", ".join(spaced(kind) for kind in dict.fromkeys(kinds[colour])) for colour in colours]
    figure.legend(
        marks,
        names,
        loc="lower center",
        ncols=len(names),
        frameon=False,
        fontsize=6.8,
        labelcolor=INK,
        handletextpad=0,
        columnspacing=1.1,
    )


def spaced(kind: str) -> str:
    """«GovernmentBody» -> «government body»."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind).strip()


if __name__ == "__main__":
    main(*sys.argv[1:])
