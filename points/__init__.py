"""What is known: points, techniques, traditions, cautions, evidence and figures. It knows no person."""
