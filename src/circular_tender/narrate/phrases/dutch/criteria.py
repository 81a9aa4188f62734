"""What is said of criteria, in Dutch: what was measured, what the scale makes of it, and notes."""

PHRASES: dict[str, str] = {
    # what was measured
    "measured_price": "De prijs is {value}, de som van hoeveelheid × prijs per eenheid (regels: {count}).",
    "measured_discount": "Het aangeboden percentage is {value}.",
    "measured_judgement": "Het oordeel van de beoordelingscommissie is {value}. De motivering: “{reason}”",
    "measured_mean_of_members": "Het gemiddelde van de oordelen van de leden is {value}: {members}.",
    "measured_median_of_members": "De mediaan van de oordelen van de leden is {value}: {members}.",
    "measured_trimmed_mean_of_members": "Het gemiddelde van de oordelen van de leden, zonder het hoogste en het "
    "laagste, is {value}: {members}.",
    "mark_rounded": "{exact}, afgerond zoals gepubliceerd op {value}",
    "mark_alone": "Het oordeel van de beoordelingscommissie is {value}.",
    "member_alone": "{role} {mark}",
    "members_apart": "De oordelen van {one} en {other} liggen {apart} uiteen, meer dan de tolerantie van {tolerance}.",
    "members_levels_apart": "Tussen de oordelen van {one} en {other} liggen meer stappen van de niveaus, {apart}, dan "
    "de tolerantie van {tolerance}.",
    "moderation": "Hoe daarover is gesproken: “{moderation}”",
    "moderation_alone": "Wat over het verschil tussen de leden is gezegd: “{moderation}”",
    "member": "{role} {mark} (“{reason}”)",
    "members": "Van de leden: {members}.",
    "measured_reuse_at_end_of_life": "Met het gevraagde bewijs is aangetoond, van {mass} in totaal: {destinations}. "
    "Wat niet is aangetoond, telt als {otherwise}. Naar massa is dat {value} waard.",
    "destination": "{mass} naar {name} (telt {worth})",
    "feedstock": "{mass} {name} (telt {worth})",
    "destination_none": "niets",
    "measured_recycled_content": "Met het gevraagde bewijs is aangetoond, van {mass} in totaal: {destinations}. "
    "Wat niet is aangetoond, telt als {otherwise}. Naar massa is dat {value}.",
    "measured_answer": "Het antwoord dat telt is {value}.",
    "measured_choice": "De keuze die telt is {value}.",
    "measured_guaranteed_lifetime": "{aggregate} is {value}.",
    "aggregate_shortest": "De kortste gegarandeerde termijn van alle producten",
    "aggregate_mean_by_pieces": "Het gemiddelde van de gegarandeerde termijnen, naar het aantal stuks,",
    "measured_material_passport": "Gewogen naar massa, naar ingevulde velden (gevraagd: {asked}) en naar het soort "
    "bewijs zijn de paspoorten {value} waard.",
    "measured_take_back": "Teruggenomen wordt {share}. De termijn is {term}, waar {within} is gevraagd en meer niet "
    "meetelt. De kosten tellen voor {cost}, de garantie voor {guarantee}{also}. Met elkaar vermenigvuldigd is dat "
    "{value}.",
    "measured_biobased_content": "Met het gevraagde bewijs is aangetoond, van {mass} in totaal: {destinations}. "
    "Wat niet is aangetoond, telt als {otherwise}. Naar massa is dat {value}.",
    "measured_material_circularity": "De materiaalcirculariteitsindicator van de Ellen MacArthur Foundation "
    "({version}) is {value}.",
    "measured_untp_circularity": "Het circulariteitscijfer van het UN Transparency Protocol is {value}.",
    "measured_disassembly": "De losmaakbaarheidsindex (versie {version}) is {value}, het gemiddelde naar massa over "
    "{mass}.",
    "measured_french_repairability": "De Franse repareerbaarheidsindex is {value} op 10, {figure}.",
    "measured_spare_parts": "Reserveonderdelen zijn gemiddeld voor {value} van de gevraagde termijn te krijgen; elk "
    "telt even zwaar: {parts}.",
    "measured_residual_value": "Wat bij terugname voor de producten wordt betaald, is vandaag {value} waard.",
    "measured_environmental_cost": "De milieukosten van alle stuks zijn {value}, tegen de prijzen van {prices}: "
    "{impacts}.",
    "measured_hazardous_substances": "Van {mass} in totaal blijft aantoonbaar {value} in elk onderdeel binnen alle "
    "grenzen: {limits}.",
    # the scale
    "scale_lowest_over_own": "De laagste van de ronde is {lowest}, en {lowest} ÷ {own} is {ratio}.",
    "scale_linear": "Bij {zero_at} levert dat niets op en bij {full_at} alles; hier is dat {ratio}.",
    "scale_bilinear_at_mean": "Het gemiddelde van de ronde is {average}, en dat levert {at_mean} op; de hoogste, "
    "{highest}, levert alles op. Hier is dat {ratio}.",
    "scale_withheld": "Waartegen dit wordt afgezet, komt van andere inschrijvingen en is niet vrijgegeven. Het levert "
    "{ratio} op.",
    "scale_levels": "Dat niveau levert {ratio} op.",
    "level_described": "De aanbesteding zegt van dat niveau: “{description}”",
    "scale_published_levels": "Volgens de tabel van {table} levert dat oordeel {ratio} op.",
    "table_rws_2023": "Rijkswaterstaat uit 2023",
    "scale_steps": "Zoals gepubliceerd: {rows}. Hier is dat {ratio}.",
    "step_none": "{earns} waar geen trede is bereikt",
    "step_at_least": "{earns} vanaf {bound}",
    "step_at_most": "{earns} tot en met {bound}",
    "scale_interpolate": "Zoals gepubliceerd, met rechte lijnen ertussen: {rows}. Hier is dat {ratio}.",
    "point": "{earns} bij {at}",
    "scale_ratio_to_best": "De hoogste van de ronde is {highest}; {own} daarnaast is {ratio}.",
    "scale_highest_to_lowest": "De laagste van de ronde, {lowest}, levert alles op en de hoogste, {highest}, niets, "
    "langs een rechte lijn: hier {ratio}.",
    "scale_slope_from_lowest": "De laagste van de ronde, {reference}, levert alles op en wat daar {zero_at} boven ligt "
    "niets, langs een rechte lijn: hier {ratio}.",
    "scale_slope_from_estimate": "De referentie is {reference}, midden tussen de raming van {estimate} en de laagste "
    "van de ronde, {lowest}. Die levert alles op en wat daar {zero_at} boven ligt niets, langs een rechte lijn: hier "
    "{ratio}.",
    "scale_ceiling_to_lowest": "De laagste van de ronde, {lowest}, levert alles op en het plafond van {ceiling} levert "
    "{at_ceiling} op, langs een lijn met exponent {exponent}: hier {ratio}.",
    "scale_concave": "Bij het plafond van {ceiling} levert dat niets op en bij 0 alles, langs een lijn met exponent "
    "{exponent}: hier {ratio}.",
    "scale_concave_of_ratio": "Bij 0 % levert dat niets op en bij 100 % alles, langs een lijn met exponent {exponent}: "
    "hier {ratio}.",
    "scale_power_of_ratio_to_best": "De hoogste van de ronde is {highest}; {own} gedeeld daardoor, tot de macht "
    "{exponent}, is {ratio}.",
    "scale_lowest_line": "De hoogste van de ronde is {highest} en de laagste is {lowest}; {highest} + {lowest} − "
    "{own}, gedeeld door {highest}, is {ratio}.",
    "scale_mean_line": "Het gemiddelde van de ronde is {average}, en dat levert {at_mean} op. Elke 100 % daarboven "
    "neemt {slope} weg, naar verhouding, en daaronder komt er evenveel bij: hier {ratio}.",
    "scale_logarithmic": "De laagste van de ronde, {lowest}, levert alles op en {zero_at_multiple} maal zoveel niets, "
    "naar de logaritme: hier {ratio}.",
    "scale_power_of_reference": "{own} gedeeld door de referentie van {reference}, tot de macht {exponent}, is "
    "{ratio}.",
    "scale_below_ceiling": "Naast het plafond van {ceiling} is dat een korting van {discount}.",
    "scale_cut": "Dat ligt buiten 0 % tot 100 % en wordt afgekapt op {ratio}.",
    "case_all_equal": "Alle inschrijvingen van de ronde zijn gelijk; volgens de aanbesteding levert dat elk {ratio} "
    "op.",
    "case_all_zero": "Geen inschrijving van de ronde heeft meer dan 0; volgens de aanbesteding levert dat elk {ratio} "
    "op.",
    "case_lowest_zero": "De laagste van de ronde is 0; volgens de aanbesteding levert dat elke inschrijving {ratio} "
    "op.",
    "case_mean_zero": "Het gemiddelde van de ronde is 0; volgens de aanbesteding levert dat elke inschrijving {ratio} "
    "op.",
    "case_all_at_ceiling": "Geen inschrijving van de ronde ligt onder het plafond van {ceiling}; volgens de "
    "aanbesteding levert dat elk {ratio} op.",
    "case_at_zero": "Dat is 0; volgens de aanbesteding levert dat {ratio} op.",
    "weighted": "Van de {weight} punten is dat {weighted}.",
    "weighted_rounded": "Van de {weight} punten is dat {weighted}, afgerond zoals gepubliceerd op {points}.",
    # notes
    "note_mass_known": "De massa van de onderdelen is bekend voor {value} van het geheel; de rest levert het "
    "minste op.",
    "note_mass_with_feedstock": "Van {value} van de massa is de grondstof opgegeven met het gevraagde bewijs; de rest "
    "telt als primaire grondstof.",
    "note_mass_with_destination": "Van {value} van de massa is de bestemming opgegeven met het gevraagde bewijs; de "
    "rest telt als afval.",
    "note_mass_with_connections": "Van {value} van de massa zijn de verbindingen opgegeven met het gevraagde bewijs; "
    "de rest heeft de laagste index, 10 %.",
    "note_pieces_with_impacts": "Van {value} van de stuks is er een volledig milieuprofiel met het gevraagde bewijs.",
    "note_basket": "Alleen de producten van het referentiepakket zijn gemeten: {basket}.",
    "note_mass_with_proof": "{value} van de massa heeft het gevraagde bewijs.",
    "unproven": "Dit bewijs telt: {asked}. Daarom telt niet mee: {claims}.",
    "proof_declared": "een eigen verklaring",
    "proof_documented": "een document",
    "proof_third_party": "een verklaring van een derde partij",
    "proof_contractual": "een bepaling van het contract",
    "proof_none": "geen bewijs",
    "unproven_kind": "claims met als bewijs {kind}, {count} keer",
    "unproven_none": "wat zonder claim of zonder bewijs is, {count} keer",
    "unproven_refused": "claims waarvan het bewijs niet is aanvaard, {count} keer",
    "unproven_expired": "claims waarvan het bewijs niet meer geldig was op {date}, {count} keer",
    "unproven_of": "{claims} ({names})",
    "and_more": "{names} en nog {count}",
    "unproven_passports": "Deze paspoorten tellen niet: {claims}.",
    "note_mass_with_passport": "{value} van de massa heeft een paspoort.",
    "note_not_offered": "Terugname is niet aangeboden en levert dus niets op.",
    "note_not_answered": "Dit is niet beantwoord.",
    "note_stated_total": "De inschrijving noemt een totaal van {stated}; de som van haar regels, {counted}, telt.",
    "note_not_contractual": "Deze prijzen per eenheid dienen alleen de vergelijking en worden geen deel van het "
    "contract: {lines}.",
    "note_after_prices": "Dit is beoordeeld nadat de prijzen waren geopend.",
}
