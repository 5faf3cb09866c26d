"""Keys that stay as they are: those of questions and of fields, in which every letter is text or an answer."""

from __future__ import annotations

from .commands import Command, Where

FIXED: tuple[Command, ...] = tuple(
    Command(f"{where}.{name}", where, tuple(keys.split()), title, said)
    for where, name, keys, title, said in (
        (Where.QUESTION, "take", "enter", "take", "Take the answer at the cursor, or what is ticked"),
        (Where.QUESTION, "tick", "space", "tick", "Tick the answer, where several can hold"),
        (Where.QUESTION, "add_theme", "a", "new theme", "Where themes are ticked: write a new one into the theme file"),
        (Where.QUESTION, "rename_theme", "r", "another name", "Where themes are ticked: call the one here otherwise"),
        (Where.QUESTION, "correct_theme", "e", "correct", "Where themes are ticked: correct the words of the one here"),
        (Where.QUESTION, "cancel", "escape q", "cancel", "Leave the question without an answer"),
        (Where.QUESTION, "close_help", "? h", "close", "Close the help"),
        (Where.QUESTION, "yes", "y", "yes", "Say yes, where yes or no is asked"),
        (Where.QUESTION, "no", "n", "no", "Say no, where yes or no is asked"),
        (Where.QUESTION, "cut_on", "> right l", "a word on", "Where a paragraph is split: a word on"),
        (Where.QUESTION, "cut_back", "< left h", "a word back", "Where a paragraph is split: a word back"),
        (Where.QUESTION, "cut_sentence_on", "j down +", "a sentence on", "Where a paragraph is split: a sentence on"),
        (Where.QUESTION, "cut_sentence_back", "k up -", "a sentence back", "Where it is split: a sentence back"),
        (Where.QUESTION, "guard_widen", "w", "widen", "Where a cut leaves something out: widen it"),
        (Where.QUESTION, "guard_leave_mark", "m", "no mark", "Where a cut keeps one of a pair of marks: leave it out"),
        (
            Where.QUESTION,
            "guard_keep",
            "1 2 3 4 5 6",
            "widen to one",
            "Where a cut leaves something out: widen to this one",
        ),
        (Where.QUESTION, "guard_pin", "p", "pin", "Where a cut leaves something out: pin it as it is"),
        (Where.QUESTION, "guard_speaker", "@", "speaker", "Where a cut leaves something out: name the speaker"),
        (Where.QUESTION, "alter_word", "h l left right", "a word", "Altering a quote: the word before, the next"),
        (Where.QUESTION, "alter_line", "j k down up", "a line", "Altering a quote: a line down, up"),
        (Where.QUESTION, "alter_edge", "g G home end", "first and last", "Altering a quote: the first word, the last"),
        (Where.QUESTION, "alter_hold", "v space", "from here on", "Altering a quote: choose all words from here on"),
        (Where.QUESTION, "alter_end", "< >", "end by word", "Altering a quote: the end of what is chosen, by word"),
        (Where.QUESTION, "alter_sign", ", .", "end by sign", "Altering a quote: the end, by sign"),
        (Where.QUESTION, "alter_sentence", "+ = -", "by sentence", "Altering a quote: the end, by sentence"),
        (Where.QUESTION, "alter_other_end", "tab", "other end", "Altering a quote: move the other end"),
        (Where.QUESTION, "alter_omit", "o", "omit", "Altering a quote: leave the words out, […]"),
        (
            Where.QUESTION,
            "alter_insert",
            "i I",
            "insert",
            "Altering a quote: insert [words] after these, before all",
        ),
        (Where.QUESTION, "alter_sic", "s", "sic", "Altering a quote: mark the words [sic]"),
        (Where.QUESTION, "alter_emphasise", "e", "emphasise", "Altering a quote: emphasise the words"),
        (Where.QUESTION, "alter_case", "c", "case", "Altering a quote: the case of its first letter"),
        (Where.QUESTION, "alter_take_back", "d x", "take back", "Altering a quote: take back what was done"),
        (Where.QUESTION, "alter_undo", "u U", "undo", "Altering a quote: undo, and do again"),
        (Where.FIELD, "done", "enter", "done", "Take what is typed; a filter stays, a search goes to its hits"),
        (Where.FIELD, "cancel", "escape", "cancel", "Leave the field as it was; a filter is dropped"),
        (Where.FIELD, "rows", "down", "to the rows", "From a filter or a search to the rows"),
        (Where.FIELD, "complete", "tab", "complete", "Take the completion; from a search to the hits"),
        (Where.FIELD, "cite", "@", "cite", "In a text of your own: list the passages; up, down and enter choose one"),
        (Where.FIELD, "new_line", "ctrl+j", "new line", "Begin a new line, where a text may have several"),
        (Where.FIELD, "paste", "ctrl+v", "paste", "Paste; where a path is asked, a text or files to import"),
    )
)
"""Every key that is bound outside the commands; listed beside them, and never rebound."""
