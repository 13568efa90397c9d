"""All menus: their order, their commands, their keys. The menu bar, the toolbar, the sheet of shortcuts and the tests
are made from this table."""

from editor.actions import selected, viewing
from editor.actions.command import Command, Menu, commands
from editor.appearance.theme import Theme
from model.layout.view import View
from model.records import Card, Link, Mark

FILE = Menu(
    "file",
    (
        Command("new", lambda w: w.files.new(), ("Ctrl+N",), "file-plus"),
        Command("open", lambda w: w.files.open(), ("Ctrl+O",), "folder-open"),
        Menu("recent", filled=lambda w: w.recent_files()),
        Command("import", lambda w: w.files.import_(), ("Ctrl+Shift+I",), "file-input"),
        None,
        Command("save", lambda w: w.files.save(), ("Ctrl+S",), "save"),
        Command("save_as", lambda w: w.files.save_as(), ("Ctrl+Shift+S",), "save-all"),
        Command("revert", lambda w: w.files.revert(), ("Ctrl+Alt+R",), "history", lambda w: w.can_revert()),
        Command("earlier", lambda w: w.files.open_earlier(w.keeper), ("Ctrl+Alt+H",), "clock"),
        Command("forget", lambda w: w.files.forget(w.keeper), ("Ctrl+Alt+F",), "trash-2"),
        None,
        Command("export", lambda w: w.files.export(), ("Ctrl+E",), "file-down"),
        Command("export_as", lambda w: w.files.export_as(), ("Ctrl+Alt+X",), "table-properties"),
        Command(
            "open_folder", lambda w: w.files.open_folder(), ("Ctrl+Alt+E",), "folder-open",
            lambda w: w.files.has_exported(),
        ),
        Command("preview", lambda w: w.files.paper(), ("Ctrl+Shift+P",), "file-search"),
        Command("print", lambda w: w.files.print_(), ("Ctrl+P",), "printer"),
        None,
        Command("quit", lambda w: w.close(), ("Ctrl+Q",), "log-out"),
    ),
)  # fmt: skip

EDIT = Menu(
    "edit",
    (
        Command(
            "undo", lambda w: w.undo(), ("Ctrl+Z",), "undo-2", lambda w: w.can_undo(), words=lambda w: w.undo_words(),
        ),
        Command(
            "redo", lambda w: w.session.redo(), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2",
            lambda w: w.session.undo_stack.canRedo() and not w.session.drafting, words=lambda w: w.redo_words(),
        ),
        None,
        Command("cut", lambda w: w.clipboard.cut(), ("Ctrl+X",), "scissors", selected.any_copied),
        Command("copy", lambda w: w.clipboard.copy(), ("Ctrl+C",), "copy", selected.any_copied),
        Command("copy_picture", lambda w: w.clipboard.copy_picture(), ("Ctrl+Shift+C",), "image"),
        Command("paste", lambda w: w.clipboard.paste(), ("Ctrl+V",), "clipboard-paste"),
        Command("duplicate", lambda w: w.clipboard.duplicate(), ("Ctrl+D",), "copy-plus", selected.any_selected),
        Command("delete", lambda w: w.clipboard.delete(), ("Del",), "trash-2", selected.any_selected),
        None,
        Command("select_all", lambda w: w.clipboard.select_all(), ("Ctrl+A",), "square-dashed-mouse-pointer"),
        Command("write", lambda w: w.write(), ("F2",), "pencil", lambda w: w.can_write()),
        Command("open_link", selected.open_link, ("Ctrl+Shift+O",), "external-link", selected.has_link),
        Command("find", lambda w: w.search(), ("Ctrl+F",), "search"),
    ),
)  # fmt: skip

INSERT = Menu(
    "insert",
    (
        Command("add_card", lambda w: w.put("card"), ("Ctrl+Return",), "sticky-note"),
        Command("add_emotion", lambda w: w.put("emotion"), ("Ctrl+Shift+E",), "heart-pulse"),
        Command("add_step", lambda w: w.put("step"), ("Ctrl+Shift+T",), "between-vertical-start"),
        Command("add_stage", lambda w: w.put("stage"), ("Ctrl+Shift+G",), "chevrons-right"),
        Command("add_lane", lambda w: w.put("lane"), ("Ctrl+Shift+L",), "between-horizontal-start"),
        Command("add_persona", lambda w: w.put("persona"), ("Ctrl+Shift+N",), "user-round"),
        None,
        Command("add_link", selected.link, ("Ctrl+L",), "spline", selected.has(Card, 2, 2)),
        Command("reverse_link", selected.reverse, ("Ctrl+Shift+R",), "repeat", selected.has(Link)),
    ),
)

