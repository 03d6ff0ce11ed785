"""What a sentence denies: verbs of carrying out, measures, and what was nevertheless done."""
