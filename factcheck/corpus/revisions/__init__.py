"""Earlier revisions of a corpus, and migration of data from earlier versions."""
