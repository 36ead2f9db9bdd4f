"""What the window begins with after the first start, and after a double-click."""

from pathlib import Path

from mentorapp.app import first_errand


def test_a_double_clicked_invitation_is_not_asked_for_again_after_the_first_start(tmp_path: Path) -> None:
    invitation = tmp_path / "til bo.mentorinvitation"
    assert first_errand("invitation", invitation) == first_errand("empty", invitation) == ("file", invitation)
    assert first_errand("invitation", None) == ("file", None)
    assert first_errand("import", None) == ("list", None)
    assert first_errand("empty", None)[0] == ""
