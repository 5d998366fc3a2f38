"""How quick it is beside other programs: `make bench`. Figures and methods: docs/performance.md."""
