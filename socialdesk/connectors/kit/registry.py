"""Finds the connectors that are installed, by entry point, and those in the folder of plug-ins.

Their manifests are read without running their code.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, distributions, entry_points
from pathlib import Path

from socialdesk.connectors.kit.contract import Connector
from socialdesk.connectors.kit.manifest import BadManifest, Manifest, read_manifest
from socialdesk.support.paths import connectors_folder

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

    def __init__(self, points: Iterable[EntryPoint] | None = None, plug_ins: Path | None = None) -> None:
        """`plug_ins` is the folder of connectors that were put beside the program; its usual place where None."""
        found = entry_points(group=GROUP) if points is None else points
        self._plug_ins = plug_ins or connectors_folder()
        self._put_there = {point.name: point for point in in_folder(self._plug_ins)}
        self._points = self._put_there | {point.name: point for point in sorted(found, key=_is_ours)}
        # What is installed counts before what was put beside it: of two of one name the other is never looked at.
        self._put_there = {name: one for name, one in self._put_there.items() if self._points[name] is one}
        self.allows: Callable[[Manifest], bool] = lambda _manifest: True
        """Whether somebody allowed a connector that is not ours; without a workspace there is nobody to ask."""
        self._manifests: dict[str, Manifest] = {}
        self.broken: list[Broken] = []
        for name, point in sorted(self._points.items()):
            try:
                folder = self._plug_ins if name in self._put_there else None
                self._manifests[name] = _read(name, point, folder)
            except Exception as error:  # noqa: BLE001 - whatever is wrong with one, the others go on
                self.broken.append(Broken(name, f"{type(error).__name__}: {error}"))
                log.warning("connector %s cannot be used: %s", name, error)

    def manifests(self) -> tuple[Manifest, ...]:
        """What every usable platform says of itself."""
        return tuple(self._manifests.values())

    def manifest(self, platform: str) -> Manifest:
        """One platform's manifest. Raises UnknownPlatform."""
        if platform not in self._manifests:
            if (broken := next((one for one in self.broken if one.name == platform), None)) is not None:
                raise UnknownPlatform(f"The connector for {platform!r} cannot be loaded: {broken.reason}.")
            known = ", ".join(self._manifests) or "none"
            raise UnknownPlatform(f"There is no connector for {platform!r}. Installed: {known}.")
        return self._manifests[platform]

    def is_ours(self, platform: str) -> bool:
        """Whether a connector came with SocialDesk."""
        if platform in self._put_there:
            return False
        return platform not in self._points or _is_ours(self._points[platform])

    def connector(self, platform: str) -> Connector:
        """A platform's connector; its code is loaded now. Raises UnknownPlatform."""
        manifest = self.manifest(platform)
        if manifest.not_yet:
            raise UnknownPlatform(manifest.not_yet)
        if not self.is_ours(platform) and not self.allows(manifest):
            raise UnknownPlatform(
                f"{manifest.name} does not come with SocialDesk, and nobody allowed it as it is now."
                " Connect it again; you are asked then."
            )
        if platform in self._put_there and str(self._plug_ins) not in sys.path:
            # At the end, so that nothing in it takes the place of what came with the program.
            sys.path.append(str(self._plug_ins))
        try:
            return self._points[platform].load()(manifest)
        except (Exception, SystemExit) as error:
            # What is written as a program ends it when it is imported; that is no reason to end this one.
            raise UnknownPlatform(
                f"The connector for {platform!r} cannot be loaded: {type(error).__name__}."
            ) from error


def _is_ours(point: EntryPoint) -> bool:
    return point.module.startswith("socialdesk.connectors.")


def in_folder(folder: Path) -> Iterator[EntryPoint]:
    """The connectors of a folder of plug-ins: packages with what an installation writes beside them."""
    if not folder.is_dir():
        return
    for one in distributions(path=[str(folder)]):
        yield from one.entry_points.select(group=GROUP)


def _read(name: str, point: EntryPoint, plug_ins: Path | None) -> Manifest:
    folder = _folder(point, plug_ins)
    manifest = read_manifest(folder / "manifest.toml")
    if manifest.id != name:
        raise BadManifest(f"its manifest says that it is {manifest.id!r}")
    if plug_ins is None and _is_ours(point):
        return manifest
    return replace(manifest, code=_digest(folder))


def _digest(folder: Path) -> str:
    """All files of a connector in one word. What Python makes of them is no part of it."""
    found = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            content = file.read_bytes()
            found.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
            found.update(content)
    return found.hexdigest()


def _folder(point: EntryPoint, plug_ins: Path | None) -> Path:
    """Where a connector lies. None of its code is run to find that out: nobody may have allowed it yet."""
    # One that only says why it is not there yet names its package, and no class.
    package = point.module.rpartition(".")[0] if point.attr else point.module
    if plug_ins is not None:
        folder = plug_ins.joinpath(*package.split("."))
        if folder.is_dir():
            return folder
        raise ModuleNotFoundError(point.module)
    top, *rest = package.split(".")
    spec = importlib.util.find_spec(top)
    for place in (spec.submodule_search_locations or ()) if spec is not None else ():
        folder = Path(place).joinpath(*rest)
        if folder.is_dir():
            return folder
    raise ModuleNotFoundError(point.module)
