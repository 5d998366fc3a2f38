"""The page about papers: which there are, in which formats, and what has been tried of them."""

from __future__ import annotations

from typing import Final

from app.papers.formats import FORMATS
from app.papers.kinds import KINDS

_FORMATS: Final = {
    "docx": (
        "Word, to go on writing in",
        "A4, with styles of its own (Title, Heading 1 and 2, tables whose head comes again), the "
        "language set, the author “Viddevakt”; pictures stand as tables",
        "python-docx; LibreOffice where it is installed",
    ),
    "pdf": (
        "the archive, printing, screen readers",
        "made as PDF/A-2a and PDF/UA-1 at once: tagged, fonts inside, the language set, pictures "
        "told in words. Needs the extra `viddevakt[pdf]`",
        "pypdf: text, order, fonts, tags, language, marks",
    ),
    "html": (
        "reading in a browser, printing",
        "one file, no script, nothing fetched (a policy in the page forbids it), light and dark",
        "an HTML parser",
    ),
    "md": ("wikis and systems that take Markdown", "CommonMark with tables", "markdown-it"),
    "txt": (
        "everything else; archives take it",
        "UTF-8, 80 columns, no drawn tables: a screen reader reads it line by line",
        "as it is",
    ),
    "json": ("other programs", "the paper's blocks as they stand", "a JSON parser"),
    "csv": (
        "a spreadsheet: a paper's list",
        "semicolons, UTF-8 with a byte order mark, every cell quoted, as a Norwegian Excel opens "
        "it. A paper without a list is refused",
        "a CSV parser; LibreOffice where it is installed: no cell is a formula",
    ),
}

_AFTER: Final = """\
The same log gives the same bytes, on any day and any machine, for the same version of the
program and its libraries: what a file says of when it was made is when the log was last written
in. Only a letter looks at today: it leaves out the day for asking for another time once that
has gone, and a reminder tells the year where it isn't this one. A file is readable by its owner
alone, nothing is written over without `--force`, and the name that it is given where nobody
chose one holds the log's id, the kind and the day: nobody's name. What is written into the
folder of the logs goes when its log is deleted; anywhere else it is yours to remove.

## What people have written

It stands as they wrote it, in every format: no text is taken for a mark, a field, a formula or
an instruction. A CSV cell that a spreadsheet would calculate begins with an apostrophe. PDF has
to have every letter in a font that is in the file: a picture letter that its fonts lack becomes
`[emoji]`, letters of a script that they lack (Chinese, Thai) become `[?]`; the other formats
keep them.

## PDF for the archive

Say “laga som PDF/A-2a og PDF/UA-1”. [Typst](https://typst.app) makes the files as both and
refuses what would break either, and the tests here read back the marks, tags, fonts, language
and text. No validator has been run on them by this project. Before an archive relies on it:
make one paper of each kind and have [veraPDF](https://verapdf.org) check it against PDF/A-2a
and PDF/UA-1, once for each version of typst; and let somebody who uses a screen reader read
one, since no validator can tell whether a description says what is in the picture.
"""


def papers_page(made: str) -> str:
    """The page; `made` is the line that says so."""
    kinds = [f"| `{name}` | {kind.words} |" for name, kind in KINDS.items()]
    formats = [f"| `{name}` | {' | '.join(_FORMATS[name])} |" for name in FORMATS]
    return "\n".join(
        [
            "# Papers\n",
            made,
            "Every paper is made from the log, and nothing is typed again:\n",
            "    viddevakt report CASE [--kind KIND] [--meeting NUMBER] [--for NAME] -o FILE\n",
            "| kind | what it is |",
            "| --- | --- |",
            *kinds,
            "",
            "Each comes in each format; the end of the file's name says which, or `--format`.\n",
            "| format | for | what it is | read back in the tests by |",
            "| --- | --- | --- | --- |",
            *formats,
            "",
            _AFTER,
        ]
    )
