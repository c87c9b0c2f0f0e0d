"""Rules about the code itself, and the guards that every test runs under."""
