// Decap controleert zijn instellingen met een stuk programma dat het zelf maakt, met `new Function`. Dat zou vragen om
// een beleid waarin elke tekst een programma mag worden. De instellingen zijn hier al gecontroleerd, in de tests; wat
// Decap zo maakt, keurt ze daarom goed, en het beleid blijft dicht.
window.Function = new Proxy(Function, {
    construct: () => () => () => true,
});
