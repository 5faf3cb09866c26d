"""The library: the articles, narrowed and ordered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from ..errors import InvalidError, NotFoundError
from ..model import Facet, Filter, Header, Sort, naming
from ..model.display import one_line
from ..model.naming import count
from ..model.view import View
from ..settings import Where
from .listing import Listing, Row, lists

if TYPE_CHECKING:
    from .desk import Desk


class LibraryPlace(Listing):
    """The first place."""

    PLACES = lists(Where.LIBRARY)
    NAME: ClassVar[str] = "Library"
    ROWS: ClassVar[tuple[str, str]] = ("article", "articles")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view = View()

    @property
    def labels(self) -> dict[str, str]:
        """The names of the themes, by their ids."""
        return {t.id: t.pref_label or t.id for t in self.desk.workspace.articles.matcher.themes}

    def about(self) -> str:
        """What is shown, in words."""
        return f"Library, {self.view.describe(self.labels)}"

    def make_rows(self) -> Sequence[Row]:
        """The articles that are let through."""
        workspace, brief = self.desk.workspace, self.desk.brief
        person = workspace.person(self.view.filters, brief)
        pins: dict[str, list[str]] = {}
        for excerpt in brief.excerpts.values() if brief else ():
            pins.setdefault(excerpt.article, []).append(excerpt.id)
        found = workspace.look(self.view, person).headers
        state = workspace.reading
        return _Rows(found, self.view.theme, pins, state.read, state.marked)

    def changed(self) -> None:
        """List what is there now; the words of the filter are part of what is shown."""
        at = self.row.key if self.row else ""
        self._rows = self.make_rows()
        if not (self.cursor < len(self._rows) and self._rows[self.cursor].key == at):
            self.go_to(at)
        self.cursor = max(0, min(self.cursor, len(self._rows) - 1))

    def go_to(self, key: str) -> None:
        """Go to an article, if it is there."""
        headers = self._rows.headers if isinstance(self._rows, _Rows) else ()
        self.cursor = next((n for n, header in enumerate(headers) if header.id == key), self.cursor)

    def do_open(self, words: str = "") -> None:
        """Read an article: the one that one is on, by its number or id, or the first with these words.

        By its id also one that is not among those shown.
        """
        header = self.desk.workspace.articles.header(words) if words and not words.isdecimal() else None
        if header is None:
            super().do_open(words)
        else:
            self.go_to(header.id)
            self.opened(Row(header.id, header.stand_in))

    def opened(self, row: Row) -> None:
        """Read the article."""
        from .pinning import ReaderPlace

        among = self._rows.headers if isinstance(self._rows, _Rows) else ()
        self.desk.go(ReaderPlace(self.desk, row.key, theme=self.view.theme, find=self.view.query, among=among))

    def show(self, view: View) -> None:
        """Show other articles, or the same in another order."""
        self.view = view
        self.cursor, self._rows = 0, ()
        self.changed()
        self.say(f"{self.about()}: {count(len(self.rows), *self.ROWS)}")
        self.do_list()

    def do_filter(self, words: str = "") -> None:
        """Show only articles with these letters in title, author, outlet or date."""
        self.show(self.view.with_words(words))

    def do_cancel(self) -> None:
        """Show more again: what narrows most goes first."""
        self.show(self.view.wider())

    def do_theme(self, words: str = "") -> None:
        """Show the articles on a theme, by its name or a part of it; without one, ask which."""
        counts = self.desk.workspace.look(self.view).theme_counts()
        if not counts:
            raise no_themes()
        if not words:
            options = [
                ("", "all themes", ""),
                *(_theme(c.theme.id, self.labels, c.articles, c.paragraphs) for c in counts),
            ]
            answer = self.desk.talk.choose("Which theme?", options, self.view.theme)
            if answer is not None:
                self.show(self.view.on_theme(answer))
            return
        self.show(self.view.on_theme("" if words.casefold() == "all" else named_theme(words, self.labels)))

    def do_correct_theme(self, words: str = "") -> None:
        """Correct a theme, the one that is shown or the one with that name; or remove it, or make a new one."""
        from .theming import NEW, correct_theme, new_theme

        theme = named_theme(words, self.labels) if words else self.view.theme
        if not theme:
            options = [(key, one_line(label), "") for key, label in self.labels.items()]
            theme = self.desk.talk.choose("Which theme?", [*options, (NEW, "a new theme", "")]) or ""
        if theme and (said := new_theme(self.desk) if theme == NEW else correct_theme(self.desk, theme)):
            self._show_themes(said)

    def _show_themes(self, said: str) -> None:
        """Show what is there now that themes were changed, all where the theme is gone; and say what was done."""
        self.show(self.view if self.view.theme in self.labels else self.view.on_theme(""))
        self.say(said)

    def take_step(self, name: Literal["undo", "redo"]) -> None:
        """Undo or redo what was done last: to the themes, or in the open brief."""
        themes = self.desk.workspace.themes
        if themes.steps.next(name, self.desk.brief) is None:
            super().take_step(name)
        else:
            self._show_themes(f"{'Undone' if name == 'undo' else 'Done again'}: {themes.step(name)}")

    def do_search(self, words: str = "") -> None:
        """Search the texts of the articles that are shown."""
        from .passages import PassagesPlace

        question = words or self.desk.talk.ask("Search for")
        if question:
            self.desk.go(PassagesPlace(self.desk, self.view.asking(question)))

    def do_passages(self) -> None:
        """List the paragraphs on the theme, or on what is shown, across articles."""
        from .passages import PassagesPlace

        self.desk.go(PassagesPlace(self.desk, self.view))

    def do_views(self) -> None:
        """Take up a saved view, or keep what is shown as one."""
        from .views import ViewsPlace

        self.desk.go(ViewsPlace(self.desk, self.view))

    def do_facets(self, words: str = "") -> None:
        """Narrow by a facet and its value: facets outlet JNS; the same again takes it away."""
        name, _, value = words.partition(" ")
        facets = {facet.word: facet for facet in Facet}
        if not name:
            now = self.view.filters
            options = [(f.word, f.word, " or ".join(now.chosen(f))) for f in Facet]
            name = self.desk.talk.choose("Narrow by", options) or ""
        if not name:
            return
        facet = facets.get(name.casefold())
        if facet is None:
            raise InvalidError(f"there is no facet '{name}'", hint=f"one of: {', '.join(facets)}")
        labels = self.labels if facet is Facet.THEME else {}
        if facet is Facet.THEME and not labels:
            raise no_themes()
        workspace = self.desk.workspace
        person = workspace.person(None, self.desk.brief)
        counted = workspace.look(self.view, person).facet_values(facet)
        options = [(v, one_line(labels.get(v, v)), count(n, "article")) for v, n in counted]
        chosen = named(value, options) if value else self.desk.talk.choose(f"Which {facet.word}?", options)
        if chosen is not None:
            self.show(self.view.toggled(Filter(facet, chosen)))

    def do_sort(self, words: str = "") -> None:
        """Put the articles in the next order, or in one by its name."""
        view = self.view.next_sort()
        if words:
            try:
                view = View(self.view.filters, self.view.query, Sort(words.casefold())).settled()
            except ValueError:
                raise InvalidError(f"there is no order '{words}'", hint=f"one of: {', '.join(Sort)}") from None
        self.show(view)

    def do_mark(self, words: str = "") -> None:
        """Mark an article, or take the mark away."""
        self.choose(words)
        key, state = self.here().key, self.desk.workspace.reading
        state.set_marked(key, not state.is_marked(key))
        self.changed()

    def do_read(self, words: str = "") -> None:
        """Call an article read or unread."""
        self.choose(words)
        key, state = self.here().key, self.desk.workspace.reading
        state.set_read(key, not state.is_read(key))
        self.changed()

    def do_edit(self, words: str = "") -> None:
        """Correct a field of an article: edit, edit title In short, edit 3 title In short."""
        from .correcting import correct_article

        number, _, rest = words.partition(" ")
        if number.isdecimal():
            self.choose(number)
            words = rest.strip()
        if said := correct_article(self.desk, self.here().key, words):
            self.changed()
            self.say(said)

    def do_problems(self) -> None:
        """Say the files that could not be read, and what to do."""
        for problem in self.desk.workspace.problems():
            self.say(str(problem))
        if not self.desk.workspace.problems():
            self.say("Every file could be read")


class _Rows(Sequence[Row]):
    """The rows of articles, each made when it is asked for: there may be very many."""

    def __init__(
        self,
        headers: Sequence[Header],
        theme: str,
        pins: dict[str, list[str]],
        read: frozenset[str],
        marked: frozenset[str],
    ) -> None:
        self.headers = headers
        self._theme = theme
        self._pins = pins
        self._read = read
        self._marked = marked

    def __len__(self) -> int:
        return len(self.headers)

    def __getitem__(self, index: int) -> Row:  # type: ignore[override] # no slices are asked for
        header = self.headers[index]
        on_theme = dict(zip(header.themes, header.theme_paragraphs, strict=False)).get(self._theme, 0)
        pins = self._pins.get(header.id, ())
        facts = (
            header.stand_in,
            "our digest" if header.text == "digest" else "",
            naming.shown(header, "author", ", ".join(header.authors)),
            naming.shown(header, header.outlet_field, header.outlet),
            naming.shown(header, "issued", header.issued) or naming.NO_DATE,
            naming.shown(header, "genre", header.genre),
            f"{on_theme} of {header.paragraphs} ¶ on the theme" if self._theme else f"{header.paragraphs} ¶",
            "" if header.id in self._read else "unread",
            "marked" if header.id in self._marked else "",
            f"pinned as {' '.join(pins)}" if pins else "",
        )
        return Row(header.id, one_line(", ".join(filter(None, facts))))


def no_themes() -> NotFoundError:
    """Says so, and how one is made."""
    hint = "`briefing theme add` makes one; so does correct theme, in the library"
    return NotFoundError("there are no themes yet", hint=hint)


def named_theme(words: str, labels: dict[str, str]) -> str:
    """The theme with an id or a name, or with these words in its name.

    Raises:
        NotFoundError: where there is none.
    """
    return named(words, [(key, label, "") for key, label in labels.items()])


def named(words: str, options: Sequence[tuple[str, str, str]]) -> str:
    """The key of the first option that has this name, else of the first that has these words in it.

    Raises:
        NotFoundError: where there is none.
    """
    wanted = words.casefold()
    exact = [key for key, shown, _ in options if wanted in {key.casefold(), shown.casefold()}]
    found = exact or [key for key, shown, _ in options if wanted in shown.casefold()]
    if not found:
        hint = (
            f"one of: {', '.join(shown for _, shown, _ in options)}" if options else "there is nothing to choose from"
        )
        raise NotFoundError(f"there is no '{words}'", hint=hint)
    return found[0]


def _theme(theme: str, labels: dict[str, str], articles: int, paragraphs: int) -> tuple[str, str, str]:
    return theme, one_line(labels.get(theme, theme)), f"{count(articles, 'article')}, {paragraphs} ¶"
