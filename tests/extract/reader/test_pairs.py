"""What the looks of two mentions tell."""

import numpy as np

from newsgraph.extract.reader.pairs import FEATURES, NAME, NOMINAL, PRONOUN, Spread, features, first_layer, table

WORDS = ["Ana", "Lindqvist", "met", "the", "mayor", ".", "She", "thanked", "Lindqvist", "."]
TAGS = ["NNP", "NNP", "VBD", "DT", "NN", ".", "PRP", "VBD", "NNP", "."]
SENTENCES = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2]
MENTIONS = [Spread(*range_, range_[1] - 1, type=1, quoted=False) for range_ in ((0, 2), (3, 5), (6, 7), (8, 9))]


def test_kinds_and_sentences() -> None:
    known = table(WORDS, TAGS, SENTENCES, MENTIONS)
    assert known.kind.tolist() == [NAME, NOMINAL, PRONOUN, NAME]
    assert known.sentence.tolist() == [1, 1, 2, 2]


def test_a_row_a_pair_of_the_width_that_the_model_takes() -> None:
    known = table(WORDS, TAGS, SENTENCES, MENTIONS)
    rows = features(known, np.array([3, 2]), np.array([0, 1]))
    assert rows.shape == (2, FEATURES)
    assert rows[0, 0] == 1  # one head word: Lindqvist
    assert rows[1, 0] == 0


def test_the_first_layer_is_that_of_the_features() -> None:
    known = table(WORDS, TAGS, SENTENCES, MENTIONS)
    later, earlier = np.array([1, 2, 3, 3]), np.array([0, 1, 0, 2])
    weight = np.random.default_rng(7).normal(size=(3, FEATURES)).astype(np.float32)
    whole = features(known, later, earlier) @ weight.T
    bias = np.array([0.5, -1, 2], np.float32)
    hidden = np.concatenate(list(first_layer(known, later, earlier, weight, bias)))
    assert np.allclose(hidden, whole + bias, atol=1e-5)
