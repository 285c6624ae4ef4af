// Antwoorden, en de instrumenten die iemand uitwerkt → de keuzenotitie: een lijst blokken in de volgorde van het
// Beleidskompas. Kent geen pagina en geen bestandsvorm; die maken notitiehtml.js, notitiemarkdown.js en notitiedocx.js.
//
// Een blok is een kop { soort: "kop", niveau, inhoud }, een alinea { soort: "alinea", inhoud }, een lijst
// { soort: "lijst", punten } of een tabel { soort: "tabel", bijschrift, kop, rijen }. Inhoud is een rij stukjes: tekst, of
// { tekst, naar } (een link), { tekst, vet } of { tekst, schuin }.

import { plaatsenIn } from "./gegevens.js";
import { OORDEEL, wissels } from "./keuze.js";

export const HOOGSTENS = 4;
const AFVALLERS = 8;
const NULZINNEN = 4;
const NAMEN = 8;
const LANGSTE_EFFECT = 250;

const OPSCHRIFT = "Welk instrument past bij deze opgave?";

// gegevens: keuze.js (ontvouw) met data/keuzenotitie.json erbij. keuze: { vraag, gegeven, verdeling, gekozen }: wat iemand
// zelf typte, de antwoorden, alle gewogen instrumenten per oordeel, en de gewogen instrumenten die iemand uitwerkt.
// adressen: { vol }: een adres van de site als heel adres; en { notitie, keuzehulp }: deze notitie, en de uitkomst in de keuzehulp.
export function maakNotitie(gegevens, keuze, adressen) {
  const noten = new Noten(adressen.vol);
  const { extra } = gegevens;
  const schrijver = { gegevens, extra, ...keuze, adressen, noten };
  return [
    ...begin(schrijver),
    ...extra.vragen.flatMap(([titel, zelf, hulpen], n) => [
      kop(2, `${n + 1}. ${titel}`),
      ...(PER_VRAAG[n]?.(schrijver) ?? []),
      ...hulp(schrijver, hulpen),
      ...vulAan(zelf),
    ]),
    ...slot(schrijver),
  ];
}

// Wat de kaarten weten bij elke vraag van het Beleidskompas; over het doel weten zij niets.
const PER_VRAAG = [antwoorden, () => [], opties, vergelijking, steunen];

function opties(schrijver) {
  return [...telling(schrijver), ...nuloptie(schrijver), ...schrijver.gekozen.flatMap((een, n) => optie(schrijver, een, n + 1)), ...rest(schrijver)];
}

const kop = (niveau, ...inhoud) => ({ soort: "kop", niveau, inhoud });
const alinea = (...inhoud) => ({ soort: "alinea", inhoud });
const lijst = (punten) => (punten.length ? [{ soort: "lijst", punten }] : []);
const vet = (tekst) => ({ tekst, vet: true });
const schuin = (tekst) => ({ tekst, schuin: true });
const aantal = (getal, een, meer) => `${getal} ${getal === 1 ? een : meer}`;
const opsomming = (delen) => (delen.length > 1 ? `${delen.slice(0, -1).join(", ")} en ${delen.at(-1)}` : delen.join(""));
const zonderPunt = (tekst) => tekst.replace(/\.$/, "");

// Plaatsen in bronnen, genummerd in de volgorde waarin de notitie ze noemt; dezelfde plaats houdt haar nummer.
class Noten {
  #nummers = new Map();
  #bronnen = new Map();

  constructor(vol) {
    this.vol = vol;
  }

