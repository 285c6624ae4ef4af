"""A comment → a note on a merge request of GitLab: the earlier note of ours anew, or a first one.

Run as a program in a job of GitLab, that says in its environment where it stands. Only a note that the owner of the
token wrote is written anew, whatever stands in those of others.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

MARK = "<!-- beoordeling -->"
"""The first line of the comment; readers do not see it."""

TIMEOUT = 30
PER_PAGE = 100


@dataclass(frozen=True)
class MergeRequest:
    """A merge request, and the right to write notes there."""

    api: str
    project: str
    number: str
    token: str

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> MergeRequest | None:
        """The merge request for which a job runs; none without a token, or when it runs for something else."""
        names = ("CI_API_V4_URL", "CI_PROJECT_ID", "CI_MERGE_REQUEST_IID", "BEOORDELING_TOKEN")
        values = [environment.get(name, "") for name in names]
        return cls(*values) if all(values) else None

    def put(self, text: str) -> None:
        """Let the note say this."""
        me = self._ask("GET", "/user")["id"]
        notes = f"/projects/{self.project}/merge_requests/{self.number}/notes"
        mine = (one for one in self._all(notes) if one["author"]["id"] == me)
        earlier = next((one["id"] for one in mine if one["body"].startswith(MARK)), None)
        if earlier is None:
            self._ask("POST", notes, {"body": text})
        else:
            self._ask("PUT", f"{notes}/{earlier}", {"body": text})

    def _all(self, path: str) -> Iterator[Any]:
        page = 1
        while found := self._ask("GET", f"{path}?per_page={PER_PAGE}&page={page}"):
            yield from found
            page += 1

    def _ask(self, method: str, path: str, data: object = None) -> Any:
        request = Request(  # noqa: S310  # the address is that of the GitLab that runs the job
            f"{self.api}{path}",
            method=method,
            data=None if data is None else json.dumps(data).encode(),
            headers={"PRIVATE-TOKEN": self.token, "Content-Type": "application/json"},
        )
        with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
            return json.load(answer)


def main(arguments: list[str], environment: Mapping[str, str]) -> int:
    """Put the file on the merge request; 0 also where nothing can be put, because there is no token."""
    merge_request = MergeRequest.of(environment)
    if merge_request is None:
        print("Geen BEOORDELING_TOKEN: de beoordeling staat alleen bij de bestanden van deze taak.")
        return 0
    try:
        merge_request.put(Path(arguments[0]).read_text(encoding="utf-8"))
    except URLError as error:
        print(f"De beoordeling kon niet bij het voorstel worden gezet: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
