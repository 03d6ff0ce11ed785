"""The review page: a local web page on which people check and correct what was extracted, beside the letter itself."""
