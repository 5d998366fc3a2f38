"""A paper as a Word file: real styles, headings, tables with heads, and nobody's name in it.

Texts are runs and nothing else: no field, link or macro comes from them. Word has no letters to
lack, so what PDF replaces stands here. python-docx writes the time of day into the file; the bytes
are packed again with the paper's own.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from docx import Document

from app.papers.formats.docx_blocks import add
from app.papers.formats.docx_styles import tidy

if TYPE_CHECKING:
    from app.papers.paper import Paper

_TONGUES: Final = {"nn": "nn-NO", "nb": "nb-NO", "en": "en-GB"}

_PROGRAM: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Viddevakt</Application></Properties>"
)
"""In place of the template's, which says Word for Mac, one page and no words."""

_FIRST: Final = "[Content_Types].xml"
"""Word looks for it at the beginning."""


def write(paper: Paper) -> bytes:
    """The file."""
    document = Document()
    tongue = _TONGUES[paper.language]
    tidy(document, tongue, paper.letters)
    about = document.core_properties
    made = paper.made.replace(tzinfo=None)
    about.author = about.last_modified_by = "Viddevakt"
    about.title, about.comments = paper.name, ""
    about.language, about.created, about.modified = tongue, made, made
    add(document, paper)
    file = io.BytesIO()
    document.save(file)
    return _packed(file)


def _packed(file: io.BytesIO) -> bytes:
    """The same parts in one order, without the time of day at which they were written."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            part = zipfile.ZipInfo(name)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            new.writestr(part, _PROGRAM if name == "docProps/app.xml" else old.read(name))
    return out.getvalue()
