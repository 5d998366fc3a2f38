"""`case export | import | delete | redact | history`: a log as a whole."""

from __future__ import annotations

import json
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.errors import StopError
from app.cli.output import put, put_warning, table, write
from app.cli.taking_out import take_out
from app.cli.verbs import Verb
from app.wording.said import Said

if TYPE_CHECKING:
    from app.cli.session import Session
    from app.words import Words
    from data.access import Act
    from data.caselog import CaseLog
    from data.entry import Entry
    from phases.changes import Tables


_ISO = "%Y-%m-%dT%H:%M:%S%z"


def export(_: Words) -> click.Command:
    """Write a log out."""

    @click.command(
        "export", cls=Verb, help=_("Write a log out as one document, for other programs.")
    )
    @click.argument("case", metavar=_("CASE"))
    @click.option("--json", "as_json", is_flag=True, help=_("One JSON document (the default)."))
    @click.option(
        "--format",
        "form",
        type=click.Choice(["json", "tinydb"]),
        help=_("`tinydb` is for `case import`; what a withdrawal leaves out, both leave out."),
    )
    @click.option(
        "--whole",
        is_flag=True,
        help=_("With `--format tinydb`: all of it, also what a withdrawal leaves out."),
    )
    @click.option("-o", "--output", metavar=_("FILE"), help=_("Write it there instead."))
    @click.option("--force", is_flag=True, help=_("Write over the file that is there."))
    @click.pass_obj
    def command(  # noqa: PLR0917 - click hands them over by name
        session: Session,
        case: str,
        as_json: bool,
        form: str | None,
        whole: bool,
        output: str | None,
        force: bool,
    ) -> None:
        if as_json and form == "tinydb":
            raise click.UsageError(
                session.words("Choose one of: {allowed}", allowed="json, tinydb")
            )
        if whole and form != "tinydb":
            raise click.UsageError(session.words("`--whole` goes with `--format tinydb`"))
        log = session.open(case)
        data = _tinydb(log, whole=whole) if form == "tinydb" else _document(session, log)
        if whole:
            put_warning(session.words("All of the log, also what a withdrawal leaves out"))
        act: Act = "export-whole" if whole else "export"
        take_out(session, log, data.encode("utf-8"), output, force=force, act=act)

    return command


def _document(session: Session, log: CaseLog) -> str:
    from phases.export import export as document

    return document(log.case, session.clock.stamp()).model_dump_json(indent=2) + "\n"


def _tinydb(log: CaseLog, *, whole: bool) -> str:
    from data.exchange import to_tinydb
    from phases.export_tables import Whole, shared_tables
    from phases.references import telling_gone

    tables: Whole = log.db.storage.read() or {}
    kept = tables if whole else shared_tables(log.whole, tables)
    return to_tinydb(telling_gone(kept)).decode("utf-8") + "\n"


