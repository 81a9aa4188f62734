"""Every sentence about an error in Dutch, by code; the codes and placeholders are those of the English table.

Keys, codes and notation stay as documents write them, and what a parser of YAML or JSON says stays in its English.
"""

SENTENCES: dict[str, str] = {
    # files and their syntax
    "file-not-found": "Er is geen bestand of map met deze naam.",
    "no-documents": "Een map met inschrijvingen bevat voor elke inschrijving één bestand (.yaml, .yml of .json); deze "
    "map bevat er geen.",
    "too-large": "Een document heeft ten hoogste {limit} bytes.",
    "too-deep": "Een document is ten hoogste {limit} niveaus diep.",
    "byte-order-mark": "Sla het bestand op als UTF-8, zonder byte order mark (BOM).",
    "not-utf8": "Sla het bestand op als UTF-8; byte {offset} is dat niet.",
    "not-yaml": "Dit is geen YAML (melding van de lezer, in het Engels: {reason}).",
    "not-json": "Dit is geen JSON (melding van de lezer, in het Engels: {reason}).",
    "empty-document": "Het document is leeg.",
    "several-documents": "Een bestand bevat één document; bij '---' begint een tweede.",
    "not-a-mapping": "Een document bestaat uit sleutels met waarden.",
    "anchor": "Ankers, aliassen en samengevoegde sleutels (&, * en <<) worden niet gelezen; schrijf de waarde voluit, "
    "of zet de tekst tussen aanhalingstekens.",
    "tag": "Tags (!) worden niet gelezen; schrijf de waarde zoals de documentatie haar toont, of zet de tekst tussen "
    "aanhalingstekens.",
    "duplicate-key": "De sleutel {key} staat er twee keer, voor het eerst op regel {first}. Verwijder er één.",
    "duplicate-key-json": "De sleutel {key} staat twee keer in één object. Verwijder er één.",
    "key-not-text": "Een sleutel is een tekst.",
    "comma-tail": "Na een komma staat een sleutel zonder waarde. Binnen {{…}} scheidt een komma de onderdelen: "
    "schrijf decimalen na een punt (12.5 %), en zet een tekst met een komma tussen aanhalingstekens.",
    "control-character": "De tekst bevat een onzichtbaar teken, {character}. Verwijder het.",
    "lone-surrogate": "De tekst bevat een half teken ({character}). Schrijf het hele teken.",
    "json-constant": "{found} is in JSON geen getal. Schrijf het getal, of null als er geen is.",
    # numbers
    "number-float": "Dit getal (een float) heeft meer cijfers dan iemand intypt, dus het komt uit een berekening. "
    "Geef het getal als tekst, zoals '0.1', of als Decimal('0.1').",
    "number-type": "Hier hoort een getal. Een programma geeft het als tekst, int of Decimal.",
    "number-boolean": "De woorden true en false zijn geen getallen.",
    "number-empty": "Schrijf een getal; een lege tekst is er geen.",
    "number-comma": "Schrijf decimalen na een punt en duizendtallen zonder teken: 12500.50.",
    "number-exponent": "Schrijf het getal voluit, zonder exponent.",
    "number-underscore": "Schrijf het getal zonder lage streepjes (_).",
    "number-space": "Schrijf het getal zonder spaties; alleen tussen het getal en de eenheid mag er één staan.",
    "number-digits": "Schrijf het getal met de cijfers 0 tot en met 9 van ASCII.",
    "number-plus": "Schrijf het getal zonder plusteken.",
    "number-minus-zero": "Schrijf 0; min nul bestaat niet.",
    "number-leading-zero": "Schrijf het getal zonder nullen ervoor.",
    "number-bare-point": "Schrijf aan beide kanten van de punt een cijfer.",
    "number-size": "Een getal heeft ten hoogste 18 cijfers voor de punt en 12 erna.",
    "number-form": "Dit is geen getal.",
    "unit-missing": "Schrijf de eenheid erbij: {example}.",
    "unit-unexpected": "Hier hoort een gewoon getal, zonder {unit}.",
    "unit-unknown": "{unit} is hier geen bekende eenheid; bekend zijn: {known}.",
    "unit-differs": "Hier hoort een {expected}, zoals {example}; {unit} is een eenheid voor een {given}.",
    "below-zero": "Dit mag niet minder dan 0 zijn.",
    "not-positive": "Dit moet meer dan 0 zijn.",
    "share-beyond": "Een niveau levert tussen -100 % en 100 % op.",
    "share-outside": "Een aandeel ligt tussen 0 % en 100 %.",
    "mark-of-10": "Een cijfer van een repareerbaarheidsindex ligt tussen 0 en 10.",
    "share-not-between": "Dit moet meer dan 0 % en minder dan 100 % zijn.",
    "not-whole": "Hier hoort een geheel getal van {low} tot en met {high}.",
    "exponent-outside": "Een exponent ligt tussen {low} en {high}, is niet 0 en heeft ten hoogste 2 decimalen.",
    "not-above-1": "Dit moet meer dan 1 zijn.",
    # structure
    "missing-key": "De sleutel {key} ontbreekt. Schrijf hem erbij, met null waar een antwoord mag ontbreken.",
    "unknown-key": "De sleutel {key} is hier niet bekend.{slip}",
    "wrong-type": "Hier hoort {expected}.",
    "unknown-choice": "Hier hoort een van deze woorden: {choices}.{slip}",
    "empty-text": "Een lege tekst zegt niets. Schrijf een tekst, of null waar een antwoord mag ontbreken.",
    "empty-list": "Hier hoort ten minste één onderdeel.",
    "id-form": "Een id heeft 1 tot en met 64 tekens a–z, 0–9 en '-', en begint met een letter of een cijfer.",
    "name-form": "Een naam heeft 1 tot en met 64 tekens a–z, 0–9, '_' en '-', en begint met een letter.",
    "currency-form": "Een valuta bestaat uit drie hoofdletters, zoals EUR.",
    "instant-form": "Schrijf datum, tijd en verschil met UTC: 2026-10-15T12:00:00+02:00.",
    "instant-without-offset": "Schrijf na de tijd het verschil met UTC: 2026-10-15T12:00:00+02:00.",
    "day-form": "Schrijf jaar, maand en dag: 2026-10-15.",
    "pointer-form": "Een plaats schrijf je als JSON Pointer, zoals /prices/desk.",
    "withheld-form": "Schrijf een waarde die niet wordt vrijgegeven als {{withheld: reden}}.",
    "text-languages": "Een tekst in meer talen heeft voor elke taal een sleutel, zoals nl of en, met de tekst in die "
    "taal.",
    "schema-other": "Het document moet beginnen met 'schema: {expected}'.",
    "schema-newer": "Dit document is gemaakt voor een nieuwere versie; dit programma leest {expected}.",
    "too-many": "Hier zijn er ten hoogste {limit} toegestaan.",
    # the tender, as a whole
    "duplicate-id": "Het id {id} staat er twee keer, voor het eerst op {first}.",
    "weights-whole": "De gewichten zijn samen {sum}; zij moeten onder de 100 % blijven, anders kan een prijs "
    "niets worden.",
    "life-cycle-only": "De gunningsmethode {method} gebruikt {key} niet; dat hoort bij life_cycle_cost.",
    "worth-of-money": "Dit is al geld; laat worth weg.",
    "cost-not-money": "Wat hier wordt gemeten is {gives}, geen geld. Vermeld onder worth wat een eenheid waard "
    "is, en de bron.",
    "externality-unsourced": "Een effect op anderen krijgt een waarde in geld met de bron erbij: vermeld worth.",
    "cost-otherwise": "Wie niet antwoordt, mag niet gunstiger tellen dan wie dat wel doet; het slechtste dat "
    "mag worden geantwoord is {worst}.",
    "real-and-nominal": "Reëel en nominaal geld worden nooit gemengd; de gunning is in {expected} prijzen.",
    "costs-not-counted": "De gunningsmethode {method} telt geen kosten mee; geef de prijs een score, of kies "
    "een andere methode.",
    "scored-not-counted": "De gunningsmethode {method} telt alleen kosten, dus deze criteria leveren niets op.",
    "cost-missing": "De gunningsmethode {method} heeft kosten nodig: een criterium met de sleutel cost.",
    "nothing-scored": "De gunningsmethode {method} heeft een criterium nodig dat een score krijgt.",
    "nothing-rounded": "De gunningsmethode {method} geeft criteria geen score, dus daar is niets af te ronden. Schrijf "
    "total, of rounding: none.",
    "cost-below-zero": "De gunningsmethode {method} vermenigvuldigt of deelt deze kosten, dus zij mogen niet onder 0 "
    "komen: daar zou meer kwaliteit minder waard zijn.",
    "price-twice": "De prijs telt één keer: dit zijn verschillende kosten van de soort price.",
    "points-below-zero": "De gunningsmethode {method} deelt of vermenigvuldigt met wat wordt behaald, dus niets "
    "mag hier onder 0 komen: daar zou een duurdere inschrijving beter zijn.",
    "discount-whole": "De criteria kunnen 100 % van een prijs of meer opleveren, zodat een prijs niets kan worden. "
    "Houd wat zij samen kunnen opleveren onder 100 %.",
    "coefficient-below-zero": "Wat de criteria eraf kunnen halen, brengt de coëfficiënt op 0 of lager, en daar zou "
    "een duurdere inschrijving beter zijn. Laat ze er minder afhalen.",
    "price-does-not-rank": "Bij best_quality telt de prijs niet voor de rangorde, dus geen criterium geeft er "
    "punten voor. Moet hij meetellen, dan is de methode weighted_points.",
    "price-is-fixed": "De prijs ligt vast op {price}, dus inschrijvers hebben niets te prijzen. Laat prices weg, "
    "of schrijf fixed_price: null.",
    "price-is-no-income": "De prijs is wat de aanbesteder betaalt, en geen restwaarde.",
    "keep-of-totals": "De totalen van {method} vergelijken de inschrijvingen die overblijven, dus zonder één "
    "daarvan kunnen zij niet blijven staan. Schrijf recompute.",
    "cost-in-group": "Kosten staan op het hoogste niveau, en niet in een groep.",
    "one-price": "De laagste prijs is die van één criterium met kosten van de soort price.",
    "rate-too-low": "Bij een rente van −100 % of minder is er geen contante waarde.",
    "unknown-cost": "De aanbesteding heeft geen kosten met dit id.{slip}",
    "variant-not-allowed": "Deze inschrijving is een variant, en de aanbesteding staat die niet toe.",
    "variant-missing": "De aanbesteding vraagt van elke inschrijver een variant, en {bidder} deed er geen.",
    "weights-total": "De gewichten van alle criteria, zonder de groepen, zijn samen {sum}; award.points zegt "
    "{expected}.",
    "weights-group": "De gewichten in deze groep zijn samen {sum}; het gewicht van de groep zegt {expected}.",
    "rescale-without-weight": "Een groep die wordt herschaald, moet haar gewicht noemen.",
    "scale-does-not-fit": "De schaal {scale} werkt met een {takes}; de indicator {indicator} levert een {gives}.",
    "scale-flat": "De waarden van zero_at en full_at zijn gelijk; de schaal maakt dan geen verschil tussen "
    "inschrijvingen.",
    "levels-without-allowed": "Een oordeel is alleen een getal als de indicator zegt welke getallen zijn toegestaan; "
    "schrijf allowed: {{least: …, greatest: …}}, of gebruik de schaal levels.",
    "least-above-greatest": "De waarde van least moet kleiner zijn dan die van greatest.",
    "below-zero-relative": "De schaal {scale} deelt waarden of verheft ze tot een macht, dus geen waarde mag minder "
    "dan 0 zijn; schrijf least: 0.",
    "rescale-below-zero": "De punten van {ids} kunnen onder 0 komen, en dan is er geen beste om naar te herschalen; "
    "schrijf bounds: cut.",
    "ceiling-of-scale": "De schaal {scale} heeft een plafond (ceiling) nodig waar een bedrag wordt gemeten, en anders "
    "geen.",
    "earns-the-same": "Elke inschrijving zou hetzelfde opleveren; de schaal maakt dan geen verschil tussen "
    "inschrijvingen.",
    "zero-earns": "Met een exponent boven 0 is de waarde 0 de slechtste, en die levert niets op; schrijf at_zero: 0 %.",
    "step-bound": "Elke trede heeft één grens, en alle treden hebben dezelfde: {key}.",
    "steps-order": "Een latere trede moet moeilijker te bereiken zijn dan de vorige ({before}).",
    "steps-earn-less": "Een latere trede moet meer opleveren dan wat ervoor komt ({before}).",
    "points-order": "De punten staan in de volgorde van hun waarden; het vorige staat bij {before}.",
    "points-flat": "Alle punten leveren hetzelfde op; de schaal maakt dan geen verschil tussen inschrijvingen.",
    "otherwise-not-worst": "Wat niet is bewezen, mag niet meer tellen dan wat wel is bewezen; noem wat het minst "
    "waard is: {worst}.",
    "otherwise-unknown": "De sleutel otherwise noemt een van deze: {choices}.",
    "otherwise-in-mean": "In een gemiddelde mag een product zonder het gevraagde bewijs niet meer tellen dan een "
    "ander; schrijf otherwise: 0 years.",
    "otherwise-earns": "Wat niet is beantwoord of niet is bewezen, mag niet meer opleveren dan het minste dat de "
    "schaal {scale} geeft, bij welke waarde ook; wijzig otherwise, of kies een andere schaal.",
    "savings-without-lines": "Besparingen zijn die van de producten bij prices.lines; die zijn er niet.",
    "savings-name-missing": "Een criterium kent de naam {name} ({at}). Schrijf ook hier wat die betekent; anders telt "
    "deze naam bij de besparingen van een inschrijving niet mee.",
    "savings-other-class": "Een criterium zegt dat {name} {sort} is ({at}); een naam kan geen twee dingen betekenen.",
    "baseline-open": "In een referentie blijft niets open: aandelen zijn samen 100 %, en deze zijn samen {sum} %.",
    "baseline-mass": "In een referentie blijft niets open: de onderdelen wegen samen {sum} kg en het product weegt "
    "{mass} kg.",
    "scale-rewards-less": "De schaal {scale} geeft meer voor minder {indicator}, zodat wat niet is opgegeven of "
    "niet is bewezen het meest zou opleveren; keer de schaal om, of kies een andere.",
    "other-unknown": "De sleutel other_materials noemt een rij van efficiencies: {choices}.",
    "other-not-worst": "Een onderdeel dat niet zegt waarvan het is gemaakt, mag niet meer tellen dan een onderdeel dat "
    "dat wel zegt; het laagst is hier: {worst}.",
    "feedstock-efficiency": "Waar minder dan een derde gerecyclede grondstof wordt, kan meer daarvan de indicator "
    "verslechteren, zodat wat niet is opgegeven meer zou tellen dan wat wel is opgegeven; noem een derde of meer.",
    "biological-in-2015": "De indicator van 2015 kent alleen technische kringlopen en geen {sort}; schrijf "
    "version: 2019.",
    "energy-without-destination": "Geen bestemming is hier energy, dus dit telt nergens voor; noem er een, of laat dit "
    "weg.",
    "utility-of-line": "Ook de regel {line} heeft hier een getal nodig, waarmee het product wordt vergeleken.",
    "fields-or-levels": "Een materialenpaspoort wordt gevraagd met fields of met levels: schrijf een van de twee.",
    "levels-worth-order": "Een hoger niveau moet meer waard zijn dan het niveau eronder, {before}.",
    "weaker-worth-more": "Dit zegt of bindt minder dan {above} en mag dus niet meer tellen dan dat, {worth}.",
    "scale-rewards-more": "De schaal {scale} geeft meer voor meer {indicator}, en dat is een last; keer de schaal om, "
    "of kies een andere.",
    "ladder-rises": "Dit staat op de R-ladder onder {above} en mag dus niet meer waard zijn dan dat, {worth}.",
    "priced-in-euro": "De prijzen van deze set zijn in EUR en deze aanbesteding is in {currency}; er staat geen "
    "wisselkoers in.",
    "climate-twice": "Klimaatverandering als geheel bevat dit al, zodat het dubbel zou tellen; laat een van beide weg.",
    "basket-without-lines": "De indicator {indicator} meet producten uit het referentiepakket (reference_basket); geen "
    "van de regels daarvan hoort hierbij.",
    "on-rejection-missing": "De punten van {ids} hangen af van andere inschrijvingen; de aanbesteding moet dus zeggen "
    "wat er gebeurt als een inschrijving terzijde wordt gelegd: on_rejection: keep of recompute.",
    "threshold-relative": "Deze punten hangen af van andere inschrijvingen; welke inschrijving hierdoor terzijde wordt "
    "gelegd, hangt daar dan ook van af. Schrijf on: relative als dat de bedoeling is.",
    "threshold-above-weight": "Hier is ten hoogste {weight} te behalen, dus niemand kan dit bereiken.",
    "reasons-without-name": "De motivering haalt de inschrijving aan, en dat verraadt van wie zij is. Geef ook de naam "
    "(name) vrij.",
    "price-without-lines": "De indicator price heeft prices.lines in de aanbesteding nodig.",
    "products-without-lines": "De indicator {indicator} meet een product voor elke regel van prices.lines; er is er "
    "geen.",
    "unknown-discount": "Er is geen korting met dit id.{slip}",
    "unknown-tie": "Bij een gelijk totaal beslist een criterium van deze aanbesteding, received, of een loting.{slip}",
    "threshold-empty": "Een drempel noemt at_least, max_pass of beide.",
    "equal-missing": "Zeg wat er gebeurt met inschrijvingen die gelijk zijn aan de laatste die doorgaat: equal: pass.",
    "equal-without-max-pass": "Alleen bij max_pass is het de vraag wat er met gelijke inschrijvingen gebeurt. Noem "
    "max_pass, of verwijder equal.",
    "draw-not-last": "Een loting beslist altijd; daarna kan niets meer volgen.",
    "unknown-stage-criterion": "Een ronde noemt criteria van het bovenste niveau.{slip}",
    "stages-incomplete": "Elk criterium van het bovenste niveau hoort bij één ronde; nog niet genoemd: {ids}.",
    # bids and judgements against the tender
    "ceiling-without-price": "Een plafond wordt getoetst waar de prijs wordt gemeten; geen criterium heeft de "
    "indicator price.",
    "mean-of-levels": "Niveaus hebben geen gemiddelde. Schrijf allowed: {{least: …, greatest: …}}, dan zijn oordelen "
    "getallen.",
    "median-of-levels": "Tussen twee niveaus ligt geen midden. Schrijf allowed: {{least: …, greatest: …}}, dan zijn "
    "oordelen getallen.",
    "rounding-missing": "De aanbesteding berekent dit oordeel en zegt dus hoe het wordt afgerond: rounding: none, of "
    "{{places: …, mode: …}}.",
    "rounding-of-nothing": "De commissie schrijft dit oordeel zelf, er wordt dus niets afgerond. Haal rounding weg.",
    "step-misses-greatest": "De stappen komen niet op {greatest} uit; de laatste is {last}.",
    "mark-twice": "Het oordeel {mark} staat er twee keer, voor het eerst in {first}.",
    "lots-incomplete": "Elke regel van de prijslijst hoort bij één perceel; er ontbreekt: {ids}.",
    "lots-not-assessed": "Een aanbesteding met percelen wordt per perceel beoordeeld. Roep assess_lots aan in plaats "
    "van assess.",
    "no-lots": "De aanbesteding heeft geen percelen. Roep assess aan in plaats van assess_lots.",
    "in-lots": "Perceel {lots}: {said}",
    "ceiling-of-lots": "Met percelen is een prijs die van de regels van één perceel. Schrijf het plafond van elk "
    "perceel bij het perceel.",
    "lot-without-criteria": "Voor dit perceel telt geen enkel criterium.",
    "limits-without-lots": "De aanbesteding heeft geen percelen om te beperken. Verwijder lot_limits.",
    "limits-empty": "Er wordt niets beperkt. Schrijf bids, awards of beide, of verwijder lot_limits.",
    "order-without-awards": "De volgorde van de percelen doet er alleen toe als een inschrijver ze niet alle mag "
    "winnen. Schrijf awards, of verwijder order.",
    "lot-order-missing": "Wie niet elk perceel mag winnen waarin hij eerste wordt, moet weten welk perceel hij wint. "
    "Schrijf de volgorde waarin de percelen worden gegund, zoals order: [south, north].",
    "lot-order-incomplete": "Elk perceel heeft een plaats in de volgorde waarin ze worden gegund; er ontbreekt: {ids}.",
    "lots-missing": "De aanbesteding heeft percelen, en deze inschrijving zegt niet op welke ze is gedaan. Schrijf "
    "lots.",
    "too-many-lots": "Eén inschrijver mag op hoogstens {limit} van de percelen inschrijven; {bidder} schrijft in op "
    "{lots}. Welke daarvan tellen, wordt hier niet gekozen: leg de inschrijving in de andere percelen, of als geheel, "
    "met een besluit terzijde.",
    "of-other-lots": "Dit telt alleen voor percelen waarop de inschrijving niet is gedaan ({lots}). Verwijder het, of "
    "noem het perceel in lots.",
    "decision-of-no-lot": "Dit gaat over geen enkel perceel: wat is besloten, telt niet voor een perceel waarop de "
    "genoemde inschrijvingen zijn gedaan.",
    "lot-only": "Dit is één perceel, en wie het wint, kan van de andere afhangen. Maak het record van alle percelen.",
    "low-amount-of-lots": "Deze regel noemt een bedrag, en met percelen is elke prijs die van één perceel. "
    "Gebruik een regel die alleen prijzen vergelijkt.",
    # when a price must be asked about
    "low-without-price": "Deze regel vergelijkt prijzen; geen criterium heeft de indicator price.",
    "low-without-vat": "De raming is met btw, en prijzen worden daarmee vergeleken. Schrijf prices.vat: included.",
    "low-unknown-criterion": "De aanbesteding heeft geen criterium met dit id.{slip}",
    "low-counted-twice": "De punten van dit criterium tellen al mee, in die van {first}.",
    "low-others-of-one": "Waar één inschrijving is, zijn er geen andere. Schrijf at_least_bids: 2, of meer.",
    "low-twice": "Deze regel staat er twee keer, voor het eerst op {first}.",
    "other-tender": "Het kenmerk van de aanbesteding is {expected}.",
    "no-bids": "Er is geen inschrijving om te beoordelen.",
    "duplicate-bid": "De inschrijving {id} staat er twee keer, voor het eerst in {first}.",
    "received-missing": "De aanbesteding heeft een uiterste termijn, of rangschikt gelijke inschrijvingen naar "
    "ontvangst, dus de inschrijving moet zeggen wanneer zij is ontvangen.",
    "price-missing": "Er is geen prijs per eenheid voor de regel {key}.",
    "unknown-line": "De aanbesteding heeft geen regel met dit id.{slip}",
    "discount-missing": "Er is geen percentage voor de korting {key}.",
    "unknown-bid-discount": "De aanbesteding heeft geen korting met dit id.{slip}",
    "answer-missing": "De aanbesteding vraagt om {key}. Schrijf het erbij, met null waar een antwoord mag ontbreken.",
    "product-missing": "Er is geen product voor de regel {key}.",
    "duplicate-line": "De regel {key} heeft al een product, {first}.",
    "parts-heavier": "De onderdelen wegen samen {sum} kg, meer dan de {mass} kg van het product.",
    "shares-above-whole": "De aandelen zijn samen {sum} %, meer dan 100 %.",
    "unknown-destination": "De aanbesteding kent deze bestemmingen: {choices}.{slip}",
    "unknown-evidence": "De inschrijving noemt geen bewijs met dit id.{slip}",
    "unknown-feedstock": "De aanbesteding kent deze grondstoffen: {choices}.{slip}",
    "unknown-answer": "Er is geen criterium met dit id dat om een antwoord vraagt.{slip}",
    "answer-outside": "De aanbesteding staat antwoorden {bounds} toe.",
    "impacts-of-other-set": "De aanbesteding vraagt om milieueffecten voor de set {expected}; cijfers voor een andere "
    "worden daar niet mee vergeleken.",
    "impact-below-zero": "De aanbesteding staat geen milieueffect onder 0 toe.",
    "term-not-hundredths": "In jaren heeft deze termijn meer dan 2 decimalen nodig, en daar volgt geen waarde van "
    "vandaag uit; schrijf hele, halve of kwart jaren.",
    "term-too-long": "Wat na meer dan {most} jaar wordt betaald, telt niet; schrijf een termijn van hoogstens "
    "{most} jaar.",
    "unknown-row": "De tabel van de aanbesteding heeft deze rijen: {choices}.{slip}",
    "judgements-missing": "De aanbesteding heeft criteria waarover een beoordelingscommissie oordeelt; geef de "
    "oordelen mee.",
    "broken-bid": "De inschrijving {bid} is niet te lezen, en nergens staat wat ermee gebeurt. Verbeter haar, of leg "
    "haar met een besluit terzijde.",
    "unknown-lot": "De aanbesteding heeft geen perceel met dit id.{slip}",
    "unknown-stage": "De aanbesteding heeft geen ronde met dit id.{slip}",
    "unknown-bid": "Er is geen inschrijving met dit id.{slip}",
    "unknown-requirement": "De aanbesteding heeft geen eis met dit id.{slip}",
    "decided-twice": "Hierover is al besloten, in {first}. Een logboek bevat over elk onderwerp één besluit.",
    "decision-missing": "Nergens staat of de inschrijving {bid} voldoet aan de eis {requirement}. Daarvoor is een "
    "besluit nodig.",
    "equivalence-undecided": "Het bewijs {evidence} van de inschrijving {bid} komt in de plaats van wat de "
    "aanbesteding noemt. Als welke soort bewijs het telt, is een besluit.",
    "decisions-order": "De besluiten staan in de volgorde waarin zij zijn genomen; het besluit hiervoor is van "
    "{before}.",
    "stages-order": "De enveloppen van een ronde worden geopend na die van de rondes ervoor; {before} is eerder "
    "geopend.",
    "clarification-fixed": "Wiens inschrijving dit is, op welke aanbesteding, en wanneer zij is ontvangen, kan een "
    "toelichting niet veranderen.",
    "no-such-place": "Het document dat dit besluit verandert, heeft deze plaats niet.",
    "old-differs": "Daar staat: {expected}.",
    "after-explained": "Door een lage prijs die is verklaard, wordt geen inschrijving terzijde gelegd. Verwijder "
    "after.",
    "after-not-published": "De aanbesteding zegt niet wat een inschrijving die na een ronde terzijde wordt gelegd, "
    "doet met de punten van de andere (on_rejection: keep of recompute).",
    "after-not-reached": "De inschrijving {bid} deed niet mee in deze ronde.",
    "draw-not-published": "De aanbesteding zegt niet dat bij gelijke punten een loting beslist.",
    "draw-without-tie": "Deze inschrijvingen delen geen plaats waarover een loting moet beslissen.",
    "unknown-criterion": "Er is geen criterium met dit id waarover een beoordelingscommissie oordeelt.{slip}",
    "mark-computed": "De aanbesteding berekent dit oordeel uit die van de leden. Haal het weg.",
    "other-members": "Alle inschrijvingen worden door dezelfde leden beoordeeld; die van de inschrijving {bid} zijn "
    "{members}.",
    "mark-not-allowed": "De aanbesteding staat oordelen van {least} tot en met {greatest} toe.",
    "mark-off-step": "De aanbesteding staat oordelen van {least} tot en met {greatest} toe, in stappen van "
    "{step}.{slip}",
    "mark-not-listed": "De aanbesteding staat deze oordelen toe: {choices}.{slip}",
    "too-few-members": "Zonder het hoogste en het laagste oordeel moet er iets overblijven: geef de oordelen van ten "
    "minste {least} leden.",
    "tolerance-without-members": "De aanbesteding zegt hoe ver de oordelen van leden uiteen mogen liggen; die moeten "
    "er dus staan.",
    "moderation-missing": "De oordelen van {one} ({mark_one}) en {other} ({mark_other}) liggen verder uiteen dan de "
    "tolerantie, {tolerance}. Schrijf onder moderation hoe daarover is gesproken.",
    "reason-repeats": "Dit herhaalt alleen wat de aanbesteding in {at} zegt. Schrijf wat in deze inschrijving het "
    "oordeel verdient.",
    "unknown-level": "De aanbesteding staat deze niveaus toe: {choices}.{slip}",
    "withheld-needed": "Deze waarde is niet vrijgegeven, maar de inschrijving doet mee in de ronde die de waarde "
    "nodig heeft.",
    "undefined-result": "De formule {formula} heeft hier geen uitkomst: er zou door nul worden gedeeld.",
    "undefined-score": "De formule {formula} van het criterium {criterion} heeft voor deze inschrijvingen geen "
    "uitkomst: er zou door nul worden gedeeld. De aanbesteding moet zeggen wat er dan geldt.",
    # using an assessment
    "promises-no-winner": "Hier wint geen inschrijving, dus er komt geen overeenkomst uit voort. Noem de inschrijving "
    "die wordt bedoeld.",
    "promises-several-winners": "Hier winnen verschillende inschrijvingen, elk met een eigen overeenkomst. Noem de "
    "inschrijving die wordt bedoeld.",
    "promises-rejected": "Deze inschrijving is terzijde gelegd, dus daar komt geen overeenkomst uit voort.",
    "no-such-bid": "Er is geen inschrijving met dit id.{slip}",
    "no-such-criterion": "Er is geen criterium met dit id.{slip}",
    "no-points": "Deze inschrijving is terzijde gelegd en heeft dus geen punten om te vergelijken.",
    "change-broken": "Deze inschrijving is niet te lezen, dus kan er niets anders in staan.",
    "change-decided": "Wat op deze plaats geldt, is geschreven door het besluit {at}; een andere waarde telt dus niet.",
    "change-fixed": "Om welke inschrijving het gaat, en van welke aanbesteding, kan niet anders zijn.",
    "change-no-place": "Zo'n plaats is er niet in deze inschrijving.",
    "change-nothing": "Dit staat er al, dus er zou niets anders zijn.",
    "no-such-mark": "De commissie gaf deze inschrijving niet zo'n oordeel.{slip}",
    "not-quantified": "Deze besparing van de inschrijving is niet in cijfers uit te drukken; waarom staat onder "
    "`unquantified`.",
    "no-savings": "De aanbesteding noemt geen savings; er is geen referentie om inschrijvingen mee te vergelijken.",
    "no-such-baseline": "De aanbesteding kent geen referentie met dit id.{slip}",
    "missing-language": "Deze tekst is er niet in de taal {language}; wel in: {known}.",
    "extra-missing": "Hiervoor is de extra {extra} nodig, en die is niet geïnstalleerd: "
    "pip install 'circular-tender[{extra}]'.",
    # how a message says what was found
    "found-nothing": "niets (null)",
    "found-mapping": "een blok met {count} sleutels",
    "found-mapping-of-1": "een blok met 1 sleutel",
    "found-mapping-of-0": "een leeg blok",
    "found-list": "een lijst van {count}",
    "found-list-of-0": "een lege lijst",
    "found-long-number": "een int van meer dan {limit} cijfers",
    "found-object": "een Python-object van het type {type}",
    "found-bids": "{count} inschrijvingen",
    "found-criteria": "{count} criteria",
    "found-bytes": "{count} bytes",
    "found-documents": "{count} documenten",
    "found-levels": "meer dan {limit} niveaus",
    "found-byte": "byte {byte}",
    "found-step": "trede {number}",
    "found-of-all": "{count} van {all}",
    # the parts of which other sentences are made
    "slip": " Was {word} bedoeld?",
    "either": "{first} of {second}",
    "part-of": "{part} van {whole}",
    "from": "vanaf {least}",
    "to": "tot en met {greatest}",
    "from-to": "van {least} tot en met {greatest}",
    "a-text": "een tekst",
    "a-mapping": "een blok met sleutels en waarden",
    "a-list": "een lijst",
    "true-or-false": "het woord true of false",
    "a-word-or-mapping": "het woord {word} of een blok met sleutels en waarden",
    "a-number": "een getal",
    "a-plain-value": "een blok met sleutels en waarden, een lijst, een tekst, een getal, een tijdstip of null",
    "number": "getal",
    "amount": "bedrag",
    "ratio": "aandeel",
    "mass": "massa",
    "time": "tijdsduur",
    "level": "niveau",
    "whole-document": "(het hele document)",
    "problem": "1 fout gevonden.",
    "problems": "{count} fouten gevonden.",
    "problems-more": "en nog {count}.",
    "found": "gevonden: {found}",
    "no-result": "Dit is niet te berekenen.",
}
