"""What the pages of the explorer show, as JSON; made from the graph, the texts, and an atlas of who is tied to whom."""

from newsgraph.views.desk import Desk
from newsgraph.views.register import VIEWS, show

__all__ = ["VIEWS", "Desk", "show"]
