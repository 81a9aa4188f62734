"""What is said of digital product passports in Dutch, beside what `errors` says of documents."""

SENTENCES: dict[str, str] = {
    # a digital product passport that is not read
    "passport-version": "Gelezen worden paspoorten van UNTP {first} tot en met {last}.",
    "passport-packed": "Deze credential is verpakt als token. Controleer haar, en geef het paspoort dat erin zit.",
    "passport-without-product": "Het paspoort beschrijft geen product.",
    "passport-without-weight": "Het paspoort zegt niet wat het product weegt, en daaraan wordt alles afgemeten.",
    "passport-unit": "Een eenheid van massa staat er met haar code uit UNECE-aanbeveling 20; gelezen worden {known}."
    "{slip}",
    "passport-needs-id": "Van deze naam is geen id te maken. Geef het product er een: id.",
    # what somebody should know of a passport that was read
    "passport-without-version": "Het paspoort noemt niet welke versie van UNTP het volgt. Zijn velden worden op hun "
    "naam gelezen.",
    "passport-without-id": "Het paspoort heeft geen id, dus alleen zijn digest zegt welk het is.",
    "passport-two-names": "{first} en {second} zijn twee namen van één veld, en wat er staat verschilt. Geen van beide "
    "wordt gelezen.",
    "passport-share": "Een aandeel ligt tussen 0 en 1. Dit is weggelaten; of er een percentage is bedoeld, wordt niet "
    "geraden.",
    "passport-validity": "Het paspoort eindigt voordat het begint, {begins}.",
    "passport-without-materials": "Het paspoort noemt geen materiaal, dus het product heeft geen onderdelen die iets "
    "kunnen opleveren.",
    "passport-material-without-name": "Dit materiaal heeft geen naam, dus zijn onderdeel heeft geen materiaal.",
    "passport-material-twice": "Deze naam staat al op {first}. Beide worden gelezen, als de onderdelen {other} en "
    "{part}; of het één materiaal is, valt niet te zeggen.",
    "passport-mass-missing": "Het paspoort noemt van dit materiaal geen massa en geen massafractie, dus zijn onderdeel "
    "heeft geen massa.",
    "passport-mass-computed": "Het paspoort noemt de massa van dit materiaal niet. Zij wordt gelezen als deze fractie "
    "van {weight}: {mass}.",
    "passport-mass-long": "Het paspoort noemt de massa van dit materiaal niet, en deze fractie van {weight} heeft meer "
    "dan 12 decimalen. Het onderdeel heeft geen massa.",
    "passport-mass-differs": "De massafractie {fraction} van {weight} is {computed} kg, en niet de massa die hier "
    "staat.",
    "passport-fractions-below": "De massafracties zijn samen {sum} %. De rest van het product is niet beschreven.",
    "passport-fractions-above": "De massafracties zijn samen {sum} %, meer dan het hele product.",
    "passport-parts-heavier": "De materialen wegen samen {sum} kg, meer dan de {mass} kg van het product. Welke massa "
    "niet klopt, valt niet te zeggen; daarom zijn zij alle weggelaten.",
    "passport-figure-told": "Dit gaat over het product als geheel. Een inschrijving heeft er geen plaats voor, dus er "
    "gebeurt niets mee.",
    "passport-circularity-differs": "Met de eigen cijfers van het paspoort geeft de formule van UNTP, "
    "1 − (V + W) ÷ 2D, {untp}, en de materiaalcirculariteitsindicator zonder verliezen {material}. Het cijfer wordt "
    "gelezen zoals het is opgegeven.",
    "passport-recycled-differs": "Van {described} % van het product staat het gerecyclede aandeel vermeld; daarmee is "
    "{recycled} % van het product gerecycled.",
    "passport-hazardous": "Het paspoort noemt dit materiaal gevaarlijk, maar niet de stoffen. Daarover wordt niets "
    "gelezen.",
    "passport-no-safety": "Het materiaal is gevaarlijk, en er is geen veiligheidsinformatie bij.",
    "passport-no-digest": "Van dit bewijs is er geen digest, dus niet is aan te tonen dat het nog is wat het was.",
}
