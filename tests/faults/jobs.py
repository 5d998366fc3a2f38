"""What a child of the nursery does. It tells each act before (`TRY`) and once durable (`ACK`)."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from tests.faults.acts import KINDS, Act, Doer, read_act
from tests.faults.injector import Injector
from tests.faults.store import Opened, RefusedError, UnreadableError
from tests.faults.stores import STORES

Say = Callable[[str], None]

MOST_TRIES: Final = 200
"""How often a writer tries the same act while others are first."""


def endless(options: Mapping[str, Any], say: Say, injector: Injector) -> None:
    """One act after another until the end comes from outside."""
    del injector
    store, folder = STORES[options["store"]](), Path(options["folder"])
    doer = Doer(options["seed"], store.state(folder), options.get("kinds", KINDS))
    window = store.open(folder)
    wanted = options.get("first", "")
    say("READY")
    while True:
        act, wanted = doer.choose(wanted), ""
        say(f"TRY {act.told()}")
        window.do(act)
        say("ACK")


def once(options: Mapping[str, Any], say: Say, injector: Injector) -> None:
    """One act with a fault in it; if that left this process alive, the same act again."""
    store, folder = STORES[options["store"]](), Path(options["folder"])
    act = read_act(options["act"])
    window = store.open(folder)
    say("READY")
    injector.arm(options.get("at", -1), options.get("fault", ""))
    try:
        window.do(act)
    except RefusedError as error:
        injector.disarm()
        say(f"REFUSED {error}")
    except Exception as error:
        injector.disarm()
        say(f"CRASHED {type(error).__name__}")
    else:
        injector.disarm()
        say("ACK")
        say("CALLS " + json.dumps(injector.calls))
        return
    _once_more(window, act, say)


def filling(options: Mapping[str, Any], say: Say, injector: Injector) -> None:
    """One act on a disk that takes no file longer than `most` bytes; then again with room."""
    import resource

    del injector
    store, folder = STORES[options["store"]](), Path(options["folder"])
    act = read_act(options["act"])
    window = store.open(folder)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (options["most"], hard))
    try:
        window.do(act)
    except RefusedError as error:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        say(f"REFUSED {error}")
        say("STATE " + _state(options))
        _once_more(window, act, say)
    except Exception as error:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        say(f"CRASHED {type(error).__name__}")
    else:
        say("ACK")


def until_full(options: Mapping[str, Any], say: Say, injector: Injector) -> None:
    """Acts until the disk is full; then what stands in its way is removed, and the act repeated."""
    del injector
    store, folder = STORES[options["store"]](), Path(options["folder"])
    doer = Doer(options["seed"], store.state(folder), ("add", "edit"))
    window = store.open(folder)
    say("READY")
    while True:
        act = doer.choose()
        say(f"TRY {act.told()}")
        try:
            window.do(act)
        except RefusedError as error:
            say(f"REFUSED {error}")
            say("STATE " + _state(options))
            Path(options["junk"]).unlink()
            _once_more(window, act, say)
            return
        except Exception as error:
            say(f"CRASHED {type(error).__name__}")
            return
        say("ACK")


def writer(options: Mapping[str, Any], say: Say, injector: Injector) -> None:
    """So many adds, each repeated while others are first."""
    del injector
    store, folder = STORES[options["store"]](), Path(options["folder"])
    window = store.open(folder)
    say("READY")
    for number in range(options["count"]):
        act = Act("add", f"w{options['seed']}-{number}", "x" * 80)
        say(f"TRY {act.told()}")
        for attempt in range(MOST_TRIES):
            try:
                window.again(act) if attempt else window.do(act)
            except RefusedError as error:
                say(f"BUSY {error}")
            else:
                say("ACK")
                break


def reader(options: Mapping[str, Any], say: Say, injector: Injector) -> None:
    """Reads all of it, from zero, over and over."""
    del injector
    store, folder = STORES[options["store"]](), Path(options["folder"])
    say("READY")
    while True:
        try:
            say(f"READ {len(store.state(folder))}")
        except UnreadableError as error:
            say(f"TORN {error}")
        time.sleep(0.005)


WORK: Final[Mapping[str, Callable[[Mapping[str, Any], Say, Injector], None]]] = {
    "endless": endless,
    "once": once,
    "filling": filling,
    "until-full": until_full,
    "writer": writer,
    "reader": reader,
}


def _once_more(window: Opened, act: Act, say: Say) -> None:
    try:
        window.again(act)
    except RefusedError as error:
        say(f"REFUSED AGAIN {error}")
    except Exception as error:
        say(f"CRASHED AGAIN {type(error).__name__}")
    else:
        say("ACK AGAIN")


def _state(options: Mapping[str, Any]) -> str:
    try:
        return json.dumps(STORES[options["store"]]().state(Path(options["folder"])))
    except UnreadableError:
        return "null"
