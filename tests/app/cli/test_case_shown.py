"""The log as text: everything that was agreed has a line."""

from __future__ import annotations

from pathlib import Path

from tests.app.cli.harness import Shell

SCRIPT = """
2027-01-19T12:00 case-new language=en
participant-add label=Head role=head duties=leader,summariser
participant-add label=Teacher role=teacher duties=relay-holder
participant-add label=Mum role=guardian
participant-add label=Nurse role=service
consent-add by=Mum
consent-add by=Mum covers=Nurse form=oral note="Phone"
consent-add by=Mum covers=cooperation
consent-withdraw by=Mum covers=cooperation
meeting-plan at="2027-01-19 13:00"
13:00 start
consent-told
writer who=Teacher
viddevakt who=none
+1:00 pause
+2:00 resume
guard
guard-kind kind=topic outcome=parked
park text="The bus" as=bus
parked-handle id=$bus handled=bilateral
next
answered
answered
next
answered
answered
next
answered
answered
challenge text="Calm mornings"
next
offer-add service=Nurse text="Two talks"
next
answered
choose none-now=yes why="time to think"
{baton}
no-measure why="we wait"
next
next-meeting caller=Head by=2027-01-29
inform-child who=Mum how="at home" when=2027-01-20
+40:00 break-off
"""


def shown(shell: Shell, baton: str) -> str:
    path = Path(shell.home) / "own.txt"
    path.write_text(SCRIPT.format(baton=baton), encoding="utf-8")
    return shell.ok("play", str(path))


def test_everything_that_was_agreed_has_a_line(shell: Shell) -> None:
    told = shown(shell, "hand-over to=Nurse\ndecline").splitlines()
    lines = {line.strip() for line in told}
    assert {
        "BTI log SCRIPT",
        "What we will solve together: Calm mornings",
        "Nurse: Two talks (may come later)",
        "None now: time to think",
        "Chosen by Teacher, Mum",
        "Nothing is written down: we wait",
        "Nurse was asked about the baton and said no",
        "Arranged later: Head calls by 29.01.2027",
        "Tells the child: Mum, at home, 20.01.2027",
        "Afterwards: The bus (between two)",
        "A sign in “Welcome”: the topic, taken afterwards",
    } <= lines
    assert any("pause 1:00" in line for line in told)
    assert any("withdrawn 19.01.2027" in line for line in told)
    assert any(line.startswith("Meeting 1, Tuesday 19 January 2027 13:00") for line in told)


def test_a_baton_that_waits_for_its_answer_is_told_as_that(shell: Shell) -> None:
    waiting = shown(shell, "hand-over to=Nurse answer-by=2027-01-22")
    assert "Nurse answers about the baton by 22.01.2027" in waiting
    # Two people may be asked one after the other: the last one counts.
    both = "hand-over to=Nurse\ndecline\nhand-over to=Teacher\naccept"
    assert "Teacher takes the baton" in shown(shell, both)


def test_a_chosen_offer_without_an_activity_stands_among_the_agreements(shell: Shell) -> None:
    path = Path(shell.home) / "own.txt"
    chosen = SCRIPT.replace('none-now=yes why="time to think"', "offers=Nurse")
    path.write_text(chosen.format(baton="hand-over to=Nurse\naccept"), encoding="utf-8")
    lines = {line.strip() for line in shell.ok("play", str(path)).splitlines()}
    assert {"Nurse: Two talks (chosen)", "Nurse has two talks."} <= lines


def test_what_was_said_of_an_activity_and_what_is_wanted_are_told(seeded: Shell) -> None:
    goal = seeded.ok("goal", "add", "ELEV-A", "--text", "Rolege morgonar", "--owner", "Mor")
    made = seeded.ok(
        "activity", "add", "ELEV-A", "--title", "Lesing", "--owner", "Mor", "--goal", goal,
        "--content", "Høgt", "--until", "1.3.2027", "--with", "Lærar", "--level", "2",
        "--assess-on", "1.2.2027", "--follow-up", "Ringjer",
    )  # fmt: skip
    seeded.ok("activity", "assess", "ELEV-A", made, "--decision", "adjust", "--effect", "partly",
              "--worked", "Fast dag", "--by", "Lærar")  # fmt: skip
    told = " ".join(seeded.ok("--lang", "nn", "case", "show", "ELEV-A").split())
    assert "Kva vi vil oppnå Rolege morgonar Mor" in told
    assert "Høgt; – 01.03.2027; saman med Lærar; oppfølging: Ringjer" in told
    assert "blir vurdert 01.02.2027; mål: Rolege morgonar; nivå 2" in told
    assert "Lesing hjelper litt blir justert Fast dag Lærar" in told


def test_a_log_that_is_closed_says_why_and_an_open_one_says_nothing(seeded: Shell) -> None:
    assert "tatt tilbake" not in seeded.ok("--lang", "nb", "case", "show", "ELEV-A")
    seeded.ok("activity", "add", "ELEV-A", "--title", "Lesing", "--owner", "Mor")
    seeded.ok("consent", "withdraw", "ELEV-A", "--by", "Mor", "--covers", "log")
    told = seeded.ok("--lang", "nb", "case", "show", "ELEV-A").splitlines()
    assert told[1] == "  avsluttet: samtykket er tatt tilbake"


def test_the_log_as_a_picture(seeded: Shell) -> None:
    seeded.ok(
        "activity", "add", "ELEV-A", "--title", "Leggetid", "--owner", "Mor", "--due", "2099-01-01"
    )
    drawn = seeded.ok("--lang", "nn", "case", "show", "ELEV-A", "--timeline")
    assert "Leggetid – Mor" in drawn
    assert "━" in drawn
