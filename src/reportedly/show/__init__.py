"""What people see of a reading: ``text`` for the terminal, ``html`` for a page of its own."""
