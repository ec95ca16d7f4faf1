from tests.graph.conftest import small, store

__all__ = ["small", "store"]
