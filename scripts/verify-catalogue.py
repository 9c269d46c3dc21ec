#!/usr/bin/env python3
"""Checks the facts of the catalogue against the libraries that this Python can import.

For every row: the name resolves, a coroutine function is called one and nothing else is, the arguments that the row
names are in the real signature at the place it says, and a limit that the row calls bounded has a default that is one.
What cannot be checked here (a library that is not installed, a function of C without a signature, an argument behind
`**kwargs`) is counted and listed, never passed in silence. Exit code: 1 when a row is wrong.

    python3 scripts/verify-catalogue.py [--json FILE] [--verbose] [LIBRARY ...]

Takes Python 3.11 or newer and nothing else. Without `--json` the rows are read from the TypeScript source, which takes
Node and the packages of `npm ci`.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import importlib
import importlib.metadata
import inspect
import json
import re
import subprocess
import sys
import typing
import warnings
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterator

from catalogue_names import depends_on_build, has_member, is_made, resolve

# Functions without annotations whose result is a future (Lib/asyncio/tasks.py, base_events.py).
GIVE_FUTURES = {"asyncio.gather", "asyncio.shield", "asyncio.AbstractEventLoop.run_in_executor"}


@dataclass
class Report:
    checked: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    unchecked: dict[str, list[str]] = field(default_factory=dict)

    def doubt(self, reason: str, name: str) -> None:
        self.unchecked.setdefault(reason, []).append(name)


def main() -> int:
    arguments = parse_arguments()
    warnings.simplefilter("ignore")
    libraries = read_libraries(arguments.json)
    rows = {f"{library['module']}.{name}": row for library in libraries for name, row, _ in flattened(library["apis"])}
    report = Report()
    print(f"Python {'.'.join(map(str, sys.version_info[:3]))}")
    for library in libraries:
        if not arguments.library or library["module"] in arguments.library:
            check_library(library, rows, report)
    print_report(report, arguments.verbose)
    return 1 if report.wrong else 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Checks the catalogue against the installed libraries.")
    parser.add_argument("library", nargs="*", help="modules to check; all by default")
    parser.add_argument("--json", type=Path, help="the catalogue, as scripts/generate/catalogueJson.mjs prints it")
    parser.add_argument("--verbose", action="store_true", help="name every row that could not be checked")
    return parser.parse_args()


def read_libraries(path: Path | None) -> list[dict[str, Any]]:
    if path is not None:
        return json.loads(path.read_text(encoding="utf-8"))
    script = Path(__file__).parent / "generate" / "catalogueJson.mjs"
    done = subprocess.run(["node", str(script)], check=True, capture_output=True, text=True, timeout=120)
    return json.loads(done.stdout)


# ---------------------------------------------------------------------------------------------------- one library


def check_library(library: dict[str, Any], rows: dict[str, dict[str, Any]], report: Report) -> None:
    module = library["module"]
    for name in [module, *library.get("forks", [])]:
        if not can_import(name):
            old = name == module and is_gone(library)
            print(f"  {name}: {'no longer in this Python' if old else 'not installed'}")
            report.doubt("library not installed", f"{name} ({len(list(flattened(library['apis'])))} rows)")
            continue
        version = version_of(library)
        print(f"  {name} {'.'.join(map(str, version))} (checked against {library['checkedAgainst']})")
        for row_name, row, is_method in flattened(library["apis"]):
            check_row(f"{name}.{row_name}", row, is_method, rows, version, report)
        check_aliases(name, library, version, report)


def can_import(module: str) -> bool:
    try:
        importlib.import_module(module)
    except ImportError:
        return False
    return True


def is_gone(library: dict[str, Any]) -> bool:
    removed = [row.get("removed") for row in library["apis"].values()]
    return all(removed) and all(sys.version_info >= parsed(version) for version in removed)


def version_of(library: dict[str, Any]) -> tuple[int, ...]:
    module = library["module"].split(".")[0]
    if module in sys.stdlib_module_names:
        return sys.version_info[:3]
    try:
        return parsed(importlib.metadata.version(library.get("distribution", module)))
    except importlib.metadata.PackageNotFoundError:
        return parsed(str(getattr(sys.modules[module], "__version__", library["checkedAgainst"])))


def parsed(version: str) -> tuple[int, ...]:
    match = re.match(r"\d+(\.\d+)*", version)
    return tuple(map(int, match.group().split("."))) if match else (0,)


def flattened(rows: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Every row by its dotted name below the module, and whether it is a member of another row."""
    for name, row in rows.items():
        yield name, row, False
        for method, facts, _ in flattened(row.get("methods", {})):
            yield f"{name}.{method}", {**inherited_bounds(row), **facts}, True


