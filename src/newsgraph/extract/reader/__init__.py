"""The reader model: one small encoder that marks names, mentions, sources, cues, contents and events."""
