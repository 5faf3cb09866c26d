"""The one declaration of every command: bindings, footer, palette, help, `briefing keys` and keymaps follow from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """Where a command works."""

    EVERYWHERE = "everywhere"
    LISTS = "lists"
    LIBRARY = "library"
    FACETS = "facets"
    PASSAGES = "passages"
    VIEWS = "views"
    READER = "reader"
    DRAFT = "draft"
    CHECKLIST = "checklist"
    PREVIEW = "preview"
    BRIEFS = "briefs"
    ARTICLE = "article"
    QUESTION = "question"
    """Where one of several answers is asked for; its keys are fixed."""
    FIELD = "field"
    """Where a text is typed; its keys are fixed."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can ask for by a key.

    Its id is `<where>.<name>`; the method that does it is `action_<name>` on the pane or screen of that place.
    """

    id: str
    where: Where
    keys: tuple[str, ...]
    """As people write them: `j`, `{`, `ctrl+p`, `shift+tab`, `pageup`, `space`; the first is the one that is shown."""
    title: str
    """What the footer and the palette call it."""
    help: str
    """One line for the help screen."""
    footer: str = ""
    """What the footer calls it, where it shows it; neighbours of one name share an entry: `< > end by word`."""
    footer_in: Where | None = None
    """For a command of everywhere: the only place whose footer shows it."""

    @property
    def name(self) -> str:
        """The id without its place: `reader.pin_with_note` is `pin_with_note`."""
        return self.id.partition(".")[2]


def _commands(where: Where, *rows: tuple[str, ...]) -> tuple[Command, ...]:
    """Commands of one place from rows of name, keys (separated by spaces), title, help; then footer, its place."""
    commands = []
    for name, keys, title, said, *more in rows:
        footer, place = (*more, "", "")[:2]
        only_in = Where(place) if place else None
        commands.append(Command(f"{where}.{name}", where, tuple(keys.split()), title, said, footer, only_in))
    return tuple(commands)


EVERYWHERE = _commands(
    Where.EVERYWHERE,
    ("help", "?", "help", "Show every key that works here", "help"),
    ("palette", ": ctrl+p", "commands", "Find a command by its name", "commands"),
    ("back", "q", "back", "Go back; on the first screen quit. Everything is saved"),
    ("cancel", "escape", "cancel", "Drop a selection, hits, a filter or a question; on a screen without one go back"),
    ("next_pane", "tab", "next pane", "Go to the next pane", "themes", "library"),
    ("previous_pane", "shift+tab", "previous pane", "Go to the previous pane"),
    ("library", "1", "library", "Go to the articles"),
    ("draft", "2", "draft", "Go to the draft"),
    ("briefs", "B", "briefs", "Choose, make, copy, rename or delete a brief"),
    ("undo", "u", "undo", "Undo the last step or correction"),
    ("redo", "U", "redo", "Do again what was undone"),
    ("jump", "ctrl+o f6", "go to a pane", "Show a letter on each pane; it goes there"),
    ("zoom", "z", "zoom", "Hide or show the other panes"),
    ("all_texts", "ctrl+f", "search all texts", "Search the full texts of all articles, wherever you are"),
    ("open_code", "&", "open a code", "Go to the passage that the short code of a note names"),
    ("import", "I", "import", "Import articles from files, folders or the clipboard"),
    (
        "checklist",
        "C",
        "check and compile",
        "See what stands in the way, then make the PDF",
        "check and compile",
        "draft",
    ),
)

LISTS = _commands(
    Where.LISTS,
    ("down", "j down", "down", "Next row"),
    ("up", "k up", "up", "Previous row"),
    ("page_down", "space pagedown", "page down", "Half a page down"),
    ("page_up", "b pageup", "page up", "Half a page up"),
    ("top", "g home", "first", "First row"),
    ("bottom", "G end", "last", "Last row"),
    ("open", "enter l", "open", "Open what the cursor is on", "open"),
    ("back", "h left", "back", "Go back"),
    ("filter", "/", "filter", "Show only rows that contain these letters, while you type", "filter"),
)

LIBRARY = _commands(
    Where.LIBRARY,
    ("open", "enter l right", "read", "Read the article; on a theme, go to its articles", "read"),
    ("search", "S", "search texts", "Search the full texts; enter opens at the hit", "search texts"),
    ("facets", "f", "facets", "Narrow by theme, outlet, author, speaker, year, kind, what you read or pin", "facets"),
    ("passages", "p", "passages", "List the paragraphs on the theme, or on what is shown, across articles", "passages"),
    ("views", "v", "views", "Take up a saved view, or keep what is shown as one"),
    ("sort", "o", "sort", "Sort by date, title, outlet, length or, where something is asked, relevance"),
    ("mark", "m", "mark", "Mark the article, or take the mark away"),
    ("read", "r", "read or unread", "Call the article read or unread"),
    ("problems", "!", "problems", "Show the files that could not be read, and what to do"),
    ("edit", "e", "correct", "Correct the article: its metadata, its themes, its paragraphs"),
    ("correct_theme", "t", "correct the theme", "Correct or remove the theme that is chosen, or make a new one"),
)

FACETS = _commands(
    Where.FACETS,
    ("choose", "enter space l right", "choose", "Let articles with this value through, or let it go again", "choose"),
    ("clear", "x", "let go", "Let go of all that is chosen under this heading", "let go"),
    ("clear_all", "X", "let go of all", "Let go of all that narrows the articles", "all"),
    ("search", "S", "search texts", "Search the full texts of the articles that are left"),
    ("views", "v", "views", "Take up a saved view, or keep what is chosen as one"),
    ("close", "f", "close", "Go back to the articles", "articles"),
)

PASSAGES = _commands(
    Where.PASSAGES,
    ("open", "enter l right", "read", "Read the article here; t T n N lead on through the list", "read"),
    ("articles", "a", "articles", "Show only the articles of this list in the library", "articles"),
    ("search", "S", "search texts", "Search the full texts of these articles, or ask another question"),
    ("sort", "o", "order", "The best first, or the newest", "order"),
    ("views", "v", "views", "Keep this list's filters and question as a view"),
)

VIEWS = _commands(
    Where.VIEWS,
    ("open", "enter l right", "show", "Show the articles so", "show"),
    ("new", "n", "keep", "Keep what is shown now under a name", "keep what is shown"),
    ("delete", "d", "delete", "Take the view out of the settings", "delete"),
)

READER = _commands(
    Where.READER,
    ("next_sentence", "j down", "next sentence", "Light the next sentence"),
    ("previous_sentence", "k up", "previous sentence", "Light the previous sentence"),
    ("select", "s", "select", "Select the lit sentence, or let the selection go", "select"),
    ("extend", "+ =", "extend", "Take the next sentence into the selection", "extend"),
    ("shrink", "-", "shrink", "Let the last sentence of the selection go"),
    ("end_word_back", "<", "end a word back", "Move the end of the selection back by a word", "end by word"),
    ("end_word_forward", ">", "end a word on", "Move the end of the selection forward by a word", "end by word"),
    ("end_char_forward", ".", "end a character on", "Move the end of the selection forward by a character"),
    ("end_char_back", ",", "end a character back", "Move the end of the selection back by a character"),
    ("other_end", "o", "other end", "Trim at the other end of the selection"),
    ("end_clause_forward", "L", "end a clause on", "Move the end of the selection forward by a clause"),
    ("end_clause_back", "H", "end a clause back", "Move the end of the selection back by a clause"),
    ("widen", "w", "widen", "Widen the selection to whole sentences"),
    ("select_paragraph", "S", "select ¶", "Select the paragraph, or widen the selection to whole ones"),
    ("select_quotation", '"', "select quotation", "Select what stands in quotation marks here; again: the next wider"),
    ("select_hit", "v", "select hit", "Select the words that were found, where one stands on them"),
    ("label_end", "f", "end by label", "Put the end of the selection at a word: type the two letters shown before it"),
    ("label_beginning", "F", "beginning by label", "Put the beginning of the selection at a word, in the same way"),
    ("pin", "p", "pin", "Pin the selection, or the lit sentence, into the draft", "pin"),
    (
        "pin_with_note",
        "P",
        "pin with note",
        "Pin as quote or paraphrase, with place, speaker and note",
        "note",
    ),
    ("unpin", "x", "unpin", "Take the pinned passage here out of the draft"),
    ("speaker", "@", "speaker", "Say who says the pinned passage here: those found near it, or anyone"),
    ("alter", "A", "alter", "Alter the quote pinned here, visibly: leave words out, insert, [sic], emphasise"),
    ("copy", "y", "copy", "Copy the passage with its citation"),
    ("edit", "e", "correct", "Correct the article: its metadata, its themes, its paragraphs"),
    ("next_on_theme", "t", "next on theme", "Go to the next paragraph on the theme", "on theme"),
    ("previous_on_theme", "T", "previous on theme", "Go to the previous paragraph on the theme"),
    ("find", "/", "find", "Find words in this article", "find"),
    ("find_next", "n", "next hit", "Go to the next hit"),
    ("find_previous", "N", "previous hit", "Go to the previous hit"),
    ("next_paragraph", "}", "next ¶", "Go to the next paragraph"),
    ("previous_paragraph", "{", "previous ¶", "Go to the previous paragraph"),
    ("next_heading", ")", "next heading", "Go to the next heading"),
    ("previous_heading", "(", "previous heading", "Go to the previous heading"),
    ("go_to_paragraph", "#", "go to ¶", "Go to a paragraph by its number"),
    ("outline", "O", "outline", "List the headings and what stands under each on which theme; go to one"),
    ("related", "R", "related", "List passages elsewhere that share wording or rare words with this paragraph"),
    ("beside", "|", "article beside", "Read a second article beside this one, to compare the two, or put it away"),
    ("reorder", "%", "right to left", "Reorder words written from right to left, where the terminal does not"),
    ("next_pin", "]", "next pin", "Go to the next pinned passage"),
    ("previous_pin", "[", "previous pin", "Go to the previous pinned passage"),
    ("page_down", "space pagedown", "page down", "Half a page down"),
    ("page_up", "b pageup", "page up", "Half a page up"),
    ("top", "g home", "first", "Go to the beginning"),
    ("bottom", "G end", "last", "Go to the end"),
)

DRAFT = _commands(
    Where.DRAFT,
    ("shift_down", "J shift+down", "move down", "Move the entry down", "move"),
    ("shift_up", "K shift+up", "move up", "Move the entry up", "move"),
    ("widen", "w", "widen or narrow", "Give the passage more or fewer words of its article; all that names it stays"),
    ("indent", ">", "level down", "Put the section under the one before it"),
    ("outdent", "<", "level up", "Make it a section of its own again"),
    ("promote", "*", "key judgement", "Make a key judgement of the item: its words, how likely, how sure, and why"),
    ("edit", "e enter l", "edit", "Edit the entry: text, note or speaker; of a judgement all its fields", "edit"),
    ("edit_outside", "E", "edit in $EDITOR", "Edit the entry's text in your own editor"),
    ("alter", "A", "alter", "Alter a quote, visibly: leave words out, insert, [sic], emphasise, the first letter"),
    ("add", "a", "add", "Add a section, a text or a judgement", "add"),
    ("delete", "d", "delete", "Delete the entry; u brings it back"),
    ("move", "m", "move to section", "Move the item to another section"),
    ("source", "o", "source", "Read the passage in its source", "source"),
    ("speaker", "@", "speaker", "Say who says the passage: those found near it in its source, or anyone"),
    ("fields", "i", "fields", "Edit the brief's own fields: title, addressee, marking and the rest"),
    ("support", "+ =", "for", "Choose the excerpts that speak for the judgement"),
    ("contrary", "-", "against", "Choose the excerpts that speak against the judgement"),
    ("preview", "v", "preview", "Read the pages of the PDF here; where there is none yet, a draft is made"),
)

CHECKLIST = _commands(
    Where.CHECKLIST,
    ("open", "enter l", "go there", "Go to the place in the draft", "go there"),
    ("compile_draft", "D", "compile a draft", "Make a PDF that says it is a draft", "compile a draft"),
    (
        "compile_final",
        "F",
        "compile a final one",
        "Make the final PDF; refused while a quotation is unverified",
        "compile a final one",
    ),
    ("why", "w", "why", "Show what the rule is for, where it comes from and what to do", "why"),
    ("suppress", "s", "suppress", "Let a finding stay as it is, with a reason; on one that does, take that back"),
    ("preview", "v", "preview", "Read the pages of the PDF here", "preview"),
    ("view", "o", "open outside", "Open the PDF in the viewer of the desktop"),
    ("export", "x", "export", "Make a PDF or another form in a folder of your choice", "export"),
    ("print", "P", "print", "Print the PDF on the usual printer"),
)

PREVIEW = _commands(
    Where.PREVIEW,
    ("next_page", "] enter l", "next page", "Go to the next page", "page"),
    ("previous_page", "[", "previous page", "Go to the beginning of the page, then to the previous one", "page"),
    ("picture", "i", "as a picture", "Show the page as a picture where the terminal can (kitty, Ghostty), or as text"),
    ("view", "o", "open outside", "Open the PDF in the viewer of the desktop", "open outside"),
    ("export", "x", "export", "Make a PDF or another form in a folder of your choice", "export"),
    ("print", "P", "print", "Print the PDF on the usual printer", "print"),
)

BRIEFS = _commands(
    Where.BRIEFS,
    ("open", "enter l", "choose", "Work on this brief", "choose"),
    ("new", "n", "new", "Make a brief", "new"),
    ("copy", "c", "copy", "Copy the brief under another name", "copy"),
    ("rename", "r", "rename", "Give the brief another title, or its file another name", "rename"),
    ("delete", "d", "delete", "Move the brief to the trash folder, once you say yes", "delete"),
    ("restore", "R", "bring back", "Bring back a brief whose file is broken, as it was after its last edit"),
)

ARTICLE = _commands(
    Where.ARTICLE,
    ("open", "enter e l", "correct", "Correct, choose, take back or read what is here", "correct"),
    ("confirm", "c", "confirm", "Say that what is only inferred is right", "confirm"),
    ("confirm_all", "A", "confirm all", "Say so of everything that is only inferred", "all"),
    ("restore", "r", "take back", "Take the dropped line back into the text", "take back"),
    ("split", "s", "split", "Split the paragraph in two", "split"),
    ("join", "J", "join", "Join the paragraph and the one after it to one", "join"),
    ("themes", "t", "themes", "Choose its themes; the likeliest come first", "themes"),
    ("next", "n", "next article", "Go to the next of the imported articles", "next"),
    ("previous", "N", "previous article", "Go to the previous of the imported articles"),
    ("next_dropped", "]", "next dropped", "Go to the next line that was dropped"),
    ("previous_dropped", "[", "previous dropped", "Go to the previous line that was dropped"),
    ("read", "o", "read", "Read the article here"),
    ("attach", "a", "attach a text", "Give an article that is a record without a text the text of a file"),
    ("forget", "d", "forget", "Move it to the trash folder, unless it is quoted"),
)

COMMANDS: tuple[Command, ...] = (
    *EVERYWHERE, *LISTS, *LIBRARY, *FACETS, *PASSAGES, *VIEWS, *READER, *DRAFT, *CHECKLIST, *PREVIEW, *BRIEFS, *ARTICLE,
)  # fmt: skip
"""Every command, in the order in which help shows them."""


def commands_of(where: Where, commands: Iterable[Command] = COMMANDS) -> tuple[Command, ...]:
    """The commands that one place declares itself."""
    return tuple(command for command in commands if command.where is where)
