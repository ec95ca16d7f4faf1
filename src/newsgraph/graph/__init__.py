"""The knowledge graph: quads, the store, its checks, its named queries and its network view."""
