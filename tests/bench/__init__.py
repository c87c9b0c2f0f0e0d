"""How fast it is, held against the least it could cost: `make bench`. Each module with a `main()` is run."""