_MARKS = (
    (Mark.FAIL_POINT, "octagon-x"),
    (Mark.WAIT_POINT, "hourglass"),
    (Mark.DECISION, "diamond"),
    (Mark.MOMENT_OF_TRUTH, "star"),
)

MAP = Menu(
    "map",
    (
        *(
            Command(
                f"mark.{each}", selected.mark(each), (f"Ctrl+{at}",), icon, selected.has(Card), selected.marked(each)
            )
            for at, (each, icon) in enumerate(_MARKS, start=1)
        ),
        None,
        Command("vote", selected.vote(1), ("Ctrl+Shift+V",), "vote", selected.has(Card)),
        Command("unvote", selected.vote(-1), ("Ctrl+Alt+V",), "minus", selected.has(Card)),
        Command("park", selected.park, ("Ctrl+Shift+K",), "square-parking", selected.has(Card)),
        Command("merge", selected.merge, ("Ctrl+M",), "merge", selected.can_merge),
        Command("split", selected.split, ("Ctrl+Shift+M",), "split", selected.can_split),
        None,
        Command("fold", selected.fold, ("Ctrl+Shift+F",), "chevrons-down-up", selected.has_lane, selected.is_folded),
        Command("hide", selected.hide, ("Ctrl+H",), "eye-off", selected.has_lane),
        Command("show_all", selected.show_all, ("Ctrl+Shift+H",), "eye", selected.any_hidden),
        None,
        Command("about_map", lambda w: w.show_map(), ("Ctrl+I",), "info"),
    ),
)

_PANELS = (
    ("palette", "F3", "panel-left"),
    ("inspector", "F4", "panel-right"),
    ("structure", "F5", "list-tree"),
    ("findings", "F9", "lightbulb"),
    ("overview", "F10", "map"),
)

_THEMES: tuple[tuple[Theme, str], ...] = (("system", "sun-moon"), ("light", "sun"), ("dark", "moon"))

VIEW = Menu(
    "view",
    (
        Command("other_view", viewing.other_view, ("F6",), "layers", checked=viewing.shows(View.BLUEPRINT)),
        Command("sheets", viewing.free_or_sheets, ("F7",), "file-text", checked=viewing.on_sheets),
        Menu("paper", filled=viewing.papers),
        None,
        Command("zoom_in", lambda w: w.canvas.zoom_by(1), ("Ctrl++", "Ctrl+="), "zoom-in"),
        Command("zoom_out", lambda w: w.canvas.zoom_by(-1), ("Ctrl+-",), "zoom-out"),
        Command("natural_size", lambda w: w.canvas.zoom_to(1.0), ("Ctrl+0",), "scan"),
        Command("fit", lambda w: w.canvas.fit(), ("F8",), "maximize"),
        Command(
            "fit_selection", viewing.fit_selection, ("Shift+F8",), "scaling", lambda w: bool(w.session.selection)
        ),
        None,
        *(
            Command(f"panel.{name}", viewing.toggle(name), (key,), icon, checked=viewing.shows_panel(name))
            for name, key, icon in _PANELS
        ),
        None,
        Menu(
            "theme",
            tuple(
                Command(f"theme.{name}", viewing.dress(name), (f"Ctrl+Alt+{at}",), icon, checked=viewing.dressed(name))
                for at, (name, icon) in enumerate(_THEMES, start=1)
            ),
        ),
        Menu(
            "language",
            (
                Command("language.id", viewing.speak("id"), ("Ctrl+Alt+8",), checked=viewing.speaks("id")),
                Command("language.en", viewing.speak("en"), ("Ctrl+Alt+9",), checked=viewing.speaks("en")),
            ),
        ),
        Command("full_screen", viewing.full_screen, ("F11",), "fullscreen", checked=viewing.is_full_screen),
    ),
)  # fmt: skip

HELP = Menu(
    "help",
    (
        Command("shortcuts", lambda w: w.show_shortcuts(), ("F1",), "keyboard"),
        Command("trouble_report", lambda w: w.mishaps.show(), ("Ctrl+F1",), "file-text"),
        Command("about", lambda w: w.show_about(), ("Shift+F1",), "circle-question-mark"),
    ),
)

MENUS = (FILE, EDIT, INSERT, MAP, VIEW, HELP)

TOOLBAR: tuple[str | None, ...] = (
    "new", "open", "save", None, "undo", "redo", None, "add_link", "mark.moment_of_truth", "mark.fail_point", None,
    "other_view", "sheets", None, "zoom_out", "fit", "zoom_in", None, "export", "print",
)  # fmt: skip

CONTEXT_MENU: tuple[str | None, ...] = (
    "write", "open_link", None, "cut", "copy", "paste", "duplicate", "delete", None, "add_card", "add_link", "merge",
    "split", "park", None, "fold", "hide",
)  # fmt: skip

COMMANDS = {command.key: command for command in commands(MENUS)}
