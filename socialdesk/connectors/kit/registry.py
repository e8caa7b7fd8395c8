"""Finds the connectors that are installed, by entry point; reads their manifests without running their code."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from socialdesk.connectors.kit.contract import Connector
from socialdesk.connectors.kit.manifest import BadManifest, Manifest, read_manifest

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
    """The installed connectors. A broken one takes nothing else down, and none takes the place of one of ours."""

    def __init__(self, points: Iterable[EntryPoint] | None = None) -> None:
        found = entry_points(group=GROUP) if points is None else points
        self._points = {point.name: point for point in sorted(found, key=_is_ours)}
        self.allows: Callable[[Manifest], bool] = lambda _manifest: True
        """Whether somebody allowed a connector that is not ours; without a workspace there is nobody to ask."""
        self._manifests: dict[str, Manifest] = {}
        self.broken: list[Broken] = []
        for name, point in sorted(self._points.items()):
            try:
                self._manifests[name] = _read(name, point)
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

    def is_ours(self, platform: str) -> bool:
        """Whether a connector came with SocialDesk."""
        return platform not in self._points or _is_ours(self._points[platform])

    def connector(self, platform: str) -> Connector:
        """A platform's connector; its code is loaded now. Raises UnknownPlatform."""
        manifest = self.manifest(platform)
        if manifest.not_yet:
            raise UnknownPlatform(manifest.not_yet)
        if not self.is_ours(platform) and not self.allows(manifest):
            raise UnknownPlatform(
                f"{manifest.name} does not come with SocialDesk, and nobody allowed what it wants to reach."
                " Connect it again; you are asked then."
            )
        try:
            return self._points[platform].load()(manifest)
        except Exception as error:
            raise UnknownPlatform(
                f"The connector for {platform!r} cannot be loaded: {type(error).__name__}."
            ) from error


def _is_ours(point: EntryPoint) -> bool:
    return point.module.startswith("socialdesk.connectors.")


def _read(name: str, point: EntryPoint) -> Manifest:
    manifest = read_manifest(_folder(point) / "manifest.toml")
    if manifest.id != name:
        raise BadManifest(f"its manifest says that it is {manifest.id!r}")
    return manifest


def _folder(point: EntryPoint) -> Path:
    """Where a connector lies. None of its code is run to find that out: nobody may have allowed it yet."""
    # One that only says why it is not there yet names its package, and no class.
    package = point.module.rpartition(".")[0] if point.attr else point.module
    top, *rest = package.split(".")
    spec = importlib.util.find_spec(top)
    for place in (spec.submodule_search_locations or ()) if spec is not None else ():
        folder = Path(place).joinpath(*rest)
        if folder.is_dir():
            return folder
    raise ModuleNotFoundError(point.module)
