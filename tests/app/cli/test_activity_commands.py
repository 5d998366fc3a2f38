"""Activities and goals, from the command line."""

from __future__ import annotations

import re

from tests.app.cli.done import ID, add, document
from tests.app.cli.harness import Shell


def test_an_activity_is_added_edited_and_ended(seeded: Shell) -> None:
    made = add(seeded)
    assert ID.fullmatch(made)
    seeded.ok("activity", "edit", "ELEV-A", made, "--owner", "Lærar", "--was", "mor")
    seeded.ok("activity", "edit", "ELEV-A", made, "--due", "2. mars 2027")
    seeded.ok("activity", "edit", "ELEV-A", made, "--due", "9.3.2027", "--was", "2.3.2027")
    seeded.ok("activity", "end", "ELEV-A", made, "--effect", "wanted", "--comment", "-",
              stdin=b"Gjekk fint\nheile vegen\n")  # fmt: skip
    [found] = document(seeded).activities
    assert (str(found.due), found.status, found.effect) == ("2027-03-09", "ended", "wanted")
    assert found.comment == "Gjekk fint\nheile vegen"


def test_what_more_is_known_of_an_activity_is_written_and_changed(seeded: Shell) -> None:
    goal = seeded.ok("goal", "add", "ELEV-A", "--text", "Rolege morgonar", "--owner", "Mor")
    made = add(seeded, "Lesing", "--content", "Høgt", "--until", "1.3.2027", "--goal", goal,
               "--with", "Lærar", "--with", "Mor", "--level", "3", "--planned")  # fmt: skip
    seeded.ok("activity", "edit", "ELEV-A", made, "--until", "8. mars 2027", "--was", "2027-03-01")
    seeded.ok("activity", "edit", "ELEV-A", made, "--with", "Mor", "--was", "lærar,mor")
    seeded.ok("activity", "edit", "ELEV-A", made, "--follow-up", "Ringjer")
    [found] = document(seeded).activities
    assert (found.content, found.follow_up, str(found.period_end)) == (
        "Høgt", "Ringjer", "2027-03-08",
    )  # fmt: skip
    assert (found.level, found.status, len(found.contributors)) == (3, "planned", 1)
    assert found.goal == goal
    assert seeded.ok("activity", "list", "ELEV-A", "--plain", "--find", "høgt") == "Lesing"


def test_how_an_activity_has_gone_is_said_between_meetings(seeded: Shell) -> None:
    made = add(seeded)
    said = seeded.ok("activity", "assess", "ELEV-A", made, "--decision", "adjust",
                     "--effect", "partly", "--worked", "Fast dag", "--by", "Lærar")  # fmt: skip
    [found] = document(seeded).activities
    assert [(a.id, a.decision, a.meeting, len(a.by)) for a in found.assessments] == [
        (said, "adjust", None, 1)
    ]
    assert "held fram" in seeded.ok("--lang", "nn", "activity", "list", "ELEV-A")


def test_goals_are_listed_changed_and_ended(seeded: Shell) -> None:
    goal = seeded.ok("goal", "add", "ELEV-A", "--text", "Rolege morgonar", "--owner", "Mor")
    seeded.ok("goal", "edit", "ELEV-A", goal, "--text", "Rolege dagar", "--was", "Rolege morgonar")
    seeded.ok("goal", "edit", "ELEV-A", goal, "--shared", "yes")
    seeded.ok("goal", "end", "ELEV-A", goal)
    assert seeded.ok("goal", "list", "ELEV-A", "--plain") == "Rolege dagar"
    listed = seeded.ok("--lang", "nn", "goal", "list", "ELEV-A")
    assert re.search(r"Rolege dagar +Mor, alle +nådd", listed)
    assert seeded("goal", "edit", "ELEV-A", goal).exit_code == 2


def test_the_plain_list_is_one_title_a_line(seeded: Shell) -> None:
    add(seeded, "Lesing")
    add(seeded, "Rekning")
    assert seeded.ok("activity", "list", "ELEV-A", "--plain") == "Lesing\nRekning"
    assert re.search(r"[0-9a-f]{12}  Lesing +Mor", seeded.ok("activity", "list", "ELEV-A"))


def test_a_rule_that_warns_says_so_in_one_line_and_lets_it_be(seeded: Shell) -> None:
    answer = seeded("activity", "add", "ELEV-A", "--title", "x", "--owner", "Mor")
    assert answer.exit_code == 0
    assert ID.fullmatch(answer.out.strip())
    assert answer.errors == ["viddevakt: R-M14: No date yet: By when?"]


def test_who_is_viddevakt_can_be_nobody_and_the_advice_says_how(seeded: Shell) -> None:
    seeded.ok("consent", "add", "ELEV-A", "--by", "Mor", "--covers", "PPT")
    seeded.ok("do", "ELEV-A", "start")
    answer = seeded("do", "ELEV-A", "next")
    assert answer.exit_code == 9
    assert "(who=none)" in answer.err
    seeded.ok("do", "ELEV-A", "viddevakt", "who=none")
    assert "R-M1" not in seeded("do", "ELEV-A", "next").err
