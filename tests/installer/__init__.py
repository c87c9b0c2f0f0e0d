"""The folder that `make installer` makes, tried as a user would: by `make test`, not by `make quick`."""
