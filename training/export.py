"""From trained weights to what the package carries: an int8 model for onnxruntime, and the small layers beside it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from torch import Tensor, nn

from newsgraph.extract.reader.labels import POINTERS
from training.encoder import Reader

SMALL = ("pair.0.weight", "pair.0.bias", "pair.2.weight", "pair.2.bias")


class OneSegment(nn.Module):
    """The reader on one segment: scores of words only, not of all pieces."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        x = self.reader.encode(pieces, shapes, None)[0].index_select(0, firsts)
        return self.reader.tags(x), self.reader.pointers(x)


def export(weights: Path, minilm: Path, folder: Path) -> None:
    """Write ``reader.onnx``, ``small.npz`` and ``tokenizer.json`` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
    reader = Reader(tokenizer.get_vocab_size())
    reader.load_state_dict(torch.load(weights, weights_only=True))
    reader.eval()
    with tempfile.TemporaryDirectory() as scratch:
        whole, prepared = Path(scratch) / "whole.onnx", Path(scratch) / "prepared.onnx"
        inputs = (torch.ones(1, 9, dtype=torch.long), torch.ones(1, 9, dtype=torch.long), torch.arange(1, 6))
        torch.onnx.export(
            OneSegment(reader),
            inputs,
            str(whole),
            input_names=["pieces", "shapes", "firsts"],
            output_names=["tags", "pointers"],
            dynamic_axes={"pieces": {1: "length"}, "shapes": {1: "length"}, "firsts": {0: "words"}},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
        # Seven bits a weight: without VNNI eight saturate, and another machine would give another graph.
        quantize_dynamic(
            str(prepared),
            str(folder / "reader.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )
    state = {name: tensor.numpy() for name, tensor in reader.state_dict().items()}
    arrays = {name: state[name] for name in SMALL}
    arrays |= {f"offsets.{task}": state[f"offsets.{task}"] for task, reach in POINTERS.items() if reach}
    np.savez(folder / "small.npz", **arrays)
    shutil.copy(minilm / "tokenizer.json", folder / "tokenizer.json")
