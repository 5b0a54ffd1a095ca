"""Earlier revisions of a corpus, and data of earlier versions."""
