# Alles wat u met dit project doet. `make` zonder meer geeft de lijst.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup serve site voorbeeld test fuzz plakken pdf pdfproef lint check tidy schema adressen bench taal clean systeem \
	vastleggen voorstel beoordeling opmerking notitie voorbeeldadres beheer beheer-lokaal beheerproef herstel herstelbewaren

VENV := .venv
PYTHON := $(VENV)/bin/python
CATALOGUE := $(VENV)/bin/catalogue
BASIS := $(VENV)/.basis
VOLLEDIG := $(VENV)/.volledig
PDF := $(VENV)/.pdf
DECAP := beheer/node_modules/.klaar
# Chromium zonder vensters: voor de tests even goed, en twee keer zo snel als de gewone.
CHROMIUM := /usr/bin/chromium-headless-shell
GEWONE_CHROMIUM := /usr/bin/chromium
WOORDENBOEK := /usr/share/hunspell/nl_NL.dic
NGINX := /usr/sbin/nginx
PAKKETTEN := chromium-headless-shell hunspell hunspell-nl nginx openssl
LIBREOFFICE := libreoffice-writer-nogui
PDFPAKKETTEN := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core
HAVEN ?= 8000
BASIS_TAK ?= main
VOORBEELDEN ?= 2000
# Wat er wordt nagekeken: een tak sinds zij van main afging. De andere komen van de opslag (zie .github/ en .gitlab-ci.yml).
VERSIES ?= main...HEAD
export VERSIES BESTANDEN BEKIJKEN OPHALEN TAK
# Waar dit aan staat, vertaalt elke opdracht al haar Python opnieuw: anderhalve seconde per keer, en de tests geven er honderden.
unexport PYTHONDONTWRITEBYTECODE

# De eerste Python op deze computer die nieuw genoeg is.
SYSTEEMPYTHON := $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)