def inherited_bounds(row: dict[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in ("since", "removed") if key in row}


def check_aliases(module: str, library: dict[str, Any], version: tuple[int, ...], report: Report) -> None:
    pairs = [(f"{module}.{alias}", f"{module}.{name}", library["apis"].get(name, {})) for alias, name in library.get("aliases", {}).items()]
    pairs += [(f"{module}.{alias}", name, {}) for alias, name in library.get("reexports", {}).items()]
    for alias, name, row in pairs:
        if is_absent(row, version):
            continue
        try:
            same = resolve(alias) is resolve(name)
        except LookupError as error:
            if version < parsed(library["checkedAgainst"]):
                report.doubt("alias not in the installed version", alias)
            else:
                report.wrong.append(f"{alias}: alias of {name}, but {error}")
            continue
        report.checked["aliases"] += 1
        if not same:
            report.wrong.append(f"{alias}: is another object than {name}")


# -------------------------------------------------------------------------------------------------------- one row


def check_row(name: str, row: dict[str, Any], is_method: bool, rows: dict[str, dict[str, Any]], version: tuple[int, ...], report: Report) -> None:
    if is_absent(row, version):
        report.doubt("not in the installed version", name)
        return
    if name.endswith(".*"):
        report.doubt("stands for methods that have no names", name)
        return
    try:
        value = resolve(name)
    except LookupError as error:
        if is_method and (row.get("isValue") or rows.get(name.rpartition(".")[0], {}).get("isValue")):
            report.doubt("attribute of instances only, or a member of one", name)
        elif is_method and f"{name.rpartition('.')[0]}.*" in rows:
            report.doubt("made at run time", name)
        elif depends_on_build(name):
            report.doubt("not on this system, or not in this build of Python", name)
        else:
            report.wrong.append(f"{name}: {error}")
        return
    report.checked["names"] += 1
    if row.get("isValue"):
        return
    if not callable(value):
        report.wrong.append(f"{name}: is no callable")
        return
    check_async(name, value, row, report)
    check_named_types(name, row, report)
    check_bases(name, value, row, rows, version, report)
    check_signature(name, value, row, is_method, version, report)


def is_absent(row: dict[str, Any], version: tuple[int, ...]) -> bool:
    return ("since" in row and version < parsed(row["since"])) or ("removed" in row and version >= parsed(row["removed"]))


def check_async(name: str, value: Any, row: dict[str, Any], report: Report) -> None:
    is_coroutine = is_coroutine_function(value)
    report.checked["asyncness"] += 1
    if row.get("isAsync"):
        if not is_coroutine and name not in GIVE_FUTURES and not gives_awaitable(value):
            report.doubt("awaitable not provable", name)
    elif is_coroutine:
        report.wrong.append(f"{name}: is a coroutine function, and the row does not say so")
    if is_coroutine and "blocks" in row:
        report.wrong.append(f"{name}: a coroutine function does not block")


def is_coroutine_function(value: Any) -> bool:
    while isinstance(value, functools.partial):
        value = value.func
    return inspect.iscoroutinefunction(value) or inspect.iscoroutinefunction(inspect.unwrap(value))


def gives_awaitable(function: Any) -> bool:
    try:
        result = typing.get_type_hints(function).get("return")
    except Exception:
        result = getattr(function, "__annotations__", {}).get("return")
    text = str(result)
    return hasattr(result, "__await__") or any(word in text for word in ("Awaitable", "Coroutine", "Future")) or is_context_of_library(function)


def is_context_of_library(function: Any) -> bool:
    """`open` of aiofiles gives an object with `__await__`, and says so nowhere but in its body."""
    return getattr(function, "__module__", "").startswith("aiofiles")


def check_named_types(name: str, row: dict[str, Any], report: Report) -> None:
    for key in ("returns", "enters", "asyncTwin"):
        named = row.get(key)
        if named is None:
            continue
        try:
            found = resolve(named)
        except LookupError as error:
            if can_import(named.split(".")[0]):
                report.wrong.append(f"{name}: {key} {named}, but {error}")
            else:
                report.doubt("type or twin of a library that is not installed", f"{name} -> {named}")
            continue
        report.checked["types and twins"] += 1
        if key != "asyncTwin" and not isinstance(found, type):
            report.wrong.append(f"{name}: {key} {named}, which is no class")


def check_bases(name: str, value: Any, row: dict[str, Any], rows: dict[str, dict[str, Any]], version: tuple[int, ...], report: Report) -> None:
    for base in row.get("bases", []):
        report.checked["bases"] += 1
        if base not in rows:
            report.wrong.append(f"{name}: base {base} has no row")
            continue
        for method, facts in rows[base].get("methods", {}).items():
            if method != "*" and not is_absent(facts, version) and not facts.get("isValue") and not is_made(base) and not has_member(name, value, method):
                report.wrong.append(f"{name}: base {base} has {method}, which it has not")


# ------------------------------------------------------------------------------------------------------ signatures


@dataclass
class Signature:
    """What a call may say: `self` is gone."""

    places: list[str]
    """Arguments that may be given by place, in order."""
    keywords: set[str]
    takes_any_keyword: bool
    defaults: dict[str, Any]


def check_signature(name: str, value: Any, row: dict[str, Any], is_method: bool, version: tuple[int, ...], report: Report) -> None:
    wanted = list(stated_arguments(row))
    if not wanted and "makes" not in row:
        return
    signature = signature_of(value, is_method, name)
    if signature is None:
        report.doubt("no signature to read", name)
        return
    if "makes" in row and row["makes"] not in signature.keywords:
        report.wrong.append(f"{name}: has no argument {row['makes']} to say what it makes")
    for what, keyword, place, older in wanted:
        check_argument(f"{name}: {what}", keyword, place, older, signature, report)
    if "timeout" in row:
        check_default(name, row["timeout"], signature, version, report)


def stated_arguments(row: dict[str, Any]) -> Iterator[tuple[str, str | None, int | None, int | None]]:
    """What, keyword, place, place in older versions."""
    if timeout := row.get("timeout"):
        yield "timeout", timeout["parameter"], timeout.get("position"), timeout.get("olderPosition")
    if unless := row.get("unless"):
        yield "unless", unless.get("keyword"), unless.get("position"), None
    if isinstance(settles := row.get("settles"), dict):
        yield "settles", settles.get("keyword"), settles.get("position"), None
    for limit in row.get("retry", {}).get("limits", []):
        yield "limit", limit["keyword"], limit.get("position"), None
    offloads = row.get("offloads", [])
    place = next((entry for entry in offloads if isinstance(entry, int)), None)
    keyword = next((entry for entry in offloads if isinstance(entry, str)), None)
    if offloads:
        yield "offloads", keyword, place, None


def signature_of(value: Any, is_method: bool, name: str) -> Signature | None:
    try:
        parameters = list(inspect.signature(value).parameters.values())
    except (ValueError, TypeError):
        return None
    if is_method and is_unbound(name):
        parameters = parameters[1:]
    by_place = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return Signature(
        places=[parameter.name for parameter in parameters if parameter.kind in by_place],
        keywords={parameter.name for parameter in parameters if parameter.kind in (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)},
        takes_any_keyword=any(parameter.kind is inspect.Parameter.VAR_KEYWORD for parameter in parameters),
        defaults={parameter.name: parameter.default for parameter in parameters},
    )


def is_unbound(name: str) -> bool:
    """Whether the member, read from its class, still wants `self`."""
    owner, _, member = name.rpartition(".")
    found = inspect.getattr_static(resolve(owner), member, None)
    return found is not None and not isinstance(found, (staticmethod, classmethod))


def check_argument(what: str, keyword: str | None, place: int | None, older: int | None, signature: Signature, report: Report) -> None:
    report.checked["arguments"] += 1
    if keyword is None:
        if place is None or place >= len(signature.places):
            report.wrong.append(f"{what}: no argument at place {place}")
        return
    if keyword not in signature.keywords and keyword not in signature.places:
        if not signature.takes_any_keyword:
            report.wrong.append(f"{what}: no argument {keyword}")
        elif place is not None and place < len(signature.places):
            report.wrong.append(f"{what}: {keyword} is by keyword only, at place {place} stands {signature.places[place]}")
        else:
            report.doubt("argument behind **kwargs", what)
        return
    real = signature.places.index(keyword) if keyword in signature.places else None
    if real not in (place, older):
        report.wrong.append(f"{what}: {keyword} is {'by keyword only' if real is None else f'at place {real}'}, the row says {place if older is None else (place, older)}")


def check_default(name: str, timeout: dict[str, Any], signature: Signature, version: tuple[int, ...], report: Report) -> None:
    parameter = timeout["parameter"]
    if parameter not in signature.defaults:
        return
    default = signature.defaults[parameter]
    before = timeout.get("whenAbsentBefore")
    wait = before["wait"] if before and version < parsed(before["version"]) else timeout["whenAbsent"]
    report.checked["defaults"] += 1
    if (wait == "error") != (default is inspect.Parameter.empty):
        # `httpx.Timeout()` takes its argument by a sentinel and raises for it.
        if wait == "error" and "Unset" in type(default).__name__:
            return
        report.wrong.append(f"{name}: without {parameter} the row says {wait}, the default is {default!r}")
    elif wait == "bounded" and default is None and timeout["whenNone"] != "bounded":
        report.wrong.append(f"{name}: the row calls {parameter} bounded, the default is None")
    elif wait == "forever" and isinstance(default, (int, float)) and default > 0:
        report.wrong.append(f"{name}: the row says that without {parameter} it waits for ever, the default is {default}")


# ---------------------------------------------------------------------------------------------------------- report


def print_report(report: Report, verbose: bool) -> None:
    print("\nchecked: " + ", ".join(f"{count} {what}" for what, count in sorted(report.checked.items())))
    for reason, names in sorted(report.unchecked.items()):
        shown = names if verbose or len(names) <= 6 else [*names[:6], "…"]
        print(f"not checked, {reason} ({len(names)}): {', '.join(shown)}")
    for problem in report.wrong:
        print(f"WRONG {problem}")
    print(f"{len(report.wrong)} wrong rows")


if __name__ == "__main__":
    # Some classes make a loop when they are inspected; give them one.
    asyncio.set_event_loop(asyncio.new_event_loop())
    sys.exit(main())
