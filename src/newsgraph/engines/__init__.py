"""How extraction is spread: here in this process, over processes of this machine, over a Ray cluster.

Each engine gives the same extractions.
"""

from newsgraph.engines.choosing import ENGINES, choose_engine
from newsgraph.engines.reading import Engine, Outcome

__all__ = ["ENGINES", "Engine", "Outcome", "choose_engine"]
