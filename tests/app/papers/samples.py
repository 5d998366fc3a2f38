"""Papers to write in every format: one with each kind of block, and one of hostile texts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from app.papers.paper import (
    AnyBlock,
    Bar,
    Bullets,
    Facts,
    Heading,
    Letters,
    Paper,
    Signatures,
    Span,
    Table,
    Text,
    TimeBars,
    Timeline,
)
from phases.words import Language

MADE = datetime(2027, 1, 19, 12, 46, 30, tzinfo=UTC)

HOSTILE = (
    "*stjerne* _strek_ `kode` ~~bort~~",
    "# overskrift",
    "## [lenkje](javascript:alert(1)) ![bilete](file:///etc/passwd)",
    "| celle | celle | \\| slutt",
    "<script>alert('x')</script>",
    "</script><img src=x onerror=alert(1)>",
    "<!-- kommentar --> &amp; &lt; &#x41; <![CDATA[x]]>",
    '" onmouseover="x" \' style=\'color:red',
    "{{7*7}} {% for x in y %} {# z #} ${HOME} #{7*7}",
    "#evil[] $x^2$ @ref <label> \\u{41} // ord",
    '#import "@preview/x:1.0.0": * #read("/etc/passwd")',
    "=cmd|' /C calc'!A0",
    "+4791234567",
    "-2+3+cmd",
    "@SUM(1+1)",
    "=HYPERLINK(A1)",
    " =1+1",
    "＝1+1",
    "[red]raudt[/] [/] [@click=app.quit]trykk[/]",
    "%s %(name)s {0.__class__} %d",
    "1. punkt",
    "- punkt",
    "> sitat",
    "---",
    "    innrykk",
    "😀 glad 👩‍👩‍👧 familie 🏳️‍🌈 👍🏽",
    "שלום עולם",
    "محمد علي",
    "日本語 ไทย ᚠᚢ",
    "Z" + "\u0301\u0302\u0303\u0304\u0305" + "algo",
    "x" * 2000,
    "a;b,c\td\"e\"'f'",
    "linje ein\nlinje to\n=linje tre",
    "ČĐŊŠŦŽ čđŋšŧž ÆØÅ æøå éèêë «»„“”–—… €",
    "𝐅𝐞𝐭 ﬁ Ⅳ ½ ² \ue000 \U0010fffd",
    "C:\\mappe\\ny ../../etc/passwd",
)  # fmt: skip
"""What somebody could have typed, in the form in which the log keeps it (cleaned: no controls)."""


def paper(*blocks: AnyBlock, **fields: Any) -> Paper:
    """A paper of these blocks."""
    usual = {
        "kind": "minutes",
        "title": "Referat",
        "language": "nn",
        "case": "ELEV-A",
        "made": MADE,
        "foot": "Laga av loggen slik han var 19.01.2027",
    }
    return Paper.model_validate({**usual, **fields, "blocks": blocks})


def timeline(text: str = "Leksehjelp tysdag") -> Timeline:
    """Three activities, of which one goes on, and two meetings."""
    return Timeline(
        title="Tiltak og møte",
        head=("Kva", "Kven", "Når", "Korleis det har gått"),
        spans=(
            Span(
                label=text,
                who="kontaktlæraren",
                first=date(2026, 9, 1),
                last=date(2026, 12, 9),
                symbol="●",
                word="ønskt effekt",
            ),
            Span(
                label="Observasjon", who=text, first=date(2026, 10, 12), symbol="◐", word="delvis"
            ),
            Span(label="Samtale", who="rektor", first=date(2027, 1, 5), last=date(2027, 1, 5)),
        ),
        met=(date(2026, 9, 1), date(2027, 1, 19)),
        met_word="Møte",
        first=date(2026, 8, 20),
        last=date(2027, 2, 1),
        alt="Tre tiltak frå september til februar",
    )


def bars(text: str = "Oppklarande runde") -> TimeBars:
    """Two phases, one longer than planned."""
    return TimeBars(
        title="Planlagd og brukt tid",
        head=("Del", "Planlagd", "Brukt"),
        bars=(
            Bar(label="Velkomen", planned_s=300, used_s=250),
            Bar(label=text, planned_s=600, used_s=790),
        ),
        alt="Oppklarande runde tok tre minutt meir enn planlagt",
    )


def every_block(language: Language = "nn", letters: Letters = "usual") -> Paper:
    """One of each, with what a paper from a meeting has."""
    return paper(
        Facts(rows=(("Når", "tysdag 19. januar 2027"), ("Møtestad", ""))),
        Heading(text="Felles utfordring"),
        Text(text="Å kome seg av garde om morgonen.\nDet gjeld mest måndag."),
        Text(text="Viktig", weight="strong"),
        Text(text="Berre skulen har plikt til å arkivere.", weight="small"),
        Heading(text="Mål", level=2),
        Bullets(items=("Kvar dag på skulen", "Ro om kvelden")),
        Bullets(items=("Mappa", "Samspill"), boxes=True, ticked=(1,)),
        Heading(text="Dette vart vi einige om"),
        Table(
            head=("Kva", "Kven", "Når"),
            rows=(
                ("Leksehjelp tysdag", "kontaktlæraren", "09.12.2026"),
                ("Samtale om leggetid", "føresette", ""),
            ),
            title="Det som er avtalt",
            csv=True,
            shares=(3, 2, 1),
        ),
        Table(
            head=("", "Kva vi ser"),
            rows=(("Avdelinga", ""), ("Føresette", "Det same heime")),
            framed=True,
        ),
        timeline(),
        bars(),
        Signatures(
            head=("Kven", "Underskrift", "Dato"), rows=(("føresette", ""), ("rektor", "19.01.2027"))
        ),
        language=language,
        letters=letters,
        subtitle="Utkast",
    )


def hostile() -> Paper:
    """Each hostile text in each place where a text of somebody's may stand."""
    blocks: list[AnyBlock] = []
    # The one of 2000 letters in a few places: setting it takes most of the time.
    short = tuple(text for text in HOSTILE if len(text) < 1000)
    for text in short:
        blocks += [Heading(text=text), Text(text=text)]
    blocks += [
        Facts(rows=tuple((text, text) for text in short)),
        Table(
            head=("Kva", "Kven"),
            rows=tuple((text, text) for text in HOSTILE),
            title=HOSTILE[4],
            csv=True,
        ),
        Table(head=(HOSTILE[4], HOSTILE[11]), rows=((HOSTILE[4], ""),), framed=True),
        Bullets(items=HOSTILE, boxes=True, ticked=(0, 2)),
        Signatures(head=("Kven", "Underskrift", "Dato"), rows=tuple((text, "") for text in short)),
        *(block for text in HOSTILE[:12] for block in (timeline(text), bars(text))),
    ]
    return paper(*blocks, title=HOSTILE[5], subtitle=HOSTILE[4], foot=HOSTILE[10])
