"""From bytes to characters: UTF-8, or UTF-16 that says so; nothing is guessed."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from newsgraph.ingest.sources import SourceFile

# What reading can raise; a damaged archive shows only while it is read.
READ_ERRORS = (OSError, EOFError, zlib.error)
_BOMS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SURROGATE = re.compile("[\ud800-\udfff]")
_BINARY_STARTS = {b"%PDF-": "a PDF", b"PK\x03\x04": "a ZIP archive", b"\x1f\x8b": "a gzip archive"}


class Unreadable(Exception):  # noqa: N818 - a reason to skip, not an error of the run
    """Why a file or a line cannot be read, in words for the user; never leaves this folder."""


def explain(error: BaseException) -> str:
    """What went wrong while reading, without the path, which the user sees beside it."""
    if isinstance(error, gzip.BadGzipFile | EOFError | zlib.error):
        return f"damaged gzip archive: {error}"
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}"
    return str(error)


def open_bytes(file: SourceFile, max_bytes: int) -> IO[bytes]:
    """The file's bytes, unpacked, as UTF-8 without a byte order mark.

    Raises:
        OSError, EOFError, zlib.error, Unreadable: when it cannot be read.
    """
    stream = _open(file)
    try:
        start = stream.read(3)
        if start == codecs.BOM_UTF8:
            return stream
        if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            data = start + stream.read(max_bytes + 1)
            stream.close()
            return io.BytesIO(decode(_within(data, max_bytes)).encode("utf-8", "replace"))
        stream.seek(0)
    except (Unreadable, *READ_ERRORS):
        stream.close()
        raise
    return stream


def _open(file: SourceFile) -> IO[bytes]:
    """The bytes as they lie there, or unpacked."""
    source = io.BytesIO(file.data) if file.data is not None else Path(file.path)
    if file.location.lower().endswith(".gz"):
        return cast("IO[bytes]", gzip.open(source, "rb"))
    return source if isinstance(source, io.BytesIO) else source.open("rb")


def read_text(file: SourceFile, max_bytes: int, max_line: int) -> str:
    """All characters of a file that holds one article, exactly as they stand there.

    Raises:
        OSError, EOFError, zlib.error, Unreadable: when it cannot be read.
    """
    data = read_bytes(file, max_bytes)
    text = decode(data)
    longest = max(map(len, text.splitlines()), default=0)
    if longest > max_line:
        raise Unreadable(f"a line of {longest:,} characters, more than {max_line:,}")
    return text


def read_bytes(file: SourceFile, max_bytes: int) -> bytes:
    """All bytes of a file that holds one article, unpacked.

    Raises:
        OSError, EOFError, zlib.error, Unreadable: when it cannot be read, is empty or too large.
    """
    with open_bytes(file, max_bytes) as stream:
        data = _within(stream.read(max_bytes + 1), max_bytes)
    if not data.strip():
        raise Unreadable("empty")
    return data


def _within(data: bytes, max_bytes: int) -> bytes:
    if len(data) > max_bytes:
        raise Unreadable(f"more than {max_bytes:,} bytes")
    return data


def decode(data: bytes) -> str:
    """The characters behind the bytes; a byte order mark at the very start is taken off.

    Raises:
        Unreadable: when the bytes are binary, or not in UTF-8.
    """
    for start, name in _BINARY_STARTS.items():
        if data.startswith(start):
            raise Unreadable(f"binary: {name}")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise Unreadable(f"not UTF-16 at byte {error.start + len(mark)}") from error
    marked = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    return _from_utf8(data[marked:], marked)


def _from_utf8(data: bytes, skipped: int = 0) -> str:
    if b"\0" in data:
        raise Unreadable(f"binary: a NUL at byte {data.index(0) + skipped}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"not UTF-8 at byte {error.start + skipped}") from error


def read_lines(stream: IO[bytes], max_record: int) -> Iterator[tuple[int, bytes | None]]:
    """Number (from 1) and bytes of each line, with its line end; ``None``: it is too long."""
    longest = 4 * max_record  # a character takes at most four bytes
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        cut = len(line) > longest
        while line and not line.endswith(b"\n") and cut:
            line = stream.readline(longest)
        yield number, None if cut else line


def decode_line(line: bytes | None, max_record: int) -> str:
    """The characters of a line.

    Raises:
        Unreadable: when it is too long, binary or not in UTF-8.
    """
    text = _from_utf8(line) if line is not None else ""
    if line is None or len(text) > max_record + 2:  # the line end is not counted
        raise Unreadable(f"a line of more than {max_record:,} characters")
    return text


def without_surrogates(text: str) -> str:
    """The text, where each half of a character, which JSON may hold and no file can, is U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)
