"""Two workplaces of one name are told apart by what people know of them."""

from __future__ import annotations

import pytest

from mentorapp.domain.placement import Site
from mentorapp.domain.site_names import told_apart


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ({"address": "Byvej 1, Herning"}, {"address": "Byvej 2, Ikast"}, ("Byvej 1, Herning", "Byvej 2, Ikast")),
        ({"address": "Byvej 1", "p_number": "1001"}, {"p_number": "1002"}, ("P 1001", "P 1002")),
        ({"cvr": "11223344", "p_number": "1001"}, {"cvr": "55667788"}, ("CVR 11223344", "CVR 55667788")),
        ({"p_number": "1001"}, {}, ("P 1001", "b")),
        ({"address": "Byvej 1"}, {"address": "Byvej 1"}, ("a", "b")),
    ],
)
def test_the_first_that_differs_tells(one: dict[str, str], other: dict[str, str], names: tuple[str, str]) -> None:
    sites = {"a": Site("a", "Solgården", **one), "b": Site("b", " solgården", **other), "c": Site("c", "Lindegården")}
    assert told_apart(sites) == {
        "a": f"Solgården ({names[0]})", "b": f" solgården ({names[1]})", "c": "Lindegården",
    }  # fmt: skip
