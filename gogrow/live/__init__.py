"""The running workshop: one observable value, the beamer's mode, the store's thread and jobs. Qt's core only."""
