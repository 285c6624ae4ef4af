"""Settings → ``/.well-known/security.txt`` (RFC 9116): whom to tell of a leak, and until when that holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ..problem import ContentError, Problem, one_line

ADDRESS = ".well-known/security.txt"
CONTACTS = ("https://", "mailto:", "tel:")


def security_txt(settings: object, site_url: str) -> str | None:
    """The file that `extra.beveiliging` in mkdocs.yml asks for; none without a contact."""
    if not isinstance(settings, Mapping):
        return None
    contact = str(settings.get("contact") or "").strip()
    if not contact:
        return None
    if not contact.startswith(CONTACTS) or len(contact.split()) != 1:
        raise _problem("contact", contact, f"begint met {', '.join(CONTACTS)}")
    expires = settings.get("geldig_tot")
    try:
        # YAML makes a date of what looks like one.
        day = expires if isinstance(expires, date) else date.fromisoformat(str(expires))
    except ValueError:
        raise _problem("geldig_tot", expires, "is een datum, zoals 2027-12-31") from None
    lines = [
        f"Contact: {contact}",
        f"Expires: {day:%Y-%m-%d}T00:00:00Z",
        "Preferred-Languages: nl",
    ]
    if site_url.startswith("https://"):
        lines.append(f"Canonical: {site_url}{ADDRESS}")
    return "\n".join(lines) + "\n"


def _problem(field: str, value: object, wanted: str) -> ContentError:
    message = f"“{one_line(value or '')}” mag niet: {field} {wanted}"
    return ContentError([Problem("mkdocs.yml", 1, 1, f"extra.beveiliging.{field}", message)])
