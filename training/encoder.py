"""The model: MiniLM with the shapes of words added, one linear layer for tags, two projections a pointing task."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from newsgraph.extract.reader.labels import POINTERS, TAGS
from newsgraph.extract.reader.pairs import FEATURES
from newsgraph.extract.reader.shapes import SHAPES
from training.examples import RELATIONS

WIDTH, HEADS, LAYERS, POSITIONS = 384, 12, 6, 512
POINTER_WIDTH = 64
DROPOUT = 0.1


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019), in the form that runs quickly on a CPU."""

    def __init__(self) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        heads = self.attend(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(heads[0], heads[1], heads[2], attn_mask=bias)
        attended = self.attended(attended.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.attended_norm(x + functional.dropout(attended, DROPOUT, self.training))
        narrowed = self.narrow(functional.gelu(self.widen(x)))
        return self.norm(x + functional.dropout(narrowed, DROPOUT, self.training))


class Reader(nn.Module):
    """Marks every word piece for every task; the pointing tasks compare pieces by what ``pointers`` makes of them."""

    def __init__(self, vocabulary: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.shapes_again = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.tags = nn.Linear(WIDTH, sum(map(len, TAGS.values())))
        self.pointers = nn.Linear(WIDTH, 2 * POINTER_WIDTH * len(POINTERS))
        self.relate = nn.Linear(POINTER_WIDTH, len(RELATIONS))
        self.offsets = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(2 * reach + 1)) for name, reach in POINTERS.items() if reach}
        )
        self.pair = nn.Sequential(nn.Linear(FEATURES, 64), nn.ReLU(), nn.Linear(64, 1))
        for table in (self.shapes, self.shapes_again):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of all tags, and the projections of all pointing tasks, for each piece."""
        x = self.encode(pieces, shapes, (1.0 - mask.float())[:, None, None, :] * -1e4)
        return self.tags(x), self.pointers(x)

    def encode(self, pieces: Tensor, shapes: Tensor, bias: Tensor | None) -> Tensor:
        """The pieces in their context; ``bias`` keeps attention off the padding."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(positions)[None] + self.shapes(shapes)
        x = functional.dropout(self.norm(x), DROPOUT, self.training)
        for layer in self.layers:
            x = layer(x, bias if bias is None else bias.to(x.dtype))
        return functional.dropout(x + self.shapes_again(shapes), DROPOUT, self.training)


def load_minilm(model: Reader, path: Path) -> None:
    """Begin with MiniLM's weights (Wang et al. 2020); the new layers stay as they are."""
    old = load_file(path)
    new = model.state_dict()

    def copy(target: str, value: Tensor) -> None:
        if new[target].shape != value.shape:
            raise ValueError(f"{path}: {target} has the shape {tuple(value.shape)}, not {tuple(new[target].shape)}")
        new[target].copy_(value)

    copy("words.weight", old["embeddings.word_embeddings.weight"])
    kind = old["embeddings.token_type_embeddings.weight"][0]
    copy("positions.weight", old["embeddings.position_embeddings.weight"] + kind)
    parts = {
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm": "output.LayerNorm",
    }
    for kind_of in ("weight", "bias"):
        copy(f"norm.{kind_of}", old[f"embeddings.LayerNorm.{kind_of}"])
        for number in range(LAYERS):
            layer = f"encoder.layer.{number}"
            heads = [old[f"{layer}.attention.self.{part}.{kind_of}"] for part in ("query", "key", "value")]
            copy(f"layers.{number}.attend.{kind_of}", torch.cat(heads))
            for ours, theirs in parts.items():
                copy(f"layers.{number}.{ours}.{kind_of}", old[f"{layer}.{theirs}.{kind_of}"])
