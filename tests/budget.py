"""How much code there is: lines by package, and the longest modules. Growth is seen when it happens."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "newsgraph"
LONGEST_SHOWN = 5


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def main() -> None:
    modules = {path.relative_to(SOURCE).as_posix(): lines_of(path) for path in SOURCE.rglob("*.py")}
    packages: Counter[str] = Counter()
    for name, lines in modules.items():
        packages[name.split("/")[0] if "/" in name else "."] += lines
    print("lines:", ", ".join(f"{name} {lines}" for name, lines in packages.most_common()))
    longest = sorted(modules.items(), key=lambda item: -item[1])[:LONGEST_SHOWN]
    print("longest:", ", ".join(f"{name} {lines}" for name, lines in longest))


if __name__ == "__main__":
    main()
