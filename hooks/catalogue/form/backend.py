"""The settings in the environment → where the form saves: GitHub, GitLab, or a clone on this machine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..problem import RefusedError

MESSAGES = {
    "create": "{{collection}} {{slug}} gemaakt",
    "update": "{{collection}} {{slug}} gewijzigd",
    "delete": "{{collection}} {{slug}} weggehaald",
    "uploadMedia": "{{path}} toegevoegd",
    "deleteMedia": "{{path}} weggehaald",
    "openAuthoring": "{{message}}",
}
"""What a commit of the form says."""

GITHUB, GITLAB = "github", "gitlab"


class BackendError(RefusedError):
    """The settings do not say where the form must save."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"{missing} Uitleg: deploy/README.md.")


@dataclass(frozen=True)
class Backend:
    """Where the form saves."""

    settings: Mapping[str, Any]
    """In Decap's words."""
    asks: tuple[str, ...]
    """The other hosts that the browser of an editor asks something of, from the form."""


def backend_of(environment: Mapping[str, str]) -> Backend:
    """The backend that the settings describe. Raises ``BackendError``."""
    sort = environment.get("FORM_BACKEND", "")
    if sort not in (GITHUB, GITLAB):
        raise BackendError("Noem in FORM_BACKEND waar het formulier bewaart: github of gitlab.")
    repository = environment.get("FORM_REPO", "")
    if not re.fullmatch(r"[\w.-]+(?:/[\w.-]+)+", repository, re.A):
        raise BackendError("Noem in FORM_REPO de opslag, als eigenaar/naam.")
    common = {
        "name": sort,
        "repo": repository,
        "branch": environment.get("FORM_BRANCH") or "main",
        "commit_messages": MESSAGES,
    }
    return _github(environment, common) if sort == GITHUB else _gitlab(environment, common)


def _github(environment: Mapping[str, str], common: dict[str, Any]) -> Backend:
    """Without a helper of one's own for logging in, Decap would ask one of another company."""
    login = _address(environment, "FORM_LOGIN", "de hulpdienst waarmee u inlogt")
    api = _address(environment, "FORM_API", "de API van GitHub", "https://api.github.com")
    return Backend({**common, "base_url": login, "api_root": api}, (_origin(api),))


def _gitlab(environment: Mapping[str, str], common: dict[str, Any]) -> Backend:
    host = _address(environment, "FORM_LOGIN", "uw GitLab", "https://gitlab.com")
    app = environment.get("FORM_APP_ID", "")
    if not app:
        raise BackendError("Noem in FORM_APP_ID het nummer van de toepassing in GitLab.")
    login = {"auth_type": "pkce", "app_id": app, "base_url": host, "api_root": f"{host}/api/v4"}
    return Backend({**common, **login}, (_origin(host),))


def local_backend(port: int, branch: str) -> Backend:
    """A clone on this machine, by decap-server."""
    server = f"http://127.0.0.1:{port}"
    settings = {
        "name": "proxy",
        "proxy_url": f"{server}/api/v1",
        "branch": branch,
        "commit_messages": MESSAGES,
    }
    return Backend(settings, (server,))


def _address(environment: Mapping[str, str], name: str, what: str, usual: str = "") -> str:
    value = (environment.get(name) or usual).rstrip("/")
    # It ends up in a policy, where a space or a semicolon would say something else.
    if not re.fullmatch(r"https://[a-z0-9.-]+(?::[0-9]+)?(?:/[\w./-]*)?", value, re.A):
        raise BackendError(f"Noem in {name} het adres van {what}, met https:// ervoor.")
    return value


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
