"""A paper as JSON: its blocks as they stand, for other programs."""

from __future__ import annotations

from app.papers.paper import Paper


def write(paper: Paper) -> bytes:
    """UTF-8 with a newline at the end."""
    return (paper.model_dump_json(indent=2) + "\n").encode("utf-8")
