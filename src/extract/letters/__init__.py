"""Documents to letters: the frame told from the body, the body cut into statements."""
