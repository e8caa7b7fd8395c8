"""The settings in a window: its page, and what happens when one changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from socialdesk.desktop.bridge.bridge import Bridge
from socialdesk.desktop.places.settings.about_part import AboutPart
from socialdesk.desktop.places.settings.channels_part import ChannelsPart
from socialdesk.desktop.places.settings.keys_part import KeysPart
from socialdesk.desktop.places.settings.page import SettingsPage
from socialdesk.desktop.places.settings.privacy_part import PrivacyPart
from socialdesk.desktop.places.settings.spelling_part import SpellingPart
from socialdesk.desktop.places.settings.storage_part import StoragePart
from socialdesk.desktop.settings.dressing import LOOKS, dress
from socialdesk.desktop.settings.setting import Section
from socialdesk.desktop.shell.connecting import Connecting
from socialdesk.desktop.shell.going import Going

if TYPE_CHECKING:
    from socialdesk.desktop.places.settings.hours_form import HoursForm
    from socialdesk.desktop.places.settings.order_form import OrderForm
    from socialdesk.desktop.places.settings.staff_form import StaffForm
    from socialdesk.model.identifiers import PersonId


class HasRules(Protocol):
    """Shows the page of rules."""

    def show(self) -> None:
        """Show it."""
        ...


class Host(Protocol):
    """What the settings need of their window."""

    bridge: Bridge
    going: Going
    connecting: Connecting

    @property
    def rules(self) -> HasRules:
        """The rules of the window."""
        ...

    def say(self, words: str) -> None:
        """Tell something that needs no act."""
        ...

    def speak(self, chosen: str) -> None:
        """Speak another language, or with "" the system's."""
        ...


class SettingsSide(QObject):
    """One for each window. The page is made when it is first asked for."""

    left = Signal()
    turned = Signal()
    """Another section is shown."""

    def __init__(self, window: Host, pages: QStackedWidget) -> None:
        assert isinstance(window, QWidget)
        super().__init__(window)
        self._window: Host = window
        self._pages = pages
        self._page: SettingsPage | None = None
        self._form: HoursForm | None = None
        """Hours and targets as they were typed, saved or not."""
        self._staff_forms: dict[PersonId, StaffForm] = {}
        """How members work as it was typed, by member, saved or not."""
        self._order_form: OrderForm | None = None
        self._tag = ""
        """The tag to begin with where the tags are shown next."""
        window.bridge.settings.changed.connect(self._on_changed)

    @property
    def page(self) -> SettingsPage:
        """The page of settings, made and joined when it is first asked for."""
        settings = self._window.bridge.settings
        if self._page is None:
            self._page = SettingsPage(settings, self._parts())
            self._page.left.connect(self.left)
            self._page.list.currentRowChanged.connect(self.turned)
            self._pages.addWidget(self._page)
        return self._page

    @property
    def is_shown(self) -> bool:
        """Whether the page is what one sees."""
        return self._page is not None and self._pages.currentWidget() is self._page

    def show(self, section: Section | None = None, key: str = "") -> None:
        """Show the page, at a section or at one setting."""
        page = self.page
        self._window.going.to_page(page)
        page.enter(section if isinstance(section, Section) else None, key)

    def show_about(self) -> None:
        """Show which program this is, and what helps with a report."""
        self.show(Section.ABOUT)

    def show_tag(self, tag: str) -> None:
        """Show the tags, at one of them."""
        self._tag = tag
        self.show(Section.TAGS)

    def stand_like(self, other: SettingsSide) -> None:
        """Show what another window showed, which this one takes the place of."""
        other._window.bridge.settings.changed.disconnect(other._on_changed)
        if other.is_shown:
            self.show(other.page.section, other.page.focused_key)

    def _parts(self) -> dict[Section, Callable[[], QWidget]]:
        """What sections show beside their settings."""
        bridge = self._window.bridge
        return {
            Section.KEYS: lambda: KeysPart(bridge.settings),
            Section.HOURS: self._hours,
            Section.PEOPLE: self._people,
            Section.ORDER: self._order,
            Section.RULES: self._rules,
            Section.TAGS: self._tags,
            Section.PRIVACY: lambda: PrivacyPart(bridge),
            Section.LANGUAGE: lambda: SpellingPart(bridge),
            Section.STORAGE: self._storage,
            Section.CHANNELS: self._channels,
            Section.ABOUT: self._about,
        }

    def _storage(self) -> QWidget:
        part = StoragePart(self._window.bridge)
        part.said.connect(self._window.say)
        return part

    def _about(self) -> QWidget:
        part = AboutPart(self._window.bridge)
        part.said.connect(self._window.say)
        return part

    def _hours(self) -> QWidget:
        from socialdesk.desktop.places.settings.hours_part import HoursPart, form_of
        from socialdesk.desktop.shell.promise_conditions import PromiseConditions

        if self._form is None or not self._form.is_changed:
            self._form = form_of(self._window.bridge.policy)
        return HoursPart(self._window.bridge, self._form, PromiseConditions(self._window.bridge))

    def _people(self) -> QWidget:
        from socialdesk.desktop.places.settings.people_part import PeoplePart

        part = PeoplePart(self._window.bridge, self._staff_forms)
        part.said.connect(self._window.say)
        return part

    def _order(self) -> QWidget:
        from socialdesk.desktop.places.settings.order_form import order_form
        from socialdesk.desktop.places.settings.order_part import OrderPart

        if self._order_form is None or not self._order_form.is_changed:
            self._order_form = order_form(self._window.bridge.triage)
        return OrderPart(self._window.bridge, self._order_form)

    def _rules(self) -> QWidget:
        from socialdesk.desktop.places.settings.rules_part import RulesPart

        part = RulesPart(self._window.bridge)
        part.rules_wanted.connect(self._window.rules.show)
        return part

    def _tags(self) -> QWidget:
        from socialdesk.desktop.places.settings.tags_part import TagsPart

        part = TagsPart(self._window.bridge, self._tag)
        part.said.connect(self._window.say)
        self._tag = ""
        return part

    def _channels(self) -> QWidget:
        part = ChannelsPart(self._window.bridge)
        part.connect_wanted.connect(self._window.connecting.open)
        part.repair_wanted.connect(self._window.connecting.repair_by_id)
        part.said.connect(self._window.say)
        return part

    def _on_changed(self, key: str) -> None:
        if key in LOOKS:
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            dress(app, self._window.bridge.settings)
        elif key == "language":
            self._window.speak(self._window.bridge.settings.get("language"))
