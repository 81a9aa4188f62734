"""Every sentence in Dutch, by key; the keys and placeholders are the same in every language."""

PHRASES: dict[str, str] = {
    # the report
    "title": "Beoordeling van {title}",
    "internal": "Intern: alleen voor de aanbestedende dienst.",
    "tender": "{buyer}, kenmerk {reference}. {method}",
    "method": "De meeste punten winnen; er zijn {points} punten te behalen.",
    "winner": "{winner} heeft de meeste punten.",
    "tie": "{bids} delen de eerste plaats, en de gepubliceerde regels onderscheiden hen niet. "
    "Er is geen winnaar berekend.",
    "no_ranking": "Er blijft geen inschrijving over; er is dus geen rangorde en geen winnaar.",
    "lead": "Het verschil met {second} is {points} punten, per criterium: {rows}.",
    "lead_equal": "{first} en {second} hebben evenveel punten; de gepubliceerde volgorde van criteria zet {first} "
    "op de eerste plaats.",
    "lead_drawn": "{first} en {second} hebben evenveel punten; de loting zet {first} op de eerste plaats.",
    "lead_rest": "al het andere {points}",
    "lead_row": "{criterion} {points}",
    "ranking": "Rangorde",
    "chart": "Waaruit de punten bestaan",
    "chart_description": "Een balk voor elke inschrijving in de rangorde, opgebouwd uit haar punten per criterium; de "
    "volle breedte is {points} punten.",
    # two bids
    "compare_title": "{first} naast {second}",
    "compare_ahead": "{first} heeft {points} punten meer dan {second}, per criterium: {rows}.",
    "compare_behind": "{first} heeft {points} punten minder dan {second}, per criterium: {rows}.",
    "compare_equal": "{first} en {second} hebben evenveel punten; per criterium verschillen zij: {rows}.",
    "compare_same": "{first} en {second} hebben op elk criterium evenveel punten.",
    "compare_caption": "Punten van {first} en van {second}",
    "compare_description": "Een balk voor elk criterium: naar rechts waar {first} meer punten heeft, naar links waar "
    "{second} er meer heeft.",
    "difference": "Verschil",
    # a tender
    "criteria": "De criteria",
    "indicator": "Wat wordt gemeten",
    "scale": "Wat dat oplevert",
    "kind_price": "prijs",
    "kind_discount": "aangeboden percentage",
    "kind_judgement": "het oordeel van de beoordelingscommissie",
    "kind_answer": "een antwoord in cijfers",
    "kind_choice": "een keuze",
    "kind_reuse_at_end_of_life": "hergebruik aan het einde van de levensduur",
    "kind_recycled_content": "gerecycled materiaal",
    "kind_material_passport": "materialenpaspoort",
    "kind_take_back": "terugname",
    "kind_guaranteed_lifetime": "gegarandeerde levensduur",
    "kind_linear": "een rechte lijn tussen twee waarden",
    "kind_lowest_over_own": "de laagste van allen, gedeeld door de eigen",
    "kind_bilinear_at_mean": "twee rechte lijnen die elkaar bij het gemiddelde raken",
    "kind_levels": "een tabel met niveaus",
    "kind_steps": "een tabel met treden",
    "kind_interpolate": "rechte lijnen tussen punten",
    "kind_ratio_to_best": "de eigen, gedeeld door de hoogste van allen",
    "rank": "Plaats",
    "bid": "Inschrijving",
    "bidder": "Inschrijver",
    "points": "Punten",
    "rejected": "terzijde gelegd",
    # one bid
    "bid_heading": "{bidder} ({bid})",
    "first": "Plaats {rank} van {of}, met {points} van de {maximum} punten: de eerste.",
    "behind": "Plaats {rank} van {of}, met {points} van de {maximum} punten: {gap} punten achter de eerste ({first}).",
    "level": "Plaats {rank} van {of}, met {points} van de {maximum} punten, evenveel als de eerste ({first}): de "
    "gepubliceerde regels bij gelijke punten gaven de doorslag.",
    "shared": "Plaats {rank} van {of}, met {points} van de {maximum} punten, gedeeld met {bids}: "
    "de gepubliceerde regels onderscheiden hen niet.",
    "late": "Terzijde gelegd: ontvangen op {received}, na de uiterste termijn van {deadline}. Een inschrijving die "
    "terzijde is gelegd, heeft geen score.",
    "below_minimum": "Terzijde gelegd aan het einde van de ronde {stage}: {value} punten op {criterion}, en het "
    "minimum is {at_least}. Zij doet niet mee in latere rondes en heeft geen totaal.",
    "not_met": "Terzijde gelegd: zij voldoet niet aan de eis “{requirement}”. Besloten op {at} door {by}: {reason}. "
    "Een inschrijving die terzijde is gelegd, heeft geen score.",
    "decided": "Terzijde gelegd: {ground}. Besloten op {at} door {by}: {reason}. Een inschrijving die terzijde is "
    "gelegd, heeft geen score.",
    "ground_irregular": "de inschrijving is onregelmatig",
    "ground_abnormally_low": "de prijs is abnormaal laag, en de toelichting toonde niet het tegendeel aan",
    "ground_bidder_excluded": "de inschrijver is uitgesloten",
    "ground_withdrawn": "de inschrijving is ingetrokken",
    "drawn": "De gepubliceerde regels eindigen met een loting: {order}, in aanwezigheid van {witness}. Geloot op {at} "
    "door {by}: {reason}.",
    "scores": "Punten per criterium",
    "criterion": "Criterium",
    "measured": "Gemeten",
    "ratio": "Aandeel",
    "maximum": "Van",
    "why": "Waarom",
    "contributions": "Waaruit het totaal bestaat",
    "contribution_points": "{criterion}",
    "contribution_rescaling": "{criterion}: herschaald naar de beste van de ronde",
    "contribution_rounding": "afronding van het totaal, zoals gepubliceerd",
    "total": "Totaal",
    "group": "{title}: samen {subtotal} punten.",
    "group_rescaled": "{title}: samen {subtotal} punten. De beste van de ronde heeft {best}, en dat wordt {weight}: "
    "{points}.",
    # what was measured
    "measured_price": "De prijs is {value}, de som van hoeveelheid × prijs per eenheid (regels: {count}).",
    "measured_discount": "Het aangeboden percentage is {value}.",
    "measured_judgement": "Het oordeel van de beoordelingscommissie is {value}.",
    "measured_reuse_at_end_of_life": "Van {mass} in totaal gaat dit naar een bestemming met het gevraagde bewijs: "
    "{destinations}. De rest telt als {otherwise}. Naar massa is dat {value} waard.",
    "destination": "{mass} naar {name} (telt {worth})",
    "destination_none": "niets",
    "measured_recycled_content": "Van {mass} in totaal heeft deze grondstof het gevraagde bewijs: {destinations}. "
    "De rest telt als {otherwise}. Naar massa is dat {value}.",
    "measured_answer": "Het antwoord dat telt is {value}.",
    "measured_choice": "De keuze die telt is {value}.",
    "measured_guaranteed_lifetime": "{aggregate} is {value}.",
    "aggregate_shortest": "De kortste gegarandeerde termijn van alle producten",
    "aggregate_mean_by_pieces": "Het gemiddelde van de gegarandeerde termijnen, naar het aantal stuks,",
    "measured_material_passport": "Naar massa, ingevulde velden (gevraagd: {asked}) en verificatie zijn de paspoorten "
    "{value} waard.",
    "measured_take_back": "Teruggenomen: {share}; termijn {term} waar {within} is gevraagd; de kosten tellen {cost}, "
    "de garantie {guarantee}. Vermenigvuldigd is dat {value}.",
    # the scale
    "scale_lowest_over_own": "De laagste van de ronde is {lowest}, en {lowest} ÷ {own} is {ratio}.",
    "scale_linear": "Bij {zero_at} is niets te behalen en bij {full_at} alles: hier {ratio}.",
    "scale_bilinear_at_mean": "Het gemiddelde van de ronde is {average}, en dat levert {at_mean} op; de hoogste, "
    "{highest}, levert alles op. Hier is dat {ratio}.",
    "scale_levels": "Dat niveau levert {ratio} op.",
    "scale_steps": "Zoals gepubliceerd: {rows}. Hier is dat {ratio}.",
    "step_none": "{earns} waar geen trede is bereikt",
    "step_at_least": "{earns} vanaf {bound}",
    "step_at_most": "{earns} tot en met {bound}",
    "scale_interpolate": "Zoals gepubliceerd, met rechte lijnen ertussen: {rows}. Hier is dat {ratio}.",
    "point": "{earns} bij {at}",
    "scale_ratio_to_best": "De hoogste van de ronde is {highest}; {own} daarnaast is {ratio}.",
    "weighted": "Van {weight} punten is dat {weighted}.",
    "weighted_rounded": "Van {weight} punten is dat {weighted}, afgerond zoals gepubliceerd op {points}.",
    # notes
    "note_mass_known": "De massa van de onderdelen is bekend voor {value} van het geheel; de rest levert het "
    "minste op.",
    "note_mass_with_proof": "{value} van de massa heeft het gevraagde bewijs.",
    "unproven": "De aanbesteding vraagt bewijs dat ten minste {asked} is; deze claims tellen niet: {claims}.",
    "proof_declared": "verklaard",
    "proof_documented": "gedocumenteerd",
    "proof_third_party": "van een derde partij",
    "unproven_kind": "claims met bewijs dat {kind} is, {count}",
    "unproven_none": "zonder claim of zonder bewijs, {count}",
    "note_mass_with_passport": "{value} van de massa heeft een paspoort.",
    "note_not_offered": "Terugname is niet aangeboden en levert dus niets op.",
    "note_not_answered": "Dit is niet beantwoord.",
    # the steps
    "steps": "De berekening, stap voor stap",
    "step": "[{number}] {formula} = {expression} = {result}",
    "operand_written": "{name}: {value}, {document} {pointer}",
    "operand_published": "{name}: tabel {table}, versie {version} ({source})",
    "operand_step": "{name}: {value}, stap {step}",
    "operand_all": "{name}: de {count} waarden van alle inschrijvingen van de ronde",
    "exact": "{shown}, exact {exact}",
    "many": "{count} waarden",
}
