"""Makes the parts of a window that its first frame does not show, in steps between which the program may listen."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.queue.view import QueuePlace
from socialdesk.desktop.places.rail.view import RailPlace
from socialdesk.model.identifiers import ThreadId

if TYPE_CHECKING:
    # What the first frame does not show is loaded after it.
    from socialdesk.desktop.actions.registry import Facts
    from socialdesk.desktop.places.composer.place import Composer
    from socialdesk.desktop.places.context.place import Context
    from socialdesk.desktop.places.conversation.place import Conversation
    from socialdesk.desktop.places.library.page import LibraryPage
    from socialdesk.desktop.places.outbox.page import OutboxPage
    from socialdesk.desktop.places.palette.palette import Palette
    from socialdesk.desktop.places.pickers.assign import AssignPicker
    from socialdesk.desktop.places.pickers.snooze import SnoozePicker
    from socialdesk.desktop.places.pickers.tags import TagPicker
    from socialdesk.desktop.places.saved_replies.place import SavedReplies
    from socialdesk.desktop.shell.about_person import AboutPerson
    from socialdesk.desktop.shell.all_clear import AllClear
    from socialdesk.desktop.shell.coach import Coach
    from socialdesk.desktop.shell.connecting import Connecting
    from socialdesk.desktop.shell.going import Going
    from socialdesk.desktop.shell.hands import WindowHands
    from socialdesk.desktop.shell.key_side import KeySide
    from socialdesk.desktop.shell.open_thread import OpenThread
    from socialdesk.desktop.shell.outbox_side import OutboxSide
    from socialdesk.desktop.shell.own_windows import OwnWindows
    from socialdesk.desktop.shell.people_hands import PeopleHands
    from socialdesk.desktop.shell.rules_side import RulesSide
    from socialdesk.desktop.shell.settings_side import SettingsSide
    from socialdesk.desktop.shell.telling import Telling
    from socialdesk.desktop.widgets.announce import Announcer
    from socialdesk.desktop.widgets.banner import Banner
    from socialdesk.desktop.widgets.toast import UndoToast

_USED_AT_ONCE = ("socialdesk.model.fold", "socialdesk.store.search")
"""The first act and the first search would load these under somebody's hand."""

_KINDS = {
    "QtCore": """
AbstractAnimation AbstractItemModel EventLoop FileDevice ItemSelectionModel Library Process RangeModel Settings
SharedMemory SocketNotifier SortFilterProxyModel Thread TimeLine
""",
    "QtGui": """
Action ActionGroup Clipboard DoubleValidator InputDevice InputMethod Movie OpenGLContext PdfWriter PointingDevice
SessionManager TextDocument Validator Window
""",
    "QtWidgets": """
AbstractButton AbstractItemView AbstractScrollArea AbstractSlider AbstractSpinBox CalendarWidget CheckBox ColorDialog
ColumnView ComboBox CommandLinkButton DateEdit DateTimeEdit Dial Dialog DialogButtonBox DockWidget DoubleSpinBox
ErrorMessage FileDialog FocusFrame FontComboBox FontDialog Frame GraphicsView GroupBox HeaderView InputDialog
KeySequenceEdit LCDNumber Label LineEdit ListView ListWidget MainWindow MdiArea MdiSubWindow Menu MenuBar MessageBox
PlainTextEdit ProgressBar ProgressDialog PushButton RadioButton RhiWidget RubberBand ScrollArea ScrollBar SizeGrip
Slider SpinBox SplashScreen Splitter SplitterHandle StackedWidget StatusBar TabBar TabWidget TableView TableWidget
TextBrowser TextEdit TimeEdit ToolBar ToolBox ToolButton TreeView TreeWidget UndoView Wizard WizardPage
AbstractItemDelegate BoxLayout Completer DataWidgetMapper FileSystemModel FormLayout Gesture GraphicsBlurEffect
GraphicsEffect GraphicsScene Layout PinchGesture Scroller StackedLayout Style SwipeGesture SystemTrayIcon
""",
}
"""The kinds of widgets, and of other objects with enumerations, that Qt has, each with a Q in front."""


