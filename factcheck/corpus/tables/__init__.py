"""Tables of claims: CSV, TSV, JSONL and Parquet."""
