"""Bad input through the command line: one table, one runner (reliability §5).

Each row: arguments (and standard input), exit code, and what the one line must say. The runner
also sees to it that there is one line, no traceback, no raw control byte, and a store that is the
same to the byte.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.app.cli.harness import Shell, raw_controls

LONG = "x" * 10_001


class Row(NamedTuple):
    """One row of the table; `says` are parts of the line."""

    number: str
    argv: tuple[str, ...]
    exit_code: int
    says: tuple[str, ...]
    stdin: bytes | None = b""


def add(title: str, *more: str) -> tuple[str, ...]:
    return ("activity", "add", "ELEV-A", "--title", title, "--owner", "Mor", *more)


def plan(*more: str) -> tuple[str, ...]:
    return ("meeting", "plan", "ELEV-A", *more)


TABLE = (
    Row("1 unknown verb", ("activty",), 2, ("Did you mean 'activity'",)),
    Row("1 unknown verb below", ("case", "lits"), 2, ("Did you mean 'list'",)),
    Row("1 unknown option", ("case", "list", "--josn"), 2, ("--josn",)),
    Row("1 no verb below", ("case",), 2, ("viddevakt case --help",)),
    Row("2 no case", ("case", "show"), 2, ("Which log?", "case list")),
    Row("2 no case to do in", ("do",), 2, ("Which log?",)),
    Row("3 no such case", ("case", "show", "NOPE"), 2, ("E-ABSENT", "NOPE", "case list")),
    Row("3 no such case to write", ("undo", "NOPE"), 2, ("E-ABSENT",)),
    Row("3 no such case to delete", ("case", "delete", "NOPE", "--yes"), 2, ("E-ABSENT",)),
    Row("4 a path", ("case", "show", "../../etc/passwd"), 2, ("E-ID", "../../etc/passwd")),
    Row("4 a path to make", ("case", "new", "../x"), 2, ("E-ID",)),
    Row("4 another path", ("case", "new", "..\\x"), 2, ("E-ID",)),
    Row("5 NUL", ("case", "show", "A\0B"), 2, ("E-ID", "AB")),
    Row("5 newline", ("case", "show", "A\nB"), 2, ("E-ID",)),
    Row("5 ESC", ("case", "show", "A\x1b[31mB"), 2, ("E-ID", "A[31mB")),
    Row("6 long id", ("case", "show", "A" * 5000), 2, ("E-ID", "at most 32")),
    Row("7 CON", ("case", "new", "CON"), 2, ("E-ID",)),
    Row("7 NUL", ("case", "new", "nul"), 2, ("E-ID",)),
    Row("7 a dot", ("case", "new", "a."), 2, ("E-ID",)),
    Row("7 a blank", ("case", "new", "a "), 2, ("E-ID",)),
    Row("7 not ASCII", ("case", "new", "ıß"), 2, ("E-ID",)),
    Row("8 only letter case differs", ("case", "new", "elev-a"), 2, ("E-EXISTS", "ELEV-A")),
    Row("9 empty title", add(""), 2, ("E-EMPTY", "title")),
    Row("9 blank title", add(" \u2800 "), 2, ("E-EMPTY",)),
    Row("9 empty name", ("participant", "add", "ELEV-A", "", "--role", "child"), 2, ("E-EMPTY",)),
    Row("10 long title", add(LONG), 2, ("E-LONG", "10001", "160")),
    Row("10 long from stdin", add("-"), 2, ("E-LONG",), LONG.encode()),
    Row("10 far too long from stdin", add("-"), 2, ("E-LONG",), b"x" * 1_000_001),
    Row("12 broken characters", add("a\udcffb"), 2, ("E-ENC",)),
    Row("12 broken stdin", add("-"), 2, ("E-ENC",), b"a\xffb"),
    Row("12 closed stdin", add("-"), 2, ("E-STDIN", "There is no standard input"), None),
    Row("12 stdin twice", add("-", "--comment", "-"), 2, ("E-STDIN",), b"x"),
    Row("13 vault is a file", ("--vault", "settings.toml", "case", "list"), 3, ("is a file",)),
    Row("13 vault in no folder", ("--vault", "no/vault", "case", "list"), 3, ("vault-missing",)),
    Row("13 vault to make in none", ("--vault", "no/v", "case", "new", "X"), 3, ("vault-missing",)),
    Row("16 minutes 0", plan("--minutes", "0"), 2, ("E-MIN", "1 to 480")),
    Row("16 minutes below", plan("--minutes", "-5"), 2, ("E-MIN",)),
    Row("16 minutes 1e9", plan("--minutes", "1e9"), 2, ("E-MIN",)),
    Row("16 minutes 5,5", plan("--minutes", "5,5"), 2, ("E-MIN", "7", "2")),
    Row("16 minutes in words", plan("--minutes", "fem"), 2, ("E-MIN",)),
    Row("16 minutes in Arabic", plan("--minutes", "٥"), 2, ("E-MIN",)),
    Row("16 minutes 5.5.5", plan("--minutes", "5.5.5"), 2, ("E-MIN",)),
    Row("17 twice", add("x", "--title", "y"), 2, ("--title is given twice",)),
    Row("17 key twice", ("do", "ELEV-A", "next", "phase=a", "phase=b"), 2, ("E-TWICE",)),
    Row("18 lead without a terminal", ("lead", "ELEV-A"), 2, ("terminal",)),
    Row("18 demo without a terminal", ("demo",), 2, ("terminal",)),
    Row("18 home without a terminal", (), 2, ("terminal",)),
    Row("18 home with an option", ("--as", "Kari"), 2, ("terminal",)),
    Row("18 closed stdin", ("evaluate", "ELEV-A"), 2, ("terminal",), None),
    Row("22 import of nothing", ("case", "import", "NEW", "empty.json"), 2, ("import-empty",)),
    Row("34 import of something else", ("case", "import", "NEW", "zip.json"), 2, ("import-type",)),
    Row("38 import of a folder", ("case", "import", "NEW", "folder"), 2, ("import-type",)),
    Row("38 import of a device", ("case", "import", "NEW", "/dev/zero"), 2, ("import-type",)),
    Row("39 import of wrong records", ("case", "import", "NEW", "odd.json"), 2, ("import-record",)),
    Row("39 import of no file", ("case", "import", "NEW", "gone.json"), 3, ("gone.json",)),
    Row("50 a huge paste", add("x" * 200_000), 2, ("E-LONG",)),
    Row("53 twins", ("participant", "add", "ELEV-A", "Mor", "--role", "child"), 2, ("E-EXISTS",)),
    Row(
        "55 gone meanwhile", ("activity", "end", "ELEV-A", "abc", "--effect", "partly"), 2, ("abc",)
    ),
    Row("56 31 February", add("x", "--due", "31.02.2026"), 2, ("E-DATE", "no such day")),
    Row("56 29 February", add("x", "--due", "29.02.2027"), 2, ("E-DATE",)),
    Row("56 month 13", add("x", "--due", "2026-13-01"), 2, ("E-DATE",)),
    Row("57 slashes", add("x", "--due", "01/02/26"), 2, ("E-DATE", "9")),
    Row("57 a number", add("x", "--due", "1.2"), 2, ("E-DATE",)),
    Row("58 year 12026", add("x", "--due", "1.2.12026"), 2, ("E-DATE",)),
    Row("58 year 1", add("x", "--due", "0001-01-01"), 2, ("E-DATE",)),
    Row("58 wrong weekday", add("x", "--due", "måndag 19. januar 2027"), 2, ("E-DATE", "weekday")),
    Row(
        "58 consent to come",
        ("consent", "add", "ELEV-A", "--by", "Mor", "--covers", "log", "--date", "1.1.2100"),
        2,
        ("date-ahead",),
    ),
    Row("61 24:00", plan("--at", "2027-01-19 24:00"), 2, ("E-TIME", "13.30")),
    Row("61 25:61", plan("--at", "2027-01-19 25:61"), 2, ("E-TIME",)),
    Row("61 7", plan("--at", "2027-01-19 7"), 2, ("E-TIME", "9.00")),
    Row("61 0730", plan("--at", "2027-01-19 0730"), 2, ("E-TIME",)),
    Row("61 pm", plan("--at", "2027-01-19 7.30pm"), 2, ("E-TIME",)),
    Row("61 Arabic", plan("--at", "2027-01-19 ١٢:٠٠"), 2, ("E-TIME",)),
    Row("62 the gap", plan("--at", "2027-03-28 02:30"), 2, ("E-TIME-GAP",)),
    Row("62 the double hour", plan("--at", "2026-10-25 02:30"), 2, ("E-TIME-TWICE",)),
    Row("a place too long", plan("--place", "x" * 121), 2, ("E-LONG", "120")),
    Row(
        "a role there isn't", ("participant", "add", "ELEV-A", "X", "--role", "boss"), 2, ("boss",)
    ),
    Row("nobody of that name", ("participant", "edit", "ELEV-A", "Ola", "--new"), 2, ("Ola",)),
    Row("nobody at all", ("do", "ELEV-A", "viddevakt", "who="), 2, ("E-EMPTY", "in who")),
    Row(
        "a blank name", ("consent", "add", "ELEV-A", "--by", " ", "--covers", "log"), 2, ("in by",)
    ),
    Row("no service", ("consent", "add", "ELEV-A", "--by", "Mor", "--covers", ""), 2, ("E-EMPTY",)),
    Row("nothing to change", ("participant", "edit", "ELEV-A", "Mor"), 2, ("E-USAGE",)),
    Row(
        "two fields at once",
        ("activity", "edit", "ELEV-A", "x", "--title", "a", "--due", "1.2."),
        2,
        ("one field",),
    ),
    Row("no field at all", ("activity", "edit", "ELEV-A", "x"), 2, ("one field",)),
    Row(
        "consent by the teacher",
        ("consent", "add", "ELEV-A", "--by", "Lærar", "--covers", "log"),
        2,
        ("Lærar",),
    ),
    Row(
        "consent to no service",
        ("consent", "add", "ELEV-A", "--by", "Mor", "--covers", "NAV"),
        2,
        ("NAV",),
    ),
    Row("a command there isn't", ("do", "ELEV-A", "nxet"), 2, ("E-COMMAND", "next")),
    Row("a key where none is taken", ("do", "ELEV-A", "hide", "why=x"), 2, ("E-KEY", "alone")),
    Row("a key there isn't", ("do", "ELEV-A", "next", "fase=x"), 2, ("E-KEY", "phase")),
    Row("no key at all", ("do", "ELEV-A", "next", "x"), 2, ("E-PAIR",)),
    Row(
        "a choice there isn't", ("do", "ELEV-A", "away", "answer=x"), 2, ("E-CHOICE", "count, out")
    ),
    Row("neither yes nor no", ("do", "ELEV-A", "choose", "none-now=x"), 2, ("E-YES",)),
    Row("no number", ("do", "ELEV-A", "minute", "minutes=x"), 2, ("E-NUMBER",)),
    Row("before it is time", ("do", "ELEV-A", "next"), 2, ("not-now", "planned")),
    Row(
        "another part", ("do", "ELEV-A", "start", "--if-phase", "offers"), 4, ("already-in-phase",)
    ),
    Row("no structure", ("structure", "show", "x"), 2, ("no-structure",)),
    Row("a structure to plan by", plan("--structure", "x"), 2, ("no-structure",)),
    Row("no case id to show", ("case", "redact", "ELEV-A", "abc", "--yes"), 2, ("E-ABSENT",)),
    Row("nobody to confirm", ("case", "delete", "ELEV-A"), 2, ("--yes",)),
    Row("a rule", ("do", "ELEV-A", "evaluate", "a=x"), 9, ("R-E10",)),
    Row("no script", ("play", "gone.txt"), 3, ("gone.txt",)),
    Row("a script that can't be read", ("play", "odd.json"), 2, ("odd.json:1",)),
    Row("a script in another encoding", ("play", "latin1.txt"), 2, ("E-ENC",)),
    Row("a language there isn't", ("--lang", "tlh", "case", "list"), 2, ("tlh",)),
    Row("a name too long", ("--as", "x" * 61, "case", "list"), 2, ("E-LONG",)),
    Row("batch of nonsense", ("batch", "ELEV-A"), 2, ("line 2", "E-COMMAND"), b"\ndance\n"),
    Row("batch with an open quote", ("batch", "ELEV-A"), 2, ("line 1",), b'park text="x\n'),
    Row("batch of bytes", ("batch", "ELEV-A"), 2, ("E-ENC",), b"\xff\n"),
    Row("batch of a long line", ("batch", "ELEV-A"), 2, ("E-LONG",), b"x" * 20_000 + b"\n"),
    Row("batch without a value", ("batch", "ELEV-A"), 2, ("--reason",), b"next --reason\n"),
    Row("batch with nobody there", ("batch", "ELEV-A"), 2, ("E-STDIN",), None),
    Row(
        "export into a folder that isn't",
        ("case", "export", "ELEV-A", "-o", "no/x"),
        3,
        ("no isn",),
    ),
    Row(
        "export in two formats",
        ("case", "export", "ELEV-A", "--json", "--format", "tinydb"),
        2,
        ("json, tinydb",),
    ),
)


@pytest.mark.parametrize("row", TABLE, ids=[row.number for row in TABLE])
def test_bad_input_is_one_line_and_changes_nothing(
    seeded: Shell, row: Row, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeded.home)
    (seeded.home / "settings.toml").write_text("")
    (seeded.home / "empty.json").write_text("")
    (seeded.home / "zip.json").write_bytes(b"PK\x03\x04")
    (seeded.home / "odd.json").write_text('{"participants": {"1": {"id": "a", "role": 5}}}')
    (seeded.home / "latin1.txt").write_bytes("participant-add label=Lærar".encode("latin-1"))
    (seeded.home / "folder").mkdir()
    before = seeded.bytes()

    answer = seeded(*row.argv, stdin=row.stdin)

    assert answer.exit_code == row.exit_code, answer.err
    assert len(answer.errors) == 1, answer.err
    assert answer.err.startswith("viddevakt: ")
    for part in row.says:
        assert part in answer.err
    assert len(answer.err) <= 220
    assert "Traceback" not in answer.err
    assert answer.out == ""
    assert raw_controls(answer.err) == []
    assert seeded.bytes() == before


@pytest.mark.parametrize("language", ["nn", "nb"])
@pytest.mark.parametrize("row", [r for r in TABLE if r.argv and r.argv[0] != "--lang"][::7])
def test_bad_input_is_told_in_norwegian_too(
    seeded: Shell, row: Row, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeded.home)
    answer = seeded("--lang", language, *row.argv, stdin=row.stdin)
    assert len(answer.errors) == 1
    assert "Did you mean" not in answer.err
    assert "isn't" not in answer.err
