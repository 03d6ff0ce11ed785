"""Turns a checkpoint into the pipeline that spaCy loads: three ONNX graphs, their labels, and the dictionary.

The graphs are built by hand, because ONNX's LSTM reads each sentence backwards from its own last word, which the
exporter does not make of two LSTMs and an index.
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from extract.latvian.annotator import FACTORY
from extract.latvian.language import Latvian
from extract.latvian.sentences import FACTORY as SENTENCES

OPSET = 17
#: Files that the pipeline takes over from what was prepared.
PREPARED = ("labels.json", "inventory.json", "subwords.json", "entity_words.json")
#: Shares of the annotator's own head and of the entity network in the scores of entities.
SHARES = (0.5, 1.0)
Array = NDArray[Any]


class Graph:
    """An ONNX graph in the making."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.made = 0

    def add(self, operator: str, *inputs: str, outputs: int = 1, **attributes: Any) -> Any:
        """A node; the name of its output, or the names of several."""
        names = [f"{operator.lower()}_{self.made}_{i}" for i in range(outputs)]
        self.made += 1
        self.nodes.append(helper.make_node(operator, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def constant(self, values: Array) -> str:
        """The name of a constant."""
        name = f"constant_{len(self.constants)}"
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def numbers(self, *values: int) -> str:
        """A constant of 64-bit integers, as shapes and axes are given."""
        return self.constant(np.array(values, dtype=np.int64))

    def linear(self, x: str, name: str) -> str:
        """x · W + b for the layer of this name."""
        product = self.add("MatMul", x, self.constant(self.weights[f"{name}.weight"].T))
        return self.add("Add", product, self.constant(self.weights[f"{name}.bias"]))

    def perceptron(self, x: str, name: str) -> str:
        """A linear layer and ELU."""
        return self.add("Elu", self.linear(x, f"{name}.0"))

    def table(self, name: str, index: str) -> str:
        """Rows of an embedding, kept as 8-bit integers with a scale for each row."""
        weight = self.weights[f"{name}.weight"]
        scale = np.maximum(np.abs(weight).max(1, keepdims=True), 1e-8) / 127
        rows = self.add(
            "Cast",
            self.add("Gather", self.constant(np.round(weight / scale).astype(np.int8)), index),
            to=TensorProto.FLOAT,
        )
        scales = self.add(
            "Cast", self.add("Gather", self.constant(scale.astype(np.float16)), index), to=TensorProto.FLOAT
        )
        return self.add("Mul", rows, scales)

    def mean_of_rows(self, rows: str, index: str) -> str:
        """The mean of the embeddings `rows` of each row of numbers, 0 being padding."""
        total = self.add("ReduceSum", rows, self.numbers(1), keepdims=0)
        there = self.add("Cast", self.add("Cast", index, to=TensorProto.BOOL), to=TensorProto.FLOAT)
        count = self.add("ReduceSum", there, self.numbers(1), keepdims=1)
        return self.add("Div", total, self.add("Max", count, self.constant(np.array([1.0], np.float32))))

    def bilstm(self, x: str, lengths: str, name: str) -> str:
        """(T, B, width) to (T, B, 2 · hidden)."""

        def gates(array: Array) -> Array:
            i, f, g, o = np.split(array, 4)
            return np.concatenate([i, o, f, g])

        sides = [f"{name}.forwards", f"{name}.backwards"]

        def both(kind: str) -> Array:
            return np.stack([gates(self.weights[f"{side}.{kind}_l0"]) for side in sides])

        hidden = self.weights[f"{sides[0]}.weight_hh_l0"].shape[1]
        bias = np.concatenate([both("bias_ih"), both("bias_hh")], axis=1)
        out, _, _ = self.add(
            "LSTM", x, self.constant(both("weight_ih")), self.constant(both("weight_hh")), self.constant(bias), lengths,
            outputs=3, direction="bidirectional", hidden_size=hidden,
        )  # fmt: skip
        turned = self.add("Transpose", out, perm=[0, 2, 1, 3])
        return self.add("Reshape", turned, self.numbers(0, 0, 2 * hidden))

    def model(
        self, inputs: dict[str, tuple[int, list[Any]]], outputs: dict[str, tuple[str, int, list[Any]]]
    ) -> onnx.ModelProto:
        """The checked model. Inputs: name to element type and shape; outputs: name to node output, type and shape."""
        for name, (made, _, _) in outputs.items():
            self.nodes.append(helper.make_node("Identity", [made], [name]))
        graph = helper.make_graph(
            self.nodes,
            "graph",
            [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(name, kind, shape) for name, (_, kind, shape) in outputs.items()],
            list(self.constants.values()),
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
        onnx.checker.check_model(model)
        return model


def word_graph(weights: dict[str, Array], entities: dict[str, Array]) -> onnx.ModelProto:
    """Features of forms to vectors: those of the annotator, and behind them those of the entity network."""
    graph = Graph({k.removeprefix("word_encoder."): v for k, v in weights.items() if k.startswith("word_encoder.")})
    letters = graph.add("Transpose", graph.table("characters", "characters"), perm=[0, 2, 1])
    seen = []
    for i in range(sum(1 for name in graph.weights if name.startswith("convolutions.") and name.endswith("weight"))):
        kernel = graph.weights[f"convolutions.{i}.weight"]
        around = kernel.shape[2] // 2
        convolved = graph.add(
            "Conv",
            letters,
            graph.constant(kernel),
            graph.constant(graph.weights[f"convolutions.{i}.bias"]),
            pads=[around, around],
        )
        seen.append(graph.add("ReduceMax", graph.add("Relu", convolved), axes=[2], keepdims=0))
    means = (graph.mean_of_rows(graph.table(name, name), name) for name in ("pieces", "traits"))
    vectors = graph.linear(graph.add("Concat", graph.table("words", "words"), *means, *seen, axis=1), "mix")
    # The vectors of subwords are stored as the network sees them.
    graph.weights |= {
        "subwords.weight": entities["table"] @ entities["proj.weight"].T,
        "mix_entities.weight": entities["mix.weight"],
        "mix_entities.bias": entities["mix.bias"],
    }
    subwords = graph.table("subwords", "subwords")
    first = graph.add("Squeeze", graph.add("Gather", subwords, graph.numbers(0), axis=1), graph.numbers(1))
    mixed = graph.linear(
        graph.add("Concat", vectors, graph.mean_of_rows(subwords, "subwords"), first, axis=1), "mix_entities"
    )
    two: tuple[int, list[Any]] = (TensorProto.INT32, ["forms", None])
    inputs: dict[str, tuple[int, list[Any]]] = {
        "words": (TensorProto.INT32, ["forms"]),
        "characters": two,
        "pieces": two,
        "traits": two,
        "subwords": two,
    }
    both = graph.add("Concat", vectors, mixed, axis=1)
    return graph.model(inputs, {"vectors": (both, TensorProto.FLOAT, ["forms", None])})


def sentence_graph(weights: dict[str, Array], entity_weights: dict[str, Array]) -> onnx.ModelProto:
    """Word vectors (T, B, D) and lengths (B) to labels and scores, sentences first.

    The scores of entities are those of the annotator's own head and of the entity network, added up.
    """
    graph = Graph(weights | {f"entities.{name}": value for name, value in entity_weights.items()})
    vectors, reading = graph.add("Split", "vectors", axis=2, outputs=2)
    deep = vectors
    for i in range(
        sum(1 for n in weights if n.startswith("sentence_encoder.layers.") and n.endswith("forwards.bias_hh_l0"))
    ):
        deep = graph.bilstm(deep, "lengths", f"sentence_encoder.layers.{i}")
    parser = deep
    for i in range(sum(1 for n in weights if n.startswith("parser.") and n.endswith("forwards.bias_hh_l0"))):
        parser = graph.bilstm(parser, "lengths", f"parser.{i}")
    entities = graph.linear(graph.bilstm(deep, "lengths", "entity_encoder"), "entity_out")
    layers = sum(1 for n in entity_weights if n.startswith("layers.") and n.endswith("forwards.bias_hh_l0"))
    for name in (*(f"layers.{i}" for i in range(layers)), "entity_encoder"):
        reading = graph.bilstm(reading, "lengths", f"entities.{name}")
    entities = graph.add("Add", entities, graph.linear(reading, "entities.entity_out"))

    def sentences_first(x: str) -> str:
        return graph.add("Transpose", x, perm=[1, 0, 2])

    # The weights of a tag and those of its attributes, which are added, become one matrix.
    own, shared, parts = (weights[n] for n in ("tag_own.weight", "tag_attributes.weight", "parts"))
    graph.weights["tags.weight"] = own + parts @ shared
    graph.weights["tags.bias"] = weights["tag_own.bias"] + parts @ weights["tag_attributes.bias"]
    tags = graph.linear(graph.perceptron(deep, "tag_hidden"), "tags")
    rules = graph.linear(graph.perceptron(graph.add("Concat", deep, vectors, axis=2), "rule_hidden"), "rule_out")

    root = graph.constant(weights["root"][None, None])
    batch = graph.add("Shape", parser, start=1, end=2)
    shape = graph.add("Concat", graph.numbers(1), batch, graph.numbers(weights["root"].shape[0]), axis=0)
    rooted = graph.add("Concat", graph.add("Expand", root, shape), parser, axis=0)
    dependents = sentences_first(graph.perceptron(parser, "arc_dependent"))
    governors = graph.add("Transpose", graph.perceptron(rooted, "arc_governor"), perm=[1, 2, 0])
    mixed = graph.add(
        "Add",
        graph.add("MatMul", dependents, graph.constant(weights["arc_weight"])),
        graph.constant(weights["arc_bias"]),
    )
    arcs = graph.add("MatMul", mixed, governors)

    def best(x: str) -> str:
        return graph.add("Transpose", graph.add("ArgMax", x, axis=2, keepdims=0), perm=[1, 0])

    governors_of_relations = sentences_first(graph.perceptron(rooted, "relation_governor"))
    scored = ["sentences", "words", None]
    return graph.model(
        {"vectors": (TensorProto.FLOAT, ["words", "sentences", None]), "lengths": (TensorProto.INT32, ["sentences"])},
        {
            "tags": (best(tags), TensorProto.INT64, scored[:2]),
            "rules": (best(rules), TensorProto.INT64, scored[:2]),
            "arcs": (arcs, TensorProto.FLOAT, ["sentences", "words", "heads"]),
            "dependents": (sentences_first(graph.perceptron(parser, "relation_dependent")), TensorProto.FLOAT, scored),
            "governors": (governors_of_relations, TensorProto.FLOAT, ["sentences", "heads", None]),
            "entities": (sentences_first(entities), TensorProto.FLOAT, scored),
        },
    )  # fmt: skip


def relation_graph(weights: dict[str, Array], relations: int) -> onnx.ModelProto:
    """Dependents and their governors, (N, R) each, to the number of their relation."""
    weight = weights["relation_weight"][:, :relations]
    width = weight.shape[0] - 1
    graph = Graph({})
    # left · weight · right with a 1 behind both: four terms.
    mixed = graph.add(
        "Reshape",
        graph.add("MatMul", "dependents", graph.constant(weight[:-1].reshape(width, -1))),
        graph.numbers(-1, relations, width + 1),
    )
    bias = graph.constant(weight[-1][None])
    mixed = graph.add("Add", mixed, bias)
    one = graph.add(
        "Expand",
        graph.constant(np.array([[1.0]], np.float32)),
        graph.add("Concat", graph.add("Shape", "dependents", start=0, end=1), graph.numbers(1), axis=0),
    )
    right = graph.add("Unsqueeze", graph.add("Concat", "governors", one, axis=1), graph.numbers(2))
    scores = graph.add("MatMul", mixed, right)
    best = graph.add("ArgMax", graph.add("Squeeze", scores, graph.numbers(2)), axis=1, keepdims=0)
    two = (TensorProto.FLOAT, ["words", None])
    return graph.model({"dependents": two, "governors": two}, {"relations": (best, TensorProto.INT64, ["words"])})


def possible_transitions(transitions: Array, labels: list[str]) -> Array:
    """The transitions, where I- follows only the B- or I- of its type."""
    kept = transitions.astype(np.float32).copy()
    for j, label in enumerate(labels):
        if label.startswith("I-"):
            before = [label, "B-" + label[2:]]
            kept[[i for i, other in enumerate([*labels, "edge"]) if other not in before], j] = -1e4
    return kept


def quantized(model: onnx.ModelProto) -> bytes:
    """The model with 8-bit weights of LSTMs and matrices: a quarter of the size, two to three times the speed.

    Of the 8 bits 7 are used, which is exact on processors that would overflow with all.
    """
    with tempfile.TemporaryDirectory() as scratch:
        whole, small = Path(scratch, "whole.onnx"), Path(scratch, "small.onnx")
        onnx.save(model, whole)
        quantize_dynamic(
            whole, small, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["LSTM", "MatMul"],
        )  # fmt: skip
        return small.read_bytes()


def main() -> None:
    """Write a pipeline's folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prepared", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("entities", type=Path, help="the entity network's weights")
    parser.add_argument("lexicon", type=Path)
    parser.add_argument("meta", type=Path, help="what meta.json says beside what spaCy writes")
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    average = torch.load(options.checkpoint, weights_only=False)["average"]
    weights = {name: value.float().numpy() for name, value in average.items()}
    averaged = torch.load(options.entities, weights_only=False)["average"]
    entities = {name: value.float().numpy() for name, value in averaged.items()}
    # The last layer is linear, so that shares of the scores are shares of its weights.
    for weighed, share in zip((weights, entities), SHARES, strict=True):
        for name in ("entity_out.weight", "entity_out.bias", "transitions"):
            weighed[name] = share * weighed[name]
    entities["table"] = np.load(options.prepared / "subwords.npy").astype(np.float32)
    labels = json.loads((options.prepared / "labels.json").read_text("utf-8"))
    transitions = io.BytesIO()
    np.save(transitions, possible_transitions(weights["transitions"] + entities["transitions"], labels["entities"]))
    files = {
        "words.onnx": word_graph(weights, entities).SerializeToString(),
        "sentences.onnx": quantized(sentence_graph(weights, entities)),
        "relations.onnx": relation_graph(weights, len(labels["relations"])).SerializeToString(),
        "transitions.npy": transitions.getvalue(),
        **{name: (options.prepared / name).read_bytes() for name in PREPARED},
        **{name: (options.lexicon / name).read_bytes() for name in ("lv_LV.dic", "lv_LV.aff")},
    }
    meta = json.loads(options.meta.read_text("utf-8"))
    meta["sha256"] = json.loads((options.prepared / "sources.json").read_text("utf-8"))
    language = Latvian(meta=meta)
    language.add_pipe(SENTENCES)
    annotator: Any = language.add_pipe(FACTORY)
    annotator._use(files)
    if options.output.exists():
        shutil.rmtree(options.output)
    language.to_disk(options.output)
    size = sum(f.stat().st_size for f in options.output.rglob("*") if f.is_file())
    print(f"{options.output}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
