"""Faults on purpose: kills, refusing disks, crowds and damage, with real processes.

    nursery     a process that forks children and ends them; a child costs 10 ms, not 400
    injector    the file-system calls of a child: counted, and one of them made to fail
    jobs        what a child does
    acts        what is done to a store, and what must be there afterwards
    stores      the two stores compared: ours, and plain TinyDB
    audit       is what was acknowledged there, and nothing else
    killing, sweep, together, filling       the four harnesses
    report      docs/reliability.md, written by `make faults`

`make test` runs a short of each (`test_*.py`); `make faults` all of it, on both stores.
"""
