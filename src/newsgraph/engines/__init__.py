"""How work on articles is spread: here in this process, over processes of this machine, over a Ray cluster.

Each engine gives the same extractions.
"""

from newsgraph.engines.choosing import ENGINES, choose_engine, processes_worth
from newsgraph.engines.local import processes
from newsgraph.engines.reading import Engine, Outcome

__all__ = ["ENGINES", "Engine", "Outcome", "choose_engine", "processes", "processes_worth"]
