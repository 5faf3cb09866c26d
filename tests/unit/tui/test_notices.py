"""What is told, one text at a time: nobody's clock but the test's."""

from __future__ import annotations

from briefing_tui.tui.notices import LONG_NOTICE, SHORT_NOTICE, Notices


class Told:
    """Notices, what is shown, and the time."""

    def __init__(self) -> None:
        self.now = 100.0
        self.shown: tuple[str, bool, float] = ("", False, 0.0)
        self.notices = Notices(self._show, lambda: self.now)

    def _show(self, text: str, error: bool, seconds: float) -> None:
        self.shown = text, error, seconds


def test_a_text_takes_the_place_of_another_or_goes_below_what_is_fresh() -> None:
    told = Told()
    told.notices.tell("One")
    told.notices.tell("Two", error=True)
    assert told.shown == ("Two", True, LONG_NOTICE)
    told.notices.tell("Three", more=True)
    assert told.shown == ("Two\nThree", False, SHORT_NOTICE)
    told.now += SHORT_NOTICE
    told.notices.tell("Four", more=True, lasting=True)
    assert told.shown == ("Four", False, LONG_NOTICE)
    told.notices.quiet()
    assert told.shown[0] == ""


def test_news_outlives_what_is_told_of_keys_until_it_could_be_read() -> None:
    told = Told()
    told.notices.tell("Changed outside", news=True)
    told.notices.tell("Moved it")
    assert told.shown[0] == "Moved it\nChanged outside"
    told.notices.quiet()
    assert told.shown[0] == told.notices.last == "Changed outside"
    told.now += SHORT_NOTICE
    told.notices.tell("Moved it again")
    assert told.shown[0] == "Moved it again"


def test_another_screen_takes_away_what_did_not_lead_to_it() -> None:
    told = Told()
    told.notices.tell("It led here")
    told.now += 0.5
    told.notices.leave_screen()
    assert told.shown[0] == "It led here"
    told.now += 1.0
    told.notices.leave_screen()
    assert told.shown[0] == ""
