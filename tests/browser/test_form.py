"""The form in the browser, driven as an editor does, against a clone under git. Needs Node: ``make beheerproef``."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Locator, Page, expect

from catalogue.form.local import FOLDER
from tests.browser.conftest import visitor
from tests.browser.test_accessibility import OPTIONS, RUN, complaints
from tests.browser.test_privacy_and_policy import WATCH
from tests.command import call
from tests.conftest import ROOT, environment
from tests.repository import git

pytestmark = pytest.mark.beheer

LONG = "case", "mirt-drie-regios"
"""A card of more than 400 lines."""

NEW = "knelpunt", "te-weinig-tijd"

HALF = "instrument", "half-idee"

# What Decap itself fails on a card that is opened; docs/over/toegankelijkheid.md lists it for readers.
KNOWN_FAULTS = {"color-contrast", "region"}


@dataclass
class Session:
    """What an editor did, and what came of it."""

    clone: Path
    requests: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    faults: set[str] = field(default_factory=set)
    other: str = ""
    """The title of a card whose address was typed while another was open."""
    refused: str = ""
    """What the form said of an id that leads to another folder."""
    said: str = ""
    """What the program said when it ended."""

    def difference(self, branch: str) -> list[str]:
        """The lines that a branch changes."""
        command = ["git", "-C", str(self.clone), "diff", "--unified=0", f"main...{branch}"]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return [line for line in said.splitlines() if re.match(r"[+-](?![+-]{2} )", line)]


@pytest.fixture(scope="module")
def session(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Session:
    """One afternoon of work: a long card changed, a new card made."""
    project = tmp_path_factory.mktemp("beheer") / "project"
    git(ROOT, "clone", "--quiet", str(ROOT), str(project))
    (project / "beheer/node_modules").symlink_to(ROOT / "beheer/node_modules")
    session = Session(project / FOLDER / "opslag")
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "catalogue", "form", "--local", "--port", str(port)],
        cwd=project,
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        wait_for(port)
        with visitor(browser) as context:
            page = context.new_page()
            page.set_default_timeout(60_000)
            page.on("request", lambda request: session.requests.append(request.url))
            page.add_init_script(WATCH)
            log_in(page, port)
            change_a_long_card(page)
            session.faults = faults(page)
            session.refused = make_a_card(page)
            session.other = keep_half(page)
            session.violations = page.evaluate("window.violations")
    finally:
        process.send_signal(signal.SIGINT)
        session.said = process.communicate(timeout=60)[0]
    return session


def free_port() -> int:
    """One whose next is free as well: there decap-server listens."""
    for port in range(8300, 8400, 2):
        with socket.socket() as one, socket.socket() as other:
            try:
                one.bind(("127.0.0.1", port))
                other.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")


def wait_for(port: int) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port + 1), timeout=1).close()
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the form does not answer")


def log_in(page: Page, port: int) -> None:
    page.goto(f"http://127.0.0.1:{port}/beheer/")
    page.get_by_role("button", name="Inloggen").click()
    expect(page.get_by_role("link", name="Knelpunten").first).to_be_visible(timeout=60_000)


def open_card(page: Page, kind: str, id: str) -> None:
    page.evaluate("way => { location.hash = way; }", f"#/collections/{kind}/entries/{id}")
    expect(page.get_by_label("Titel", exact=True)).to_have_value(re.compile(".+"), timeout=60_000)


def save(page: Page) -> None:
    page.get_by_role("button", name="Opslaan").first.click()
    expect(page.get_by_text("Wijzigingen opgeslagen").first).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Status: Bezig")).to_be_visible(timeout=60_000)


def change_a_long_card(page: Page) -> None:
    open_card(page, *LONG)
    page.get_by_label("Titel", exact=True).fill("MIRT in drie regio’s, anders")
    save(page)
    page.locator("[id^=lessen-field]").get_by_label("Openklappen").first.click()
    page.get_by_label("Regel open- of dichtklappen").first.click()


def labelled(page: Page, label: str) -> Locator:
    """A field that may still be empty."""
    return page.get_by_label(re.compile(rf"^{label} \(mag nog leeg\)$", re.I))


def choose(page: Page, label: str, typed: str) -> None:
    """Search an option by what it is called."""
    labelled(page, label).last.click()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")


def make_a_card(page: Page) -> str:
    """A new card from nothing; what the form says of an id that leads to another folder."""
    page.get_by_role("link", name="Terug naar").click()
    page.evaluate("way => { location.hash = way; }", f"#/collections/{NEW[0]}/new")
    page.get_by_label("Id", exact=True).fill("../../elders")
    page.get_by_label("Titel", exact=True).fill("Te weinig tijd voor overleg")
    page.get_by_label("Samenvatting").fill("Wie samenwerkt, heeft te weinig tijd voor overleg.")
    choose(page, "Thema", "midd")
    labelled(page, "Rijk").fill("3")
    labelled(page, "Decentraal").fill("3.1")
    page.get_by_label("Plek rijk").fill("10")
    page.get_by_label("Plek decentraal").fill("11")
    choose(page, "Bron", "Rol nemen")
    page.get_by_label("Plaats").fill("§ 3.5")
    choose(page, "Bronnen", "Rol nemen")
    page.get_by_role("button", name="Opslaan").first.click()
    message = page.get_by_text("past niet").first
    expect(message).to_be_visible()
    said = message.inner_text()
    # It keeps the place of the cursor by itself, and would put the new text behind the old.
    page.get_by_label("Id", exact=True).clear()
    page.get_by_label("Id", exact=True).fill(NEW[1])
    save(page)
    return said


def keep_half(page: Page) -> str:
    """A new card with no more than a name, kept; and then the title of another, whose address is typed."""
    page.get_by_role("link", name="Terug naar").click()
    page.evaluate("way => { location.hash = way; }", f"#/collections/{HALF[0]}/new")
    page.get_by_label("Id", exact=True).fill(HALF[1])
    page.get_by_label("Titel", exact=True).fill("Een half idee")
    page.locator("[id^=voordelen-field]").get_by_role("button", name="Voeg regel toe").click()
    page.locator("[id^=voordelen-field]").get_by_label("Tekst", exact=False).first.fill(
        "Het is snel."
    )
    save(page)
    page.evaluate("way => { location.hash = way; }", f"#/collections/{LONG[0]}/entries/{LONG[1]}")
    title = page.get_by_label("Titel", exact=True)
    expect(title).not_to_have_value("Een half idee", timeout=60_000)
    expect(title).to_have_value(re.compile(".+"), timeout=60_000)
    return title.input_value()


def faults(page: Page) -> set[str]:
    """The rules of axe that an open card breaks."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, OPTIONS)["violations"]
    print(*complaints(found, "een geopende kaart"), sep="\n")
    return {one["id"] for one in found}


