"""Make the table of recipients of a hearing."""
