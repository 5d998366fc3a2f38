"""Templates of texts: a closed set of names, every fault by line, and none that does harm."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import UsageError
from data.structures.problems import StructureError
from data.texts import Template, Texts, name_fault, read_template
from data.texts.checking import MAX_CHARS, template_problems
from data.texts.fields import KINDS, LETTER, NEUTRAL, TEXT_LANGUAGES, TextKind
from data.texts.filling import MAX_FILLED, SAMPLE, fill
from data.texts.trying import telling_words, tried
from phases.reading_dates import read_date
from phases.showing_dates import long_date
from phases.sms import sms_size
from phases.words import Language

SOMEWHERE = Path("invitation.nn.txt")


def letter(body: str) -> str:
    return fill(f"Title\n\n{body}", "invitation", SAMPLE, SOMEWHERE).body


def faults(text: str, kind: TextKind = "invitation") -> list[tuple[str, str, int | None]]:
    return [(p.kind, p.key, p.line) for p in template_problems(text, kind)]


@pytest.mark.parametrize("language", TEXT_LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_text_that_ships_can_be_used_in_each_language(
    kind: TextKind, language: Language
) -> None:
    template = Texts(None).template(kind, language)
    found = tried(template)
    assert SAMPLE["time"] in found.body
    assert SAMPLE["sender"] in found.body
    assert telling_words(found, kind) == ()
    assert bool(found.title) is (kind != "reminder-sms")
    assert "\n\n\n" not in found.body
    assert "{" not in found.title + found.body


@pytest.mark.parametrize("language", TEXT_LANGUAGES)
def test_the_sms_that_ships_fits_with_a_long_sender_and_the_longest_day(
    language: Language,
) -> None:
    template = Texts(None).template("reminder-sms", language)
    long = {**SAMPLE, "sender": "Ø" * 40, "place": "", "day": "Wednesday 24 September 2027"}
    assert sms_size(fill(template.text, "reminder-sms", long, template.path).body).fits


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("flag", ["for_child", "first", "interpreter"])
def test_texts_that_ship_read_well_with_nothing_given(kind: TextKind, flag: str) -> None:
    bare = {k: "" if isinstance(v, str) else v for k, v in SAMPLE.items()}
    bare |= {"attending": (), "phases": (), "answer_by": "", flag: True, "day": "i dag"}
    for language in TEXT_LANGUAGES:
        template = Texts(None).template(kind, language)
        found = fill(template.text, kind, bare, template.path)
        assert "\n\n\n" not in found.body


def test_sms_and_email_are_given_date_time_place_and_sender_alone() -> None:
    assert NEUTRAL == ("day", "date", "time", "place", "sender")
    for name in set(LETTER) - set(NEUTRAL):
        for kind in KINDS[2:]:
            [(fault, key, line)] = faults("Hei\n\n{% if " + name + " %}x{% endif %}", kind)
            assert (fault, key, line) == ("template-private", name, 3)


@pytest.mark.parametrize(
    ("text", "kind", "key", "line", "nearest"),
    [
        ("{{ dya }}", "template-name", "dya", 1, "day"),
        ("a\n{{ diagnosis }}", "template-name", "diagnosis", 2, ""),
        ("{% fro x in phases %}", "template-tag", "fro", 1, "for"),
        ("{% for p in phases %}{{ p.titel }}{% endfor %}", "template-name", "p.titel", 1, "title"),
        ("{% for p in sender %}{% endfor %}", "template-for", "for", 1, ""),
        ("{% for p in phase %}{% endfor %}", "template-for", "for", 1, "phases"),
        ("{{ place|uper }}", "template-filter", "|uper", 1, "upper"),
        ("{{ first }}", "template-flag", "first", 1, ""),
        ("{{ attending }}", "template-list", "attending", 1, ""),
        ("{{ place", "template-syntax", "", 1, ""),
        ("{% if place %}\nx", "template-syntax", "", 2, ""),
        (
            "{% for a in phases %}{% for b in phases %}x{% endfor %}{% endfor %}",
            *("template-nested", "for", 1, ""),
        ),
        ("{% for day in phases %}{% endfor %}", "template-taken", "day", 1, ""),
        ("{% set place = 1 %}", "template-tag", "set", 1, ""),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_was_meant(
    text: str, kind: str, key: str, line: int, nearest: str
) -> None:
    first = template_problems(text, "invitation")[0]
    assert (first.kind, first.key, first.line, first.nearest) == (kind, key, line, nearest)


HOSTILE = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ place.__class__ }}",
    "{{ place['__class__'] }}",
    "{{ place|attr('__class__') }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ namespace() }}",
    "{{ range(10**9)|join }}",
    "{% for x in range(999999999) %}x{% endfor %}",
    "{% for x in phases recursive %}{{ loop(phases) }}{% endfor %}",
    "{% for x in phases %}{{ loop.changed(x) }}{% endfor %}",
    "{{ 'x' * 10**9 }}",
    "{{ 10 ** 10 ** 10 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '%999999999d'|format(1) }}",
    "{{ 'a'|center(999999999) }}",
    "{{ place|indent(999999999) }}",
    "{{ ('x' ~ place)|join('" + "y" * 8000 + "') }}",
    "{{ attending|join('" + "y" * 8000 + "') }}",
    "{{ attending|map(attribute='__class__')|list }}",
    "{{ attending|sort(attribute='__class__') }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% call x() %}{% endcall %}",
    "{% set x = place %}{{ x }}",
    "{% with a = place %}{{ a }}{% endwith %}",
    "{% block a %}{% endblock %}",
    "{% raw %}{{ place }}",
    "{{ " + "(" * 5000 + "place" + ")" * 5000 + " }}",
    "{% if place %}" * 900 + "{% endif %}" * 900,
    "{{ not " * 1 + "not " * 3000 + "place }}",
    "{{ " + "9" * 5000 + " }}",
    "{{ '\ud800' }}".encode("utf-8", "replace").decode() + "{{ '\\ud800' }}",
    "{{ place < minutes }}",
    "{{ minutes > place }}",
    "{{ [place] }}",
    "{{ {'a': place} }}",
    "{{ (place, day) }}",
    "{{ place[0] }}",
    "{{ place[:1] }}",
    "{{ place.format(x=1) }}",
    "{{ place if }}",
    "{% autoescape true %}{{ place }}{% endautoescape %}",
    "{% do x %}",
    "{% debug %}",
    "{# never ends",
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_template_is_refused_and_does_nothing(text: str) -> None:
    with pytest.raises(StructureError) as found:
        letter(text)
    assert len(str(found.value)) <= 200
    assert found.value.exit_code == 2


@given(st.text(alphabet="{}%#|.~'\"()[] \nifforndxphases_placeendel0123456789", max_size=120))
def test_whatever_is_typed_becomes_a_text_or_a_fault(text: str) -> None:
    try:
        found = letter(text)
    except StructureError:
        return
    assert len(found) <= MAX_FILLED


def test_a_text_that_grows_or_is_too_large_is_stopped() -> None:
    assert template_problems("x" * (MAX_CHARS + 1), "summons")[0].kind == "too-big"
    many = {**SAMPLE, "attending": ("x" * 160,) * 100}
    each = "{% for a in attending %}" + "{{ a }}" * 20 + "{% endfor %}"
    with pytest.raises(StructureError) as found:
        fill(f"T\n\n{each}", "summons", many, SOMEWHERE)
    assert found.value.first.kind == "template-long"


def test_what_stands_in_the_log_is_text_and_never_a_template() -> None:
    evil = {**SAMPLE, "place": "{{ 7*7 }} {% if %} <b> [/]", "to": "a\r\nBcc: x@y\n\nz"}
    found = fill("T {{ to }}\n\n{{ place }}", "summons", evil, SOMEWHERE)
    assert found.title == "T a Bcc: x@y z"
    assert found.body == "{{ 7*7 }} {% if %} <b> [/]"


def test_nothing_that_steers_a_terminal_comes_out_of_a_template() -> None:
    assert letter("a\x1b]52;c;x\x07b\u202ec") == "a]52;c;xbc"


def test_a_letter_needs_a_title_and_an_empty_line() -> None:
    for text in ("One line", "Title\ntext", "", "{# only this #}"):
        with pytest.raises(StructureError) as found:
            fill(text, "reminder-email", SAMPLE, SOMEWHERE)
        assert found.value.first.kind == "template-title"


def test_an_sms_that_never_fits_is_told_when_it_is_checked() -> None:
    def sms(text: str) -> Template:
        return Template("reminder-sms", "nn", text, Path("reminder-sms.nn.txt"))

    with pytest.raises(StructureError) as found:
        tried(sms("x" * 161))
    assert found.value.first.value == "161 / 160"
    assert tried(sms("{{ place }} " + "x" * 155)).body.endswith("x")
    with pytest.raises(StructureError):
        tried(sms("{# nothing #}"))


def test_the_meeting_a_text_is_tried_on_is_on_days_that_there_are() -> None:
    day = read_date(SAMPLE["date"], date(2027, 9, 1), "nn")
    answer = day - timedelta(weeks=1)
    assert SAMPLE["day"] == long_date(day, "nn")
    assert SAMPLE["answer_by"] == long_date(answer, "nn", today=answer)


def test_words_that_tell_what_it_is_about_are_found() -> None:
    template = Template("reminder-sms", "nn", "BTI-møte om eleven. Uro!", Path("x"))
    assert telling_words(tried(template), "reminder-sms") == ("BTI", "eleven", "Uro")


def test_a_vaults_own_counts_and_is_made_once(tmp_path: Path) -> None:
    texts = Texts(tmp_path / "vault" / "texts")
    path = texts.make_own("summons", "nb")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.read_bytes() == Texts(None).path("summons", "nb").read_bytes()
    path.write_text("Mine\n\n{{ place }}\n", "utf-8")
    assert texts.template("summons", "nb").text.startswith("Mine")
    assert texts.own_path("summons", "nn") is None
    with pytest.raises(UsageError):
        texts.make_own("summons", "nb")
    assert path.read_text("utf-8").startswith("Mine")


def test_a_slip_in_a_files_name_is_told_with_the_right_one(tmp_path: Path) -> None:
    texts = Texts(tmp_path)
    assert list(Texts(tmp_path / "none").strange()) == []
    (tmp_path / "reminder-smss.nn.txt").write_text("x", "utf-8")
    (tmp_path / ".hidden.txt").write_text("x", "utf-8")
    (tmp_path / "notes.md").write_text("x", "utf-8")
    [fault] = texts.strange()
    assert fault.first.nearest == "reminder-sms.nn.txt"
    assert name_fault(Path("what.txt")).first.nearest == ""
    with pytest.raises(StructureError):
        read_template(tmp_path / "reminder-smss.nn.txt")


@pytest.mark.parametrize(
    ("made", "kind", "code"),
    [
        (b"\xff\xfe", "encoding", 2),
        (b"x" * 300_000, "too-big", 2),
        (None, "unreadable", 3),
    ],
)
def test_a_file_that_cant_be_read_is_told(
    tmp_path: Path, made: bytes | None, kind: str, code: int
) -> None:
    path = tmp_path / "summons.nn.txt"
    if made is None:
        path.mkdir()
    else:
        path.write_bytes(made)
    with pytest.raises(StructureError) as found:
        Texts(tmp_path).template("summons", "nn")
    assert (found.value.first.kind, found.value.exit_code) == (kind, code)
