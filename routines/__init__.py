"""What a person does: screening, programmes, routines, plan and sessions."""
