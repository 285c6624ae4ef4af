// Decap controleert zijn instellingen met een stuk programma dat het zelf maakt, met `new Function`. Dat zou vragen om
// een beleid waarin elke tekst een programma mag worden. De instellingen zijn hier al gecontroleerd, in de tests; wat
// Decap zo maakt, keurt ze daarom goed, en het beleid blijft dicht.
// Het andere wat zo wordt gemaakt, vraagt alleen naar `window`.
window.Function = new Proxy(Function, {
    construct: () => () => () => true,
    apply: () => () => window,
});

// Woorden van Decap die hier iets anders zeggen dan zij bedoelen. Een concept is bij ons een kaart die niet op de site staat,
// en in een concept mag bijna alles nog leeg zijn; wat de site nodig heeft, staat onder het veld.
const WOORDEN = {
    "app.header.workflow": "Voorstellen",
    "editor.editorControl.field.optional": "mag nog leeg",
    "editor.editorControlPane.widget.regexPattern": "%{fieldLabel} past niet. Wat mag: %{pattern}.",
    "editor.editorToolbar.draft": "Bezig",
    "editor.editorToolbar.inReview": "Nakijken",
    "workflow.workflow.workflowHeading": "Voorstellen",
    "workflow.workflow.newPost": "Nieuw",
    "workflow.workflow.description": "%{smart_count} na te kijken, %{readyCount} klaar.",
    "workflow.workflow.dateFormat": "D-M-YYYY",
    "workflow.workflowList.draftHeader": "Bezig",
    "workflow.workflowList.inReviewHeader": "Nakijken",
};

window.CMS_MANUAL_INIT = true;
document.addEventListener("DOMContentLoaded", () => {
    const taal = structuredClone(CMS.getLocale("nl"));
    for (const [weg, woord] of Object.entries(WOORDEN)) {
        const stappen = weg.split(".");
        const laatste = stappen.pop();
        stappen.reduce((deel, stap) => deel[stap], taal)[laatste] = woord;
    }
    CMS.registerLocale("nl", taal);
    CMS.init();
});

// Gaat een adres van de ene kaart meteen naar de andere, dan houdt Decap de waarden van de eerste vast, en zou het die bij
// de tweede bewaren. Van een nieuwe kaart naar dezelfde, bewaard, gaat het zelf; daar klopt het.
const KAART = /#\/collections\/([^/]+)\/(new$|entries\/)/;

window.addEventListener("hashchange", (gebeurd) => {
    const [van, naar] = [gebeurd.oldURL, gebeurd.newURL].map((adres) => KAART.exec(adres));
    const bewaard = van && naar && van[1] === naar[1] && van[2] === "new";
    if (van && naar && !bewaard) {
        location.reload();
    }
});

// Wat Decap voor een schermlezer geen naam geeft, of een Engelse.
const NAMEN = {
    '[aria-label="Expand"]': "Openklappen",
    '[aria-label="Collapse"]': "Dichtklappen",
    '[aria-label="Account options dropdown"]': "Uw account",
    '[class*="-TopBarButton"]:first-child:not([aria-label])': "Regel open- of dichtklappen",
    '[class*="-TopBarButton"]:last-child:not([aria-label])': "Regel weghalen",
    '[role="button"][aria-roledescription]:not([aria-label])': "Regel verplaatsen",
};

function benoem() {
    for (const [keuze, naam] of Object.entries(NAMEN)) {
        for (const knop of document.querySelectorAll(keuze)) {
            knop.setAttribute("aria-label", naam);
        }
    }
}

new MutationObserver(benoem).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributeFilter: ["aria-label"],
});
