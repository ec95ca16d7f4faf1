"""How the reader model is made: from data to weights. Needs PyTorch; nothing here is imported at run time."""
