"""`check [CASE] [--repair -o FILE]`: is every log what was written, and what is left of one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from app.cli.errors import StopError
from app.cli.output import put, put_warning
from app.cli.verbs import Verb
from app.wording.said import Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.cli.session import Session
    from app.words import Words
    from data.access import Accessed
    from data.check import Checked

EXIT_DISK, EXIT_DAMAGED, EXIT_NEWER = 3, 6, 8


class _Verdict(NamedTuple):
    """One log, or the access log."""

    lines: list[str]
    exit_code: int = 0


def build(_: Words) -> click.Command:
    """Check logs, or save what is good of one."""

    @click.command(
        "check",
        cls=Verb,
        help=_(
            "See whether the logs, or one of them, are what was written: every line, every "
            "record, and what was noted of them elsewhere. Nothing is changed."
        ),
    )
    @click.argument("case", metavar=_("[CASE]"), required=False)
    @click.option(
        "--repair", is_flag=True, help=_("Write what is good of CASE to a new file, with `-o`.")
    )
    @click.option("-o", "--output", metavar=_("FILE"), help=_("The new file; none is overwritten."))
    @click.pass_obj
    def command(session: Session, case: str | None, repair: bool, output: str | None) -> None:
        words = session.words
        if repair and (case is None or output is None):
            raise click.UsageError(words("`--repair` needs a log and `-o` with a new file"))
        if output is not None and not repair:
            raise click.UsageError(words("`-o` belongs to `--repair`"))
        wanted = session.case_id(case) if case is not None else None
        session.speak(None)
        if repair and wanted is not None and output is not None:
            _repair(session, wanted, Path(output))
        else:
            _check(session, wanted)

    return command


def _check(session: Session, wanted: str | None) -> None:
    """Tell everything on standard output; what the folder is like as warnings beside it."""
    noted, access = _access(session)
    names = [wanted] if wanted is not None else _names(session, noted)
    verdicts = [*(_one(session, name, noted, alone=wanted is not None) for name in names), access]
    put(*(line for verdict in verdicts for line in verdict.lines))
    _tell_folder(session)
    codes = {verdict.exit_code for verdict in verdicts}
    words = session.words
    if EXIT_DAMAGED in codes:
        todo = words("`viddevakt check --repair CASE -o FILE` saves what is good")
        raise StopError(
            Said(words("Not everything is what was written"), todo), "damaged", EXIT_DAMAGED
        )
    if EXIT_NEWER in codes:
        said = Said(words("A log was made by a newer version"), words("Install that version"))
        raise StopError(said, "newer", EXIT_NEWER)
    if EXIT_DISK in codes:
        said = Said(words("A log can't be opened"), words("Look at the disk and your rights"))
        raise StopError(said, "disk", EXIT_DISK)


def _names(session: Session, noted: Sequence[Accessed]) -> list[str]:
    """Every log that is there, and those that must have been."""
    from data.check import expected

    there = {found.id for found in session.vault.list()}
    return sorted(there | {n.case for n in noted if expected(noted, n.case) is not None})


def _one(session: Session, name: str, noted: Sequence[Accessed], *, alone: bool) -> _Verdict:
    """One log; asked for alone, what stops the check is told as everywhere else."""
    from app.wording.store import store_said
    from data.check import check_case
    from data.errors import DiskError, NewerError

    try:
        return _said(session, check_case(session.vault, name, noted))
    except (NewerError, DiskError) as error:
        if alone:
            raise
        return _Verdict([f"{name}: {store_said(error, session.words).what}"], error.exit_code)


def _said(session: Session, checked: Checked) -> _Verdict:
    from app.wording.check import fault_words

    words = session.words
    if not checked.faults:
        lines = [_whole(words, checked.case, checked.revision)]
        if checked.found.torn:
            told = words("half an entry at the end, which nobody was told was saved; no fault")
            lines.append(f"  {told}")
        return _Verdict(lines)
    head = words("{case}: not what was written", case=checked.case)
    rest = [f"  {fault_words(fault, words)}" for fault in checked.faults]
    return _Verdict([head, *rest], EXIT_DAMAGED)


def _access(session: Session) -> tuple[tuple[Accessed, ...], _Verdict]:
    """What was noted, and whether the access log itself is whole."""
    from app.wording.check import fault_words
    from data.check import check_access

    words = session.words
    noted, wrong = check_access(session.vault)
    if wrong is None:
        if not session.vault.access.paths():
            return noted, _Verdict([])
        return noted, _Verdict([_whole(words, words("The access log"), len(noted))])
    name, fault = wrong
    head = words("{case}: not what was written", case=f"{name}.journal")
    todo = words("move it away, and a new one is begun")
    return noted, _Verdict([head, f"  {fault_words(fault, words)}", f"  {todo}"], EXIT_DAMAGED)


def _whole(words: Words, name: str, count: int) -> str:
    return words.many(
        "{case}: whole, {n} entry", "{case}: whole, {n} entries", count, case=name,
    )  # fmt: skip


def _tell_folder(session: Session) -> None:
    from app.wording.check import copy_words
    from data.network import lies
    from data.synced import copies

    session.tell_notes()
    if lies(session.folder) == "unknown":
        put_warning(session.words("It can't be told whether the folder is on another machine."))
    for copy in copies(session.folder):
        put_warning(copy_words(copy, session.words))


def _repair(session: Session, name: str, output: Path) -> None:
    """Write the good entries, then tell what was left out and how to go on."""
    from app.wording.check import fault_words
    from data.check import check_access, check_case
    from data.repair import write_repaired
    from data.vault import Identity

    words = session.words
    noted, _ = check_access(session.vault)
    checked = check_case(session.vault, name, noted)
    header = write_repaired(checked, output, session.clock.stamp().utc)
    session.saved = True
    count = len(checked.found.entries)
    session.note("repair", name, Identity(header.journal, count))
    left = [fault for fault in checked.faults if fault.left_out]
    put(
        words.many(
            "{n} entry written to {file}", "{n} entries written to {file}", count,
            file=output.name,
        ),
        words("Left out:") if left else words("Nothing was left out"),
        *(f"  {fault_words(fault, words)}" for fault in left),
        words(
            "To go on with it: move {case}.journal and {case}.head away, and put the new file "
            "there as {case}.journal",
            case=name,
        ),
    )  # fmt: skip
