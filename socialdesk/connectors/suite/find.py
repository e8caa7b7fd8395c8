"""Finds what is to be examined: a connector by its id or its package, and the scenario that belongs to it."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

from socialdesk.connectors.kit.manifest import BadManifest, read_manifest
from socialdesk.connectors.kit.registry import GROUP, in_folder
from socialdesk.connectors.suite.scenario import Scenario
from socialdesk.connectors.suite.trial import Subject
from socialdesk.support.paths import connectors_folder


class NotFound(LookupError):
    """There is no such connector or scenario, or it cannot be loaded; the text says why and what to name."""


def find_subject(named: str, scenario: str = "", *, here: Path | None = None) -> Subject:
    """The connector of an id, a package, or `module:Class`, installed or in the folder of plug-ins. Raises NotFound.

    `here` is where tests may lie. The scenario is `scenario` (`module:Class`, a module or a file), else that of the
    connector's package (`<package>.scenario`), else `tests/connectors/<id>/scenario.py` or `tests/scenario.py` there.
    """
    point = _point(named)
    package = point.module.rpartition(".")[0]
    make = _loaded(point)
    folder = _folder(package)
    try:
        manifest = read_manifest(folder / "manifest.toml")
    except FileNotFoundError:
        raise NotFound(f"There is no manifest.toml in {folder}: it lies beside the connector's module.") from None
    except (BadManifest, OSError) as error:
        raise NotFound(f"The manifest cannot be used. {error}") from error
    version = point.dist.version if point.dist is not None else ""
    return Subject(point.name or manifest.id, make, manifest, _scenario(scenario, package, manifest.id, here), version)


def scenario_in(file: Path) -> type[Scenario]:
    """The scenario that a file holds. Raises NotFound."""
    name = f"scenario_{file.parent.name}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise NotFound(f"{file} is no Python file.")
    module = importlib.util.module_from_spec(spec)
    # Values of a dataclass look for their own module there.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return _scenario_of(module)


def _point(named: str) -> EntryPoint:
    # What is installed as socialdesk-chirp is imported as socialdesk_chirp: whoever reads the one means the other.
    asked, named = named, named.replace("-", "_")
    points = {point.name: point for point in entry_points(group=GROUP)}
    if named in points:
        return points[named]
    beside = {point.name: point for point in in_folder(connectors_folder())}
    module, _, attribute = named.partition(":")
    top = module.partition(".")[0]
    if named in beside or (top and _spec(top) is None and (connectors_folder() / top).is_dir()):
        # At the end, so that nothing in it takes the place of what came with the program.
        sys.path.append(str(connectors_folder()))
    if named in beside:
        return beside[named]
    is_name = all(part.isidentifier() for part in (*module.split("."), attribute or "_"))
    if not is_name or ("." not in module and not attribute and _spec(module) is None):
        known = ", ".join(sorted(points | beside))
        raise NotFound(f"There is no connector {asked!r}. Installed: {known}. Or name its package.")
    if attribute:
        return EntryPoint("", named, GROUP)
    module = module.removesuffix(".connector")
    return EntryPoint("", f"{module}.connector:{_class_in(_module(f'{module}.connector'))}", GROUP)


def _class_in(module: ModuleType) -> str:
    found = [
        name
        for name, one in inspect.getmembers(module, inspect.isclass)
        if one.__module__ == module.__name__ and callable(getattr(one, "begin", None))
    ]
    if len(found) != 1:
        raise NotFound(f"{module.__name__} has {len(found)} connectors; name one as {module.__name__}:Class.")
    return found[0]


def _loaded(point: EntryPoint) -> Callable[..., Any]:
    try:
        return point.load()
    except Exception as error:
        raise NotFound(f"{point.value} cannot be loaded. {type(error).__name__}: {error}") from error


def _folder(package: str) -> Path:
    spec = _spec(package)
    if spec is None or spec.origin is None:
        raise NotFound(f"The connector's module must lie in a package, and {package!r} is none.")
    return Path(spec.origin).parent


def _spec(name: str) -> Any:
    try:
        return importlib.util.find_spec(name) if name else None
    except (ImportError, ValueError):
        return None


def _module(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as error:
        raise NotFound(f"{name} cannot be loaded. {type(error).__name__}: {error}") from error


def _scenario(named: str, package: str, id_: str, here: Path | None) -> type[Scenario] | None:
    if named.endswith(".py"):
        return scenario_in(Path(named))
    if named:
        module, _, attribute = named.partition(":")
        if not attribute:
            return _scenario_of(_module(module))
        found = getattr(_module(module), attribute, None)
        if found is None:
            raise NotFound(f"{module} has no {attribute}.")
        return found
    if _spec(f"{package}.scenario") is not None:
        return _scenario_of(_module(f"{package}.scenario"))
    here = here or Path.cwd()
    for file in (here / "tests" / "connectors" / id_ / "scenario.py", here / "tests" / "scenario.py"):
        if file.is_file():
            return scenario_in(file)
    return None


def _scenario_of(module: ModuleType) -> type[Scenario]:
    found = [
        one
        for _, one in inspect.getmembers(module, inspect.isclass)
        if issubclass(one, Scenario) and one.__module__ == module.__name__
    ]
    if len(found) != 1:
        raise NotFound(f"{module.__name__} has {len(found)} scenarios; it needs one, or name it as module:Class.")
    return found[0]