class Whole(QWidget):
    """What a window has once it is whole, and how that is made."""

    bridge: Bridge
    rail: RailPlace
    queue: QueuePlace
    pages: QStackedWidget
    conversation: Conversation
    composer: Composer
    context: Context
    clear: AllClear
    outbox: OutboxPage
    outbox_side: OutboxSide
    library: LibraryPage
    settings: SettingsSide
    rules: RulesSide
    replies: SavedReplies
    toast: UndoToast
    announcer: Announcer
    palette_card: Palette
    snooze: SnoozePicker
    assign: AssignPicker
    tags: TagPicker
    connecting: Connecting
    about_person: AboutPerson
    banner: Banner
    hands: WindowHands
    key_side: KeySide
    people: PeopleHands
    own_windows: OwnWindows
    coach: Coach
    going: Going
    opened: OpenThread
    telling: Telling

    def facts(self) -> Facts:
        """What is so at this moment."""
        raise NotImplementedError

    def do(self, id_: str) -> None:
        """Run the act with this id."""
        raise NotImplementedError

    def open_palette(self, typed: str = "") -> None:
        """Show the palette."""
        raise NotImplementedError

    def come_forward(self) -> None:
        """Another start was led here: show this window."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        raise NotImplementedError

    def show_thread(self, thread: ThreadId) -> None:
        """Show a thread beside the queue of the whole team."""
        raise NotImplementedError

    def speak(self, chosen: str) -> None:
        """Speak another language, or with "" the system's."""
        raise NotImplementedError

    def _making(self) -> Iterator[None]:
        from socialdesk.desktop.places.conversation.place import Conversation

        bridge = self.bridge
        _ = self.queue.search_field
        yield
        self.conversation = Conversation(bridge, facts=self.facts, parent=self)
        yield
        from socialdesk.desktop.places.composer.place import Composer

        self.composer = Composer(bridge, self)
        yield
        from socialdesk.desktop.places.context.place import Context

        self.context = Context(bridge, parent=self)
        yield
        from socialdesk.desktop.places.outbox.page import OutboxPage
        from socialdesk.desktop.shell.all_clear import AllClear
        from socialdesk.desktop.shell.outbox_side import OutboxSide

        self.clear = AllClear(bridge, self)
        self.queue.step_chosen.connect(self.clear.chosen)
        self.outbox = OutboxPage(self.pages)
        self.outbox_side = OutboxSide(self.outbox, bridge)
        yield
        from socialdesk.desktop.places.library.page import LibraryPage

        self.library = LibraryPage(bridge, self.pages, at_once=False)
        yield
        yield from self.library.completing()
        yield
        from socialdesk.desktop.shell.settings_side import SettingsSide

        self.settings = SettingsSide(self, self.pages)
        yield
        from socialdesk.desktop.shell.rules_side import RulesSide

        self.rules = RulesSide(self, self.pages)
        yield
        from socialdesk.desktop.places.saved_replies.place import SavedReplies
        from socialdesk.desktop.widgets.announce import Announcer
        from socialdesk.desktop.widgets.toast import UndoToast

        self.replies = SavedReplies(bridge, self)
        self.bridge.shelf.prepare()
        self.toast = UndoToast(self)
        self.announcer = Announcer(self)
        yield
        from socialdesk.desktop.places.palette.palette import Palette

        self.palette_card = Palette(self)
        yield
        from socialdesk.desktop.places.pickers.assign import AssignPicker
        from socialdesk.desktop.places.pickers.snooze import SnoozePicker
        from socialdesk.desktop.places.pickers.tags import TagPicker

        self.snooze = SnoozePicker(self)
        self.snooze.is_working = self.bridge.works_on
        yield
        self.assign = AssignPicker(self)
        yield
        self.tags = TagPicker(self)
        yield
        from socialdesk.desktop.shell.about_person import AboutPerson
        from socialdesk.desktop.shell.connecting import Connecting

        self.connecting = Connecting(self, bridge)
        self.about_person = AboutPerson(self, bridge, self.queue.current, self.say)
        yield


def known_kinds() -> Iterator[None]:
    """Let Python know every kind of object that Qt may hand out, a few in each step.

    Qt hands out widgets that it made itself, the viewport of a list for one. PySide then looks for what they are among
    all kinds there are, and makes each of them known with its enumerations: 20 ms at once.
    """
    for module, names in _KINDS.items():
        kinds = import_module(f"PySide6.{module}")
        for at, name in enumerate(names.split()):
            getattr(kinds, f"Q{name}", None)  # one that this version of Qt lacks is nothing to wait for
            if at % 4 == 3:
                yield


def used_at_once() -> Iterator[None]:
    """Load what the first act would load."""
    from socialdesk.desktop.shell.loading import loading

    for name in _USED_AT_ONCE:
        yield from loading([name])
