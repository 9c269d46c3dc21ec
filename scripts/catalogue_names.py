"""Finds the objects of dotted names, for `verify-catalogue.py`.

Some members are found in instances only: `__init__` sets them, or a function stands where one expects a class, as
`threading.Lock` does and as annotations name `multiprocessing.Queue`. So instances of those are made and looked at.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import multiprocessing
import select
import sys
import threading
from typing import Any

# By name, what makes an instance.
MAKERS = {
    "asyncio.Condition": asyncio.Condition,
    "threading.Condition": threading.Condition,
    "threading.Lock": threading.Lock,
    "threading.RLock": threading.RLock,
    **{f"multiprocessing.{where}{name}": getattr(multiprocessing, name) for name in ("Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition") for where in ("", "synchronize.")},
    **{f"multiprocessing.{name}": getattr(multiprocessing, name) for name in ("Queue", "JoinableQueue", "SimpleQueue", "Event")},
    "multiprocessing.Barrier": lambda: multiprocessing.Barrier(1),
    **({"select.poll": select.poll} if hasattr(select, "poll") else {}),
}
# Starting workers to look at them costs too much, and what they offer is checked by the class that they are of.
COSTLY_MAKERS = {"multiprocessing.Pool"}
# What depends on the system and on the libraries that Python was built with.
OF_SOME_BUILDS = ("dbm.gnu.", "dbm.ndbm.", "os.startfile", "select.devpoll", "select.epoll", "select.kqueue", "selectors.EpollSelector", "selectors.KqueueSelector", "sqlite3.Connection.load_extension")


def resolve(name: str) -> Any:
    """The object of a dotted name, as `import` and attributes would find it: an attribute hides a submodule."""
    first, *parts = name.split(".")
    value, reached = import_of(first), first
    for part in parts:
        owner, reached = reached, f"{reached}.{part}"
        if hasattr(value, part):
            value = getattr(value, part)
        elif owner in MAKERS and hasattr(MAKERS[owner](), part):
            value = getattr(MAKERS[owner](), part)
        elif inspect.ismodule(value):
            value = import_of(reached)
        else:
            raise LookupError(f"{owner} has no {part}")
    return value


def import_of(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        raise LookupError(f"there is no {module}") from None


def has_member(name: str, value: Any, member: str) -> bool:
    return hasattr(value, member) or name in COSTLY_MAKERS or (name in MAKERS and hasattr(MAKERS[name](), member))


def is_made(name: str) -> bool:
    """Whether instances of it are looked at, and not the class."""
    return name in MAKERS


def depends_on_build(name: str) -> bool:
    """The row says on which Python and not on which system; Windows has its own names, and lacks many of `os`."""
    return name.startswith(OF_SOME_BUILDS) or (name.startswith("os.") and sys.platform == "win32")