def import_(_: Words) -> click.Command:
    """Take a log in."""

    @click.command(
        "import",
        cls=Verb,
        help=_("Make a log from a file of `case export --format tinydb`: all of it or nothing."),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.argument("file", metavar=_("FILE"))
    @click.option("--dry-run", is_flag=True, help=_("Say what would be made, and make nothing."))
    @click.option("--yes", is_flag=True, help=_("Don't ask first."))
    @click.pass_obj
    def command(session: Session, case: str, file: str, *, dry_run: bool, yes: bool) -> None:
        from data.exchange import read_tinydb

        case_id = session.case_id(case)
        tables = read_tinydb(Path(file))
        now = session.clock.stamp().utc
        # What can't be taken in is told before anything is asked.
        session.vault.check_import(case_id, tables, now)
        would_be = _would_be(session, case_id, tables)
        if dry_run:
            put(would_be)
            return
        if not yes and sys.stdin is not None and sys.stdin.isatty():
            _confirm(session, would_be, yes=False)
        made = session.vault.import_(case_id, tables, now, session.who)
        session.saved = True
        put(made)
        session.tell_notes()

    return command


def _would_be(session: Session, case_id: str, tables: Tables) -> str:
    """What an import makes, in numbers: nothing of its text, and nothing that is there changes."""
    _ = session.words
    found = {name: sum(d is not None for d in table.values()) for name, table in tables.items()}
    told = (
        _.many("{n} person", "{n} people", found.get("participants", 0)),
        _.many("{n} meeting", "{n} meetings", found.get("meetings", 0)),
        _.many("{n} activity", "{n} activities", found.get("activities", 0)),
        _.many("{n} consent", "{n} consents", found.get("consents", 0)),
    )
    return _("A new log {case}: {what}", case=case_id, what=", ".join(told))


def delete(_: Words) -> click.Command:
    """Delete a log."""

    @click.command(
        "delete", cls=Verb, help=_("Delete a log and all that lies beside it, for good.")
    )
    @click.argument("case", metavar=_("CASE"))
    @click.option("--yes", is_flag=True, help=_("Don't ask first."))
    @click.option(
        "--archived",
        type=click.Choice(["yes", "no"]),
        help=_("Whether it stands in the folder or the archive; asked once a meeting was held."),
    )
    @click.pass_obj
    def command(session: Session, case: str, yes: bool, archived: str | None) -> None:
        case_id = session.case_id(case)
        # A wrong name is told before anything is asked.
        session.vault.journal(case_id)
        said = archived == "yes" if archived else _archived_or_refused(session, case)
        question = session.words("Delete {case} for good?", case=case_id)
        _confirm(session, question, yes=yes)
        now = session.clock.stamp().utc
        session.vault.delete(case_id, session.who, now, archived=said)

    return command


def _archived_or_refused(session: Session, case: str) -> bool | None:
    """What the log itself says of that, if it may be deleted (R-E18, R-S4). Raises RefusedError.

    A log that can't be opened any more may always be deleted: nobody can say what was in it.
    """
    from data.errors import StoreError
    from phases.changes import Finding, RefusedError
    from phases.rules import asked_at, blocked
    from phases.rules_ask import Ask

    try:
        log = session.open(case)
    except StoreError:
        return None
    ask = Ask(log.case, log.context())
    if (refusal := blocked(ask, "delete")) is not None:
        raise RefusedError(refusal)
    hits = ((rule.id, rule.check(ask)) for rule in asked_at("delete"))
    session.tell(tuple(Finding(rule, hit) for rule, hit in hits if hit is not None))
    return log.case.facts.archived


def redact(_: Words) -> click.Command:
    """Take one record out of the history too."""

    @click.command(
        "redact",
        cls=Verb,
        help=_("Take one record out of a log, out of its history too; the rest stays verifiable."),
    )
    @click.argument("case", metavar=_("CASE"))
    @click.argument("record", metavar=_("ID"))
    @click.option("--yes", is_flag=True, help=_("Don't ask first."))
    @click.pass_obj
    def command(session: Session, case: str, record: str, yes: bool) -> None:
        from data.redaction import RecordKey

        log = session.open(case)
        found = _table_of(session, log, record)
        question = session.words("Take {id} out of {case} for good?", id=record, case=log.case.id)
        _confirm(session, question, yes=yes)
        journal = session.vault.journal(log.case.id)
        key, at = RecordKey(found, record), session.clock.stamp().utc
        journal.redact(key, at, session.who, secrets.token_hex(8))

    return command


def _table_of(session: Session, log: CaseLog, record: str) -> str:
    """In which table a record stands or stood. Raises StopError."""
    from phases.text import safe

    for entry in log.history():
        for name, changed in (entry.tables or {}).items():
            if record in changed and name not in ("events", "case"):
                return name
    words = session.words
    said = Said(
        words("There is no record “{id}” in the log", id=safe(record)),
        words("Look at `case export`"),
    )
    raise StopError(said, "E-ABSENT")


def history(_: Words) -> click.Command:
    """Show who did what when."""

    @click.command("history", cls=Verb, help=_("Show who did what when, without the text."))
    @click.argument("case", metavar=_("CASE"))
    @click.option("--json", "as_json", is_flag=True, help=_("As JSON, one entry a line."))
    @click.pass_obj
    def command(session: Session, case: str, as_json: bool) -> None:
        log = session.open(case)
        entries = log.history()
        if as_json:
            documents = [
                {"revision": e.revision, "at": f"{e.at:{_ISO}}", "who": e.who, "command": e.command}
                | ({"role": role} if (role := _withdrawn_by(e)) else {})
                for e in entries
            ]
            write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in documents))
            return
        local = [f"{e.at.astimezone(session.zone):%Y-%m-%d %H:%M:%S}" for e in entries]
        rows = zip(entries, local, strict=True)
        from app.wording.commands import entry_words
        from app.wording.states import role_words

        words, unit = session.words, log.case.facts.unit

        def did(entry: Entry) -> str:
            role, told = _withdrawn_by(entry), entry_words(entry.command, words)
            return f"{told} ({role_words(role, unit, words)})" if role else told

        put(*table((str(e.revision), at, did(e), e.who) for e, at in rows))

    return command


def _withdrawn_by(entry: Entry) -> str:
    """In which role somebody took a consent back in this entry; else empty (SC-10)."""
    events = (entry.tables or {}).get("events", {}).values()
    told = (e["args"].get("role", "") for e in events if e and e["kind"] == "consent-withdraw")
    return next(filter(None, told), "")


def _confirm(session: Session, question: str, *, yes: bool) -> None:
    """Ask, unless told not to. Raises StopError where nobody can answer, or the answer is no."""
    if yes:
        return
    words = session.words
    if sys.stdin is None or not sys.stdin.isatty():
        said = Said(words("This has to be confirmed"), words("Add --yes if you are sure"))
        raise StopError(said, "E-CONFIRM")
    if not click.confirm(question, err=True):
        raise StopError(Said(words("Nothing was done")), "E-CONFIRM")
