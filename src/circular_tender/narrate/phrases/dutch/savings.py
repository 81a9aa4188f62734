"""What is said of savings, in Dutch."""

PHRASES: dict[str, str] = {
    "savings_heading": "Besparingen ten opzichte van een referentie: {baseline}",
    "savings_award": "De gunning, aan {bidder}, ten opzichte van de referentie en volgens bewezen claims: {figures}.",
    "savings_award_unknown": "Van de gunning, aan {bidder}, is niets in cijfers uit te drukken.",
    "savings_several": "Er winnen verschillende inschrijvingen ({bids}) en het is niet bekend hoeveel elk zal "
    "leveren: de besparingen van elk staan hieronder alsof die alles levert, en zijn niet opgeteld.",
    "savings_no_winner": "Er is geen winnaar; wat de gunning bespaart is dus niet bekend.",
    "savings_virgin_avoided": "{mass} primair materiaal vermeden",
    "savings_waste_avoided": "{mass} afval vermeden",
    "savings_kept_in_use": "{mass} meer blijft in gebruik",
    "savings_co2e_avoided": "{mass} CO₂-eq vermeden bij het maken van de {share} van de massa die een factor heeft",
    "savings_no_score": "Dit is een rapportage en geen score: niets ervan levert punten op.",
    "savings_lot": "Alleen van perceel {lot}.",
    "savings_baseline": "De referentie staat in de aanbesteding. De bron ervan: {source}",
    "savings_caption": "Wat elke inschrijving bespaart, volgens bewezen claims",
    "savings_unknown": "niet in cijfers",
    "savings_left_out": "Terzijde gelegd, en weggelaten: {bids}.",
    "savings_of_bid": "{bid} naast de referentie",
    "savings_what": "Besparing",
    "savings_reference": "Referentie",
    "savings_proven": "Inschrijving, bewezen",
    "savings_avoided": "Bespaard",
    "savings_only_claimed": "Daarboven alleen geclaimd",
    "savings_none": "–",
    "savings_life": "{line}: gaat {proven} keer zo lang mee als in de referentie, voor zover bewezen; volgens de "
    "claim {claimed} keer",
    "savings_unquantified": "Niet in cijfers, of alleen als het slechtste geval:",
    "savings_of_baseline": "In de referentie zelf:",
    "savings_method": "Hoe de cijfers zijn gedefinieerd, en waar de factoren staan",
    "savings_limits": "Geen van de cijfers omvat vervoer, gebruik, reparatie, terugname, of wat de verwerking van "
    "afval uitstoot: voor recycling en verbranding omvatten de factoren alleen vervoer, zodat minder afval niet als "
    "besparing van uitstoot telt.",
    "savings_table": "Tabel {table}, {version}: {source}",
    "savings_proxy": "De materiaalgroep {group} wordt gelezen als de rij {row}",
    "savings_coverage": "Hoeveel van de massa bekend is",
    "savings_part": "Deel van de massa",
    "savings_claimed": "Inschrijving, geclaimd",
    "saving_virgin_avoided": "Primair materiaal vermeden",
    "saving_waste_avoided": "Afval vermeden",
    "saving_kept_in_use": "Meer dat in gebruik blijft",
    "saving_co2e_avoided": "CO₂-eq vermeden",
    "saving_of_lines": "{saving} (alleen {lines})",
    "coverage_mass_with_feedstock": "Waarvan vermeld is waaruit het gemaakt is",
    "coverage_mass_with_destination": "Waarvan vermeld is waar het na gebruik heen gaat",
    "coverage_mass_with_factor": "Waarvoor een factor bestaat",
    "coverage_recycled_with_factor": "Van de gerecyclede massa: waarvoor een factor bestaat",
    "unquantified_at": "{why} ({document}, {pointer})",
    "unquantified_no_baseline": "{of}: de referentie heeft geen product voor deze regel; die is niet vergeleken",
    "unquantified_no_product": "{of}: de inschrijving heeft geen product voor deze regel; die is niet vergeleken",
    "unquantified_no_mass": "{of}: de massa is niet bekend; alles telt als primair en als afval, zonder factor",
    "unquantified_in_no_part": "{of}: de onderdelen wegen minder dan het product; de rest telt als primair en als "
    "afval, zonder factor",
    "unquantified_no_feedstock": "{of}: niets zegt waarvan het gemaakt is; het telt als primair",
    "unquantified_unknown_feedstock": "{of}: de aanbesteding zegt niet wat deze grondstof is; die telt als primair",
    "unquantified_no_destination": "{of}: niets zegt waar het na gebruik heen gaat; het telt als afval",
    "unquantified_unknown_destination": "{of}: de aanbesteding zegt niet wat deze bestemming is; die telt als afval",
    "unquantified_no_group": "geen materiaalgroep, dus geen factor",
    "unquantified_no_factor": "{of}: de aanbesteding noemt voor deze materiaalgroep geen rij van de tabel met factoren",
    "unquantified_no_recycled_factor": "{of}: de tabel heeft geen factor voor gerecycled materiaal; het telt als "
    "primair",
    "unquantified_no_reused_factor": "{of}: de tabel heeft geen factor voor hergebruikt materiaal; het telt als "
    "primair",
    "unquantified_no_lifetime": "{of}: slechts een van beide noemt een levensduur; een stuk staat voor een stuk",
    "unquantified_less_known": "{of}: van een stuk van de inschrijving heeft {own} geen factor en van een van de "
    "referentie {other}; de uitstoot is niet vergeleken, anders zou een inschrijving meer besparen naarmate er "
    "minder van bekend is",
    "method_virgin_avoided": "Primair materiaal: de massa die niet gerecycled of hergebruikt is of uit duurzame teelt "
    "komt. Wat niet vermeld is, is primair. De besparing is die van de referentie min die van de inschrijving",
    "method_waste_avoided": "Afval: de massa die na gebruik niet hergebruikt, gerecycled of gecomposteerd wordt; "
    "waaruit energie wordt teruggewonnen is afval, en wat niet vermeld is ook. De besparing is die van de referentie "
    "min die van de inschrijving",
    "method_kept_in_use": "Blijft in gebruik: de massa die na gebruik hergebruikt wordt, van de stuks die geleverd "
    "worden",
    "method_co2e_avoided": "CO₂-eq: Σ massa × factor van het maken van het materiaal, naar wat gerecycled is, "
    "hergebruikt, of geen van beide. De besparing is die van de referentie min die van de inschrijving",
    "method_life": "Waar inschrijving en referentie beide een levensduur noemen, gelden het eerste, het tweede en het "
    "vierde voor evenveel jaren gebruik",
}
