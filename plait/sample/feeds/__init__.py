"""The month's files of schools, health, social care and home education, and who is hidden there."""
