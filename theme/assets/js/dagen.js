// Dagen als JJJJ-MM-DD, zoals ze in datetime="…" staan; die volgorde is ook die van de kalender.

const twee = (getal) => String(getal).padStart(2, "0");

// De dag van een moment, op de klok van de lezer.
export const dagVan = (moment) => `${moment.getFullYear()}-${twee(moment.getMonth() + 1)}-${twee(moment.getDate())}`;

// De dag van vandaag, of zoveel dagen later.
export function vandaag(later = 0) {
  const moment = new Date();
  moment.setDate(moment.getDate() + later);
  return dagVan(moment);
}

// Of iets dat vóór die dag klaar moest zijn, nu te laat is.
export const isVoorbij = (dag) => dag <= vandaag();
