"""Writes the golden files anew: ``make golden``. Read the diff before you commit it."""

from __future__ import annotations

from tests.golden import FOLDER, golden_views


def main() -> None:
    views = dict(golden_views())
    for old in FOLDER.glob("*.json"):
        if old.name not in views:
            old.unlink()
    for name, text in views.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    print(f"{len(views)} golden files written")


if __name__ == "__main__":
    main()
