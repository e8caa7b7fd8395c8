"""Finds the connectors that are installed, by entry point; reads their manifests without running their code."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from socialdesk.connectors.kit.contract import Connector
from socialdesk.connectors.kit.manifest import Manifest, read_manifest

GROUP = "socialdesk.connectors"
log = logging.getLogger(__name__)


class UnknownPlatform(LookupError):
    """No connector of that name is installed, or it cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A connector that cannot be used, and why."""

    name: str
    reason: str


class Registry:
    """The installed connectors. A broken one takes nothing else down."""

    def __init__(self, points: Iterable[EntryPoint] | None = None) -> None:
        found = entry_points(group=GROUP) if points is None else points
        self._points = {point.name: point for point in found}
        self._manifests: dict[str, Manifest] = {}
        self.broken: list[Broken] = []
        for name, point in sorted(self._points.items()):
            try:
                self._manifests[name] = read_manifest(_folder(point) / "manifest.toml")
            except Exception as error:  # noqa: BLE001 - whatever is wrong with one, the others go on
                self.broken.append(Broken(name, f"{type(error).__name__}: {error}"))
                log.warning("connector %s cannot be used: %s", name, error)

    def manifests(self) -> tuple[Manifest, ...]:
        """What every usable platform says of itself."""
        return tuple(self._manifests.values())

    def manifest(self, platform: str) -> Manifest:
        """One platform's manifest. Raises UnknownPlatform."""
        if platform not in self._manifests:
            known = ", ".join(self._manifests) or "none"
            raise UnknownPlatform(f"There is no connector for {platform!r}. Installed: {known}.")
        return self._manifests[platform]

    def connector(self, platform: str) -> Connector:
        """A platform's connector; its code is loaded now. Raises UnknownPlatform."""
        manifest = self.manifest(platform)
        if manifest.not_yet:
            raise UnknownPlatform(manifest.not_yet)
        try:
            return self._points[platform].load()(manifest)
        except Exception as error:
            raise UnknownPlatform(
                f"The connector for {platform!r} cannot be loaded: {type(error).__name__}."
            ) from error


def _folder(point: EntryPoint) -> Path:
    # One that only says why it is not there yet names its package, and no class.
    package = point.module.rpartition(".")[0] if point.attr else point.module
    # Finding a package runs only the __init__ of those around it, which is a docstring.
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(point.module)
    return Path(spec.origin).parent