PIP = $(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --no-compile

help:
	@echo 'make serve    toont de site op http://127.0.0.1:$(HAVEN)/ en volgt elke wijziging'
	@echo 'make site     bouwt de site in de map site/, of laat die zoals hij was'
	@echo 'make voorbeeld bouwt de site in de map voorbeeld/, om zonder webserver te openen'
	@echo 'make beoordeling zet in beoordeling.md wat uw tak verandert, zoals wie nakijkt het leest'
	@echo 'make check    controleert alle kaarten en pagina'\''s op fouten'
	@echo 'make tidy     haalt uit kaarten en pagina'\''s weg wat met plakken meekwam'
	@echo 'make test     draait alle controles en tests, ook in de browser'
	@echo 'make fuzz     zoekt lang naar invoer waar de controle over struikelt'
	@echo 'make plakken  plakt een keuzenotitie in LibreOffice en kijkt of koppen en tabellen blijven'
	@echo 'make pdf      zet de leerlijn als pdf'\''s in de map pdf/'
	@echo 'make pdfproef leest pdf'\''s van de leerlijn terug en kijkt of ze kloppen'
	@echo 'make beheer   bouwt de site met het formulier voor redacteuren erin, in site/beheer/'
	@echo 'make beheer-lokaal toont dat formulier hier en bewaart in een kopie van het project'
	@echo 'make beheerproef bedient het formulier in een browser en kijkt wat er bewaard is'
	@echo 'make herstel  zet terug wat een formulier aan de vorm van kaarten veranderde sinds $(BASIS_TAK)'
	@echo 'make schema   schrijft de JSON-schema'\''s in schemas/ opnieuw'
	@echo 'make adressen vraagt of de adressen van bronnen, links en wetten nog antwoorden'
	@echo 'make taal     toont hoe vlot elke pagina leest, en welke woorden onbekend zijn'
	@echo 'make bench    meet de snelheid met 1.000 en 5.000 kaarten'
	@echo 'make setup    zet alleen de omgeving klaar (.venv/); de andere doen dat zelf'
	@echo 'make clean    ruimt op wat is gebouwd'

setup: $(BASIS)

serve: $(BASIS)
	@$(CATALOGUE) serve --port $(HAVEN)

site: $(BASIS)
	@$(CATALOGUE) build

voorbeeld: $(BASIS)
	@$(CATALOGUE) build --concepts --to voorbeeld
	@$(CATALOGUE) offline voorbeeld

# Wat GitHub en GitLab bij een voorstel doen (.github/workflows/, .gitlab-ci.yml): haal het op zonder er iets van uit te
# voeren, schrijf op wat het verandert, en zet dat erbij. Een tweede keer vervangt wat de eerste keer kwam te staan.
voorstel:
	@nummer=$$(gh pr view --json number --jq .number -- "$${TAK:?noem de tak van het voorstel}") && \
		git -c credential.helper= -c credential.helper='!gh auth git-credential' \
			fetch --quiet --no-tags origin "+refs/pull/$$nummer/head:refs/voorstel" && \
		echo "$$nummer" > voorstel.nummer

beoordeling: $(BASIS)
	@$(CATALOGUE) review "$$VERSIES" --to beoordeling.md \
		--files "$$BESTANDEN" --preview "$$BEKIJKEN" --download "$$OPHALEN"

opmerking:
	@gh pr comment "$$(cat voorstel.nummer)" --body-file beoordeling.md --edit-last --create-if-none

notitie: $(BASIS)
	@$(PYTHON) -m catalogue.review.gitlab beoordeling.md

# Waar GitLab het voorbeeld toont dat een taak bewaarde.
voorbeeldadres:
	@echo "BEKIJKEN=https://$$CI_PROJECT_ROOT_NAMESPACE.$$CI_PAGES_DOMAIN/-/$${CI_PROJECT_PATH#*/}/-/jobs/$$CI_JOB_ID/artifacts/voorbeeld" > voorbeeld.env

check: $(BASIS)
	@$(CATALOGUE) check

tidy: $(BASIS)
	@$(CATALOGUE) tidy

schema: $(BASIS)
	@$(CATALOGUE) schema

adressen: $(BASIS)
	@$(CATALOGUE) addresses

lint: $(VOLLEDIG)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check --quiet . || { echo 'Opmaak: draai .venv/bin/ruff format .'; exit 1; }
	@$(VENV)/bin/mypy
	@$(VENV)/bin/check-jsonschema --quiet --builtin-schema vendor.github-workflows $(wildcard .github/workflows/*.yml)
	@$(VENV)/bin/check-jsonschema --quiet --builtin-schema vendor.gitlab-ci .gitlab-ci.yml
	@$(VENV)/bin/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms \
		$(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
	@$(VENV)/bin/check-jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@gezegd=$$($(VENV)/bin/zizmor --offline --no-progress .github/workflows 2>&1) || { echo "$$gezegd"; exit 1; }

test: lint systeem
	@$(CATALOGUE) check
	@$(PYTHON) -m pytest -n 3

fuzz: $(VOLLEDIG)
	@FUZZ_EXAMPLES=$(VOORBEELDEN) $(PYTHON) -m pytest tests/fuzz -n 2 -m 'deep or not deep'

plakken: $(VOLLEDIG) systeem
	@command -v soffice >/dev/null || { \
		als_beheerder=; [ "$$(id -u)" = 0 ] || als_beheerder=sudo; \
		echo 'LibreOffice wordt geïnstalleerd …'; \
		{ $$als_beheerder apt-get update -qq && \
		$$als_beheerder env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(LIBREOFFICE) >/dev/null; } || \
		{ echo 'Dat lukte niet. Doe het zelf: apt-get install -y $(LIBREOFFICE)'; exit 1; }; }
	@$(PYTHON) -m pytest tests/browser/test_memo_pasted.py -m plakken

pdf: $(PDF)
	@$(CATALOGUE) build
	@$(CATALOGUE) pdf

pdfproef: $(PDF) $(VOLLEDIG)
	@$(PYTHON) -m pytest tests/site/test_printing.py -m pdf

# Eerst of de instellingen er zijn: anders bouwt het een minuut voor niets.
beheer: $(BASIS) $(DECAP)
	@$(CATALOGUE) headers --form >/dev/null
	@$(CATALOGUE) build
	@$(CATALOGUE) form

beheer-lokaal: HAVEN := $(if $(filter file,$(origin HAVEN)),8010,$(HAVEN))
beheer-lokaal: $(BASIS) $(DECAP)
	@$(CATALOGUE) form --local --port $(HAVEN)

beheerproef: $(VOLLEDIG) $(DECAP) systeem
	@$(PYTHON) -m pytest tests/browser/test_form.py -m beheer

herstel: $(BASIS)
	@$(CATALOGUE) graft $(BASIS_TAK)

# Wat GitHub en GitLab doen met een concept uit het formulier, na `make herstel`: wat er terugging, bij de tak zetten.
# De sleutel staat in de omgeving, en komt niet op een opdrachtregel of in een bestand.
herstelbewaren:
	@git diff --quiet && echo 'Er viel niets te bewaren.' || { \
		git -c user.name=Formulier -c user.email=formulier@localhost commit --quiet --all --message 'Alleen wat veranderde' && \
		GIT_TERMINAL_PROMPT=0 git -c credential.helper= \
			-c credential.helper='!f() { [ "$$1" != get ] || printf "username=x-access-token\npassword=%s\n" "$$SLEUTEL"; }; f' \
			push --quiet "$${OPSLAG:-origin}" "HEAD:refs/heads/$${TAK:?noem de tak van het concept}" || \
		{ echo 'Het herstel is niet bewaard. Is de tak intussen veranderd, dan herstelt de volgende taak haar; anders mag de sleutel hier niet schrijven.' >&2; exit 1; }; }

bench: $(VOLLEDIG) systeem
	@$(PYTHON) -m bench

taal: $(VOLLEDIG) systeem
	@$(CATALOGUE) build
	@$(CATALOGUE) language

clean:
	rm -rf site pdf voorbeeld beoordeling.md voorbeeld.env voorstel.nummer .serve beheer/node_modules .site-nieuw-* .site-oud-* .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find bench hooks tests -name __pycache__ -type d -exec rm -rf {} +

# Na een wijziging van requirements*.in; vraagt om het programma uv.
vastleggen:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command 'make vastleggen' requirements.in -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command 'make vastleggen' -c requirements.txt requirements-dev.in -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command 'make vastleggen' -c requirements.txt requirements-pdf.in -o requirements-pdf.txt

$(PYTHON):
	@[ -n '$(SYSTEEMPYTHON)' ] || { echo 'Python 3.11 of nieuwer is nodig en is niet gevonden.'; exit 1; }
	@$(SYSTEEMPYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo 'De omgeving kon niet worden gemaakt. Op Debian en Ubuntu helpt: apt-get install -y python3-venv'; exit 1; }

$(BASIS): requirements.txt pyproject.toml | $(PYTHON)
	@echo 'De omgeving wordt klaargezet …'
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-build-isolation --editable .
	@touch $@

$(VOLLEDIG): requirements-dev.txt $(BASIS)
	@echo 'De gereedschappen voor de tests worden klaargezet …'
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

# WeasyPrint tekent met Pango, dat Debian levert, en met een lettertype dat er moet zijn.
$(PDF): requirements-pdf.txt $(BASIS)
	@echo 'Wat pdf'\''s maakt, wordt klaargezet …'
	@$(PIP) --require-hashes -r requirements-pdf.txt
	@$(PYTHON) -c 'import weasyprint' 2>/dev/null || { \
		als_beheerder=; [ "$$(id -u)" = 0 ] || als_beheerder=sudo; \
		{ $$als_beheerder apt-get update -qq && \
		$$als_beheerder env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PDFPAKKETTEN) >/dev/null; } || \
		{ echo 'Dat lukte niet. Doe het zelf: apt-get install -y $(PDFPAKKETTEN)'; exit 1; }; }
	@touch $@

# Het formulier voor redacteuren. De site zelf heeft geen Node nodig.
$(DECAP): beheer/package.json beheer/package-lock.json
	@command -v npm >/dev/null || { echo 'Voor het formulier is Node nodig, met npm. Op Debian en Ubuntu: apt-get install -y nodejs npm'; exit 1; }
	@echo 'Het formulier wordt klaargezet …'
	@npm ci --prefix beheer --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
	@touch $@

# Wat Debian levert: de browser, de webserver en het woordenboek van de tests.
systeem:
	@rest() { [ -x $(NGINX) ] && [ -f $(WOORDENBOEK) ] && command -v hunspell >/dev/null && command -v openssl >/dev/null; }; \
	volstaat() { { [ -x $(CHROMIUM) ] || [ -x $(GEWONE_CHROMIUM) ]; } && rest; }; \
	{ [ -x $(CHROMIUM) ] && rest; } || { \
		command -v apt-get >/dev/null || volstaat || { echo 'Zet Chromium in $(GEWONE_CHROMIUM), nginx in $(NGINX), en installeer openssl en hunspell met het woordenboek $(WOORDENBOEK); dit systeem heeft geen apt-get.'; exit 1; }; \
		als_beheerder=; [ "$$(id -u)" = 0 ] || als_beheerder=sudo; \
		echo 'Chromium, nginx en het woordenboek worden geïnstalleerd …'; \
		{ $$als_beheerder apt-get update -qq && \
		$$als_beheerder env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PAKKETTEN) >/dev/null; } || volstaat || \
		$$als_beheerder env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(PAKKETTEN:chromium-headless-shell=chromium) >/dev/null || \
		{ echo 'Dat lukte niet. Doe het zelf: apt-get install -y $(PAKKETTEN)'; exit 1; }; }