def test_one_edit_changes_one_line_of_the_card(session: Session) -> None:
    assert session.difference("cms/case/mirt-drie-regios") == [
        "-titel: MIRT in drie regio’s",
        "+titel: MIRT in drie regio’s, anders",
    ]


def test_a_new_card_is_written_as_the_others(session: Session) -> None:
    lines = session.difference("cms/knelpunt/te-weinig-tijd")
    # The day on which it was made.
    assert [line for line in lines if "beoordeeld_op" not in line] == [
        "+---",
        "+id: te-weinig-tijd",
        "+titel: Te weinig tijd voor overleg",
        "+status: concept",
        "+samenvatting: Wie samenwerkt, heeft te weinig tijd voor overleg.",
        "+thema: middelen",
        "+score:",
        "+  rijk: 3.0",
        "+  decentraal: 3.1",
        "+  plek_rijk: 10",
        "+  plek_decentraal: 11",
        "+  bron: rob-2021",
        "+  plaats: § 3.5",
        "+bronnen:",
        "+  - rob-2021",
        "+---",
    ]


def test_a_new_card_begins_as_a_concept_and_may_be_half_filled(session: Session) -> None:
    lines = session.difference("cms/instrument/half-idee")
    assert [line for line in lines if "beoordeeld_op" not in line] == [
        "+id: half-idee",
        "+titel: Een half idee",
        "+status: concept",
        "+voordelen:",
        "+  - tekst: Het is snel.",
    ]


def test_a_card_keeps_its_own_values_when_its_address_is_typed(session: Session) -> None:
    assert session.other.startswith("MIRT in drie regio’s")


@pytest.mark.parametrize(
    "branch",
    ["cms/case/mirt-drie-regios", "cms/knelpunt/te-weinig-tijd", "cms/instrument/half-idee"],
)
def test_the_check_takes_what_the_form_saved(session: Session, branch: str) -> None:
    git(session.clone, "switch", "--quiet", branch)
    done = call(session.clone, "check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert branch in session.said


def test_an_id_that_leads_to_another_folder_is_refused(session: Session) -> None:
    assert "kleine letters" in session.refused.lower()


def test_the_form_asks_this_machine_alone(session: Session) -> None:
    assert session.requests
    assert [url for url in session.requests if not url.startswith("http://127.0.0.1:")] == []


def test_the_form_stays_within_its_policy(session: Session) -> None:
    # A reader of TOML within Decap tries once whether it runs in Node, and takes no for an answer.
    assert session.violations in ([], ["script-src: eval"])


def test_decap_fails_no_more_rules_of_accessibility_than_we_say(session: Session) -> None:
    assert session.faults == KNOWN_FAULTS


def test_decap_itself_finds_nothing_wrong_with_the_settings(
    browser: Browser, session: Session
) -> None:
    """On the page its own control is kept from running; here it runs, without the policy that forbids it."""
    folder = session.clone.parent / "site/beheer"
    with visitor(browser) as context:
        page = context.new_page()
        page.route("**/*", lambda route: route.fulfill(path=folder / _name(route.request.url)))
        page.route(
            "**/start.js", lambda route: route.fulfill(body="", content_type="text/javascript")
        )
        page.goto("http://127.0.0.1:9/beheer/index.html")
        expect(page.get_by_role("button", name="Inloggen")).to_be_visible(timeout=60_000)
        # It is a control that can fail.
        settings = (folder / "config.yml").read_text("utf-8").replace("widget: select", "widget: 3")
        page.route("**/config.yml", lambda route: route.fulfill(body=settings))
        page.reload()
        expect(page.get_by_text("Config Errors")).to_be_visible(timeout=60_000)


def _name(url: str) -> str:
    return url.rpartition("/")[2]
