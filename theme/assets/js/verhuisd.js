// Naar het nieuwe adres van een pagina, met de plek erop en de keuze in het adres. Zonder script doet de pagina het zelf.

const { doel } = document.currentScript.dataset;
location.replace(doel.includes("#") ? doel : doel + location.search + location.hash);
