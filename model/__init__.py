"""What a journey map is, how it is stored and how it is laid out. Knows neither Qt nor reportlab."""
