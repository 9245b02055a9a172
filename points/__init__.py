"""What is known: points, techniques, traditions, cautions, evidence, figures; knows no person."""
