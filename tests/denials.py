"""Whether a single sentence tells that nothing was done, for the tests of `no_measures`."""

from extract.fields.no_measures import find_no_measures
from invented_letters import analysed


def tells_of_nothing_done(text: str) -> bool:
    (found,) = find_no_measures(analysed([text]))
    return found is not None and found.value
