"""Extract: what one article says, in terms of its own mentions. The only folder that imports spaCy.

Nothing is imported here, so that ``newsgraph.extract.version`` can be asked without loading spaCy.
"""
