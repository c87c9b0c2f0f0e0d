"""Plans on paper and in files: which paper, for whom, a look at the pages, the printer, and the other formats."""