  // De nummers van deze plaatsen, als stukje tekst: " [1, 4]".
  bij(plaatsen) {
    const nummers = plaatsen.map((een) => this.#nummer(een)).sort((een, ander) => een - ander);
    return nummers.length ? ` [${nummers.join(", ")}]` : "";
  }

  #nummer({ titel, adres, plaats }) {
    const sleutel = JSON.stringify([adres, plaats]);
    if (!this.#nummers.has(sleutel)) {
      const nummer = this.#nummers.size + 1;
      this.#nummers.set(sleutel, nummer);
      if (!this.#bronnen.has(adres)) this.#bronnen.set(adres, { titel, plaatsen: [] });
      this.#bronnen.get(adres).plaatsen.push(`[${nummer}] ${plaats}`);
    }
    return this.#nummers.get(sleutel);
  }

  get lijst() {
    return [...this.#bronnen].map(([adres, { titel, plaatsen }]) => [`${titel}: ${plaatsen.join("; ")}. `, link(this.vol(adres))]);
  }
}

const link = (naar, tekst = naar) => ({ tekst, naar });

// Achter een naam staat altijd wat een instrument niet (of niet meer) is: voorgesteld, vervallen.
const naam = ({ adressen }, { titel, adres, status }) => [link(adressen.vol(adres), titel), ...(status ? [` (${status})`] : [])];

function begin({ vraag, extra, adressen }) {
  return [
    kop(1, vraag || OPSCHRIFT),
    alinea(schuin("Keuzenotitie"), ` uit de Instrumentenwijzer, met de kaarten zoals zij waren op ${extra.datum}. De volgorde is die van het Beleidskompas. `, link(adressen.notitie, "Open deze notitie opnieuw"), "."),
    alinea("De zinnen komen van de kaarten, met hun bron tussen haken. Waar een zin een oordeel van de redactie is, staat dat erbij. Er is niets opgeteld tot een cijfer: de keuze is aan u."),
  ];
}

const vulAan = (zinnen) => [alinea(vet("Vul zelf aan")), ...lijst(zinnen.map((zin) => [zin]))];

function antwoorden({ gegeven, extra }) {
  if (!gegeven.size) return [alinea("Er zijn geen antwoorden gegeven. Deze notitie legt alleen instrumenten naast elkaar.")];
  const perVraag = new Map();
  for (const { vraag, titel } of gegeven) {
    const gevraagd = vraag?.titel ?? "Wat schuurt er?";
    perVraag.set(gevraagd, [...(perVraag.get(gevraagd) ?? []), titel]);
  }
  return [alinea("Deze antwoorden zijn gegeven:"), ...lijst([...perVraag].map(([gevraagd, titels]) => [vet(gevraagd), ` ${titels.join(". ")}.`]))];
}

function telling({ gegeven, verdeling, adressen }) {
  if (!gegeven.size) return [];
  const { past, deels, niet, onbekend } = verdeling;
  const alle = past.length + deels.length + niet.length + onbekend.length;
  const delen = [
    [past, "past er 1", `passen er ${past.length}`],
    [deels, "past er 1 deels", `passen er ${deels.length} deels`],
    [niet, "valt er 1 af", `vallen er ${niet.length} af`],
  ].filter(([een]) => een.length).map(([een, enkel, meer]) => (een.length === 1 ? enkel : meer));
  return [alinea(
    delen.length ? `Van de ${alle} instrumenten ${opsomming(delen)}. ` : "",
    onbekend.length ? `Van ${onbekend.length} zegt de kaart niets over deze antwoorden; dat is geen nee. ` : "",
    link(adressen.keuzehulp, "Bekijk ze in de keuzehulp"), ".",
  )];
}

function nuloptie({ extra, noten, adressen }) {
  const over = extra.nuloptie.length - NULZINNEN;
  if (!extra.nuloptie.length) return [];
  return [
    kop(3, "Optie 0: niets doen (nuloptie)"),
    ...lijst(extra.nuloptie.slice(0, NULZINNEN).map(({ tekst, stand, oordeel, bronnen }) => [tekst, ...merk(oordeel), ...(stand ? [" ", schuin(`(${stand})`)] : []), noten.bij(bronnen)])),
    ...(over > 0 ? [alinea(`Nog ${aantal(over, "zin", "zinnen")} over `, link(adressen.vol("keuzenotitie/#nuloptie"), "de nuloptie"), ".")] : []),
  ];
}

const merk = (oordeel) => (oordeel ? [" ", schuin("(oordeel van de redactie)")] : []);

// Eén instrument: per antwoord de sterkste zin ervoor en ertegen, en hoeveel er nog op de kaart staat.
function optie(schrijver, een, nummer) {
  const { extra, gegeven, noten, adressen } = schrijver;
  const { instrument, voor, tegen, gedekt, oordeel } = een;
  const eigen = extra.instrumenten[instrument.id];
  const dekt = gedekt.size ? ` De zinnen ervoor gaan over ${gedekt.size} van de ${aantal(gegeven.size, "antwoord", "antwoorden")}.` : "";
  const gewogen = gegeven.size ? [vet(`Oordeel: ${OORDEEL[oordeel]}.`), dekt] : [];
  const [ervoor, ertegen] = gegeven.size ? [sterkste(voor, gegeven), sterkste(tegen, gegeven)] : eersteZinnen(instrument);
  const over = voor.length + tegen.length - ervoor.length - ertegen.length;
  return [
    kop(3, `Optie ${nummer}: `, ...naam(schrijver, instrument)),
    alinea(eigen.samenvatting, " ", ...gewogen),
    ...lijst([
      ...ervoor.map((gezegd) => zin(schrijver, gezegd, "Ervoor")),
      ...ertegen.map((gezegd) => zin(schrijver, gezegd, "Ertegen")),
      ...instrument.effect.map((gevonden) => effect(schrijver, instrument, gevonden)),
    ]),
    ...(over > 0 ? [alinea(`Nog ${aantal(over, "zin", "zinnen")} over deze antwoorden op `, link(adressen.vol(instrument.adres), "de kaart"), ".")] : []),
  ];
}

// Wat er van het effect bekend is. Een lange bevinding blijft op de kaart staan: afkappen maakt haar iets anders.
function effect({ noten, adressen }, { adres, evaluaties }, { tekst, bronnen }) {
  if (tekst.length <= LANGSTE_EFFECT) return [vet("Effect: "), tekst, noten.bij(bronnen)];
  return [vet("Effect: "), "zie ", link(`${adressen.vol(adres)}#effect`, evaluaties === 1 ? "de evaluatie" : `de ${evaluaties} evaluaties`), " op de kaart."];
}

// De eerste zin bij elk antwoord: de zinnen van de kaart zelf staan vooraan, dan die van andere kaarten, dan kenmerken.
// Een zin die over meer antwoorden gaat, staat er één keer.
function sterkste(zinnen, gegeven) {
  const gevonden = new Map();
  for (const antwoord of gegeven) {
    const eerste = zinnen.find(({ over }) => over.includes(antwoord));
    if (eerste) gevonden.set(eerste, [...(gevonden.get(eerste) ?? []), antwoord.titel]);
  }
  return [...gevonden].map(([gezegd, bij]) => ({ ...gezegd, bij }));
}

// Zonder antwoorden: hoe de kaart zelf begint.
function eersteZinnen({ zinnen }) {
  const eerste = (soort) => zinnen.filter((een) => een.soort === soort && !een.van).slice(0, 1).map((een) => ({ ...een, bij: [] }));
  return [eerste("als"), eerste("niet-als")];
}

function zin(schrijver, gezegd, richting) {
  const bij = gezegd.bij.length ? ` bij ‘${gezegd.bij.join("’ en ‘")}’` : "";
  return [vet(`${richting}${bij}: `), ...woorden(schrijver, gezegd)];
}

function woorden(schrijver, { tekst, soort, bronnen, oordeel, van }) {
  const begin = { als: van ? ["Kies dit in plaats van ", ...naam(schrijver, van), " als "] : ["Kies dit als "], "niet-als": ["Kies iets anders als "] }[soort] ?? [];
  const kenmerk = bronnen.length || oordeel ? [] : [" ", schuin("(kenmerk van de kaart)")];
  return [...begin, `${zonderPunt(tekst)}.`, ...merk(oordeel), ...kenmerk, schrijver.noten.bij(bronnen)];
}

function rest(schrijver) {
  const { verdeling, gekozen, gegeven, adressen } = schrijver;
  if (!gegeven.size) return [];
  const uitgewerkt = new Set(gekozen.map(({ instrument }) => instrument));
  const over = (oordeel) => verdeling[oordeel].filter(({ instrument }) => !uitgewerkt.has(instrument));
  const niet = over("niet");
  const ookPast = [["Passen ook, maar zijn hier niet uitgewerkt: ", over("past")], ["Passen deels, en zijn hier niet uitgewerkt: ", over("deels")]];
  return [
    ...ookPast.filter(([, een]) => een.length).map(([aanloop, een]) => alinea(aanloop, ...namen(schrijver, een), ".")),
    ...(niet.length ? [kop(3, "Wat afvalt"), {
      soort: "tabel",
      bijschrift: "Instrumenten die afvallen, met de zin die dat zegt",
      kop: [["Instrument"], ["Waarom niet"]],
      rijen: niet.slice(0, AFVALLERS).map(({ instrument, tegen }) => [naam(schrijver, instrument), woorden(schrijver, tegen[0])]),
    }] : []),
    ...(niet.length > AFVALLERS ? [alinea(`Nog ${niet.length - AFVALLERS} vallen af. `, link(adressen.keuzehulp, "Zij staan in de keuzehulp"), ".")] : []),
  ];
}

function namen(schrijver, gewogen) {
  const stukken = gewogen.slice(0, NAMEN).flatMap(({ instrument }, n) => [...(n ? [", "] : []), ...naam(schrijver, instrument)]);
  return gewogen.length > NAMEN ? [...stukken, ` en nog ${gewogen.length - NAMEN}`] : stukken;
}

function vergelijking(schrijver) {
  const { gekozen, gegeven, extra, noten } = schrijver;
  if (!gekozen.length) return [alinea("Er is nog geen instrument gekozen om te vergelijken.")];
  const rij = (wat, cel) => [[wat], ...gekozen.map(cel)];
  const perAntwoord = [...gegeven].map((antwoord) => rij(antwoord.titel, ({ voor, tegen }) => [zegt(voor, tegen, antwoord)]));
  const scores = extra.schalen.map((schaal, n) => rij(schaal, ({ instrument }) => {
    const { woorden: score, bronnen } = extra.instrumenten[instrument.id].scores[n];
    return [score ? score + noten.bij(bronnen) : "niet bepaald"];
  }));
  return [
    {
      soort: "tabel",
      bijschrift: "De uitgewerkte instrumenten naast elkaar",
      kop: [["Waarop"], ...gekozen.map(({ instrument }) => naam(schrijver, instrument))],
      rijen: [
        ...perAntwoord,
        ...scores,
        rij("Evaluaties op de kaart", ({ instrument }) => [String(instrument.evaluaties)]),
        rij("Praktijkvoorbeelden", ({ instrument }) => [String(instrument.cases)]),
      ],
    },
    alinea("De scores zijn een oordeel van de redactie. ‘Niet bepaald’ en ‘zegt niets’ betekenen niet laag of nee: de bronnen laten het open."),
  ];
}

function zegt(voor, tegen, antwoord) {
  const spreekt = (zinnen) => zinnen.some(({ over }) => over.includes(antwoord));
  if (spreekt(voor)) return spreekt(tegen) ? "ervoor en ertegen" : "ervoor";
  return spreekt(tegen) ? "ertegen" : "zegt niets";
}

// Instrumenten die bij een vraag helpen.
function hulp(schrijver, hulpen) {
  const { gegevens, noten } = schrijver;
  return hulpen.map(({ id, reden, bronnen }) => {
    const instrument = gegevens.instrumenten.find((een) => een.id === id);
    return alinea(...naam(schrijver, instrument), ": ", reden, noten.bij(bronnen));
  });
}

// Op welk gegeven antwoord een oordeel leunt: vervalt dat, dan wordt het anders.
function steunen({ gegevens, gekozen, gegeven }) {
  const punten = gekozen.flatMap((een) => {
    const zonder = wissels(gegevens, een, gegeven).filter(({ soort }) => soort === "zonder");
    if (!zonder.length) return [];
    const [{ antwoord, wordt }] = zonder;
    const wordtDan = { past: "past dit", deels: "past dit deels", niet: "past dit niet", onbekend: "weten we het niet" }[wordt];
    const meer = zonder.length > 1 ? ` Ook ${aantal(zonder.length - 1, "ander antwoord verandert", "andere antwoorden veranderen")} het.` : "";
    return [[vet(`${een.instrument.titel}: `), `zonder ‘${antwoord.titel}’ ${wordtDan}.${meer}`]];
  });
  return punten.length ? [alinea("Op deze antwoorden leunt het oordeel. Klopt er een niet, dan verandert het:"), ...lijst(punten)] : [];
}

function slot(schrijver) {
  const { gekozen, extra, adressen, noten } = schrijver;
  const kaarten = gekozen.map(({ instrument }) => [`${instrument.titel}${instrument.status ? ` (${instrument.status})` : ""}, nagekeken op ${extra.instrumenten[instrument.id].nagekeken}: `, link(adressen.vol(instrument.adres))]);
  return [
    kop(2, "Bronnen"), ...lijst(noten.lijst),
    ...(kaarten.length ? [kop(2, "Gebruikte kaarten"), ...lijst(kaarten)] : []),
    alinea(`Gegevens van de Instrumentenwijzer tot en met ${extra.datum}. Deze notitie: `, link(adressen.notitie)),
  ];
}

// data/keuzenotitie.json, met overal dingen in plaats van plaatsen in een lijst.
export function ontvouwExtra({ datum, bronnen, vragen, nuloptie: nul, schalen, instrumenten }) {
  const plaatsen = plaatsenIn(bronnen);
  return {
    datum,
    schalen,
    vragen: vragen.map(([titel, zelf, hulpen]) => [titel, zelf, hulpen.map(([id, reden, waar]) => ({ id, reden, bronnen: plaatsen(waar) }))]),
    nuloptie: nul.map(([tekst, stand, oordeel, waar]) => ({ tekst, stand, oordeel, bronnen: plaatsen(waar) })),
    instrumenten: Object.fromEntries(Object.entries(instrumenten).map(([id, [samenvatting, nagekeken, scores]]) => [id, {
      samenvatting,
      nagekeken,
      scores: scores.map(([score = "", waar = []]) => ({ woorden: score, bronnen: plaatsen(waar) })),
    }])),
  };
}
