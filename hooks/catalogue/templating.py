"""A folder of templates → an environment in which a name that does not exist is an error."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from .template_files import TEMPLATES

E = TypeVar("E", bound=Environment)


def environment_of(folder: Path, sort: type[E], **more: Any) -> E:
    """An environment of this sort for the templates in a folder; every value in them is escaped."""
    return sort(
        loader=FileSystemLoader(folder),
        bytecode_cache=CompiledTemplates(),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        **more,
    )


class CompiledTemplates(FileSystemBytecodeCache):
    """Keeps compiled templates where Python keeps compiled modules: compiling all takes longer than making a small site.

    What a template compiles to, and whether it compiles, rests on our code as well as on its own text.
    """

    def __init__(self) -> None:
        super().__init__(str(TEMPLATES / "__pycache__"))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a compiled template; where nothing can be written, the next process compiles it again."""
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)

    def get_source_checksum(self, source: str) -> str:
        """What must be the same for a compiled template to be used again."""
        return super().get_source_checksum(_compiler() + source)


@cache
def _compiler() -> str:
    """The version of what compiles a template: Jinja and all code of ours."""
    code = hashlib.sha256(version("jinja2").encode())
    for path in sorted(TEMPLATES.parent.rglob("*.py")):
        code.update(path.read_bytes())
    return code.hexdigest()
