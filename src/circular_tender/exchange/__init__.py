"""What is exchanged with other programs: spreadsheets that people fill in, and spreadsheets that they can recompute."""
