"""What is said of measured products and of the proof behind them, in Dutch: how a measured value came about."""

PHRASES: dict[str, str] = {
    "take_back_form": ", de contractvorm voor {worth}",
    "take_back_reporting": ", de verantwoording voor {worth}",
    "mci_2015": "2015, technische kringlopen",
    "mci_2019": "2019, met biologische kringlopen",
    "mci_product": "Product {product}, {mass}: met het gevraagde bewijs bestaat {restored} uit niet-primair materiaal "
    "en wordt {recovered} na gebruik geen afval. Van de stroom is {flow} lineair; {used} komt de indicator uit op "
    "{worth}.",
    "mci_parts": "De indicator is per onderdeel bepaald; dit is het gemiddelde naar massa, over {mass}. De "
    "onderdelen, het laagste eerst: {parts}.",
    "untp_product": "Product {product}, {mass}: met het gevraagde bewijs is {recycled} van de massa gerecycled en "
    "{recyclable} recyclebaar; {used} komt het cijfer uit op {worth}.",
    "utility": "met een gebruiksfactor van {utility}",
    "utility_most": "met een gebruiksfactor van {utility}, het meeste dat telt,",
    "utility_none": "zonder bewezen levensduur",
    "mean_of_products": "De gemeten waarde is hun gemiddelde naar massa, over {mass}, alle stuks samen.",
    "part_worth": "{part} {worth}",
    "disassembly_parts": "Van elk onderdeel telt de dragende verbinding die het moeilijkst los te maken is. De "
    "onderdelen, het laagste eerst: {parts}.",
    "french_printed": "zoals gedrukt op de kaart",
    "french_recomputed": "herberekend uit de punten op de kaart",
    "french_lowest": "Van meerdere producten telt het laagste: {products}.",
    "french_mean_by_pieces": "Van meerdere producten telt het gemiddelde, naar het aantal stuks: {products}.",
    "spare_part": "{part}, {available} waar {asked} is gevraagd ({worth})",
    "spare_part_none": "{part}, niet aangeboden",
    "spare_part_late": "{part}, niet op tijd: in {delivery} werkdagen waar {within} is gevraagd",
    "spare_part_no_delivery": "{part}, niet op tijd: geen levertijd opgegeven",
    "spare_part_unproven": "{part}, {available} maar zonder het gevraagde bewijs",
    "measured_residual_share": "Wat bij terugname voor de producten wordt betaald, is vandaag {money} waard, {value} "
    "van de prijs van {price}.",
    "residual_lines": "Contant gemaakt tegen {rate} per jaar: {lines}.",
    "residual_line": "{line}, {quantity} × {amount} na {after}, waard {today}",
    "residual_none": "{line}, niets toegezegd",
    "residual_unproven": "{line}, {quantity} × {amount} na {after}, maar zonder het gevraagde bewijs",
    "measured_environmental_otherwise": "De milieukosten tellen voor {value}: dat bepaalt de aanbesteding waar een "
    "product geen volledig milieuprofiel met het gevraagde bewijs heeft, hier {products}.",
    "impact_at_price": "{category} {amount} {unit} tegen {price}",
    "prices_en15804_a2_2023": "CE Delft voor EN 15804+A2, versie 2023",
    "impact_climate_change": "klimaatverandering",
    "impact_climate_change_fossil": "klimaatverandering, fossiel",
    "impact_climate_change_biogenic": "klimaatverandering, biogeen",
    "impact_climate_change_land_use": "klimaatverandering, landgebruik",
    "impact_ozone_depletion": "aantasting van de ozonlaag",
    "impact_acidification": "verzuring",
    "impact_eutrophication_freshwater": "vermesting van zoet water",
    "impact_eutrophication_marine": "vermesting van de zee",
    "impact_eutrophication_terrestrial": "vermesting van land",
    "impact_photochemical_ozone": "smog",
    "impact_minerals_and_metals": "uitputting van mineralen en metalen",
    "impact_fossil_fuels": "uitputting van fossiele brandstoffen",
    "impact_water_use": "watergebruik",
    "surcharge": "Daarin hebben de effecten boven 0 van {products} een toeslag van {surcharge}, omdat de "
    "gegevens {data} zijn.",
    "data_specific": "van het product zelf",
    "data_generic": "van dit soort product in het algemeen",
    "hazard_limit": "{substance} {limit}",
    "hazard_above": "Boven de grens, of niet opgegeven: {above}.",
    "hazard_parts": "{substance} in {parts}",
    "passport_lacks": "Van de gevraagde velden niet ingevuld: {fields}.",
    "measured_passport_levels": "Gewogen naar massa, naar het bereikte niveau en naar het soort bewijs zijn de "
    "paspoorten {value} waard.",
    "passport_field": "{field} ({parts})",
    "passport_levels": "Het hoogste niveau dat is bereikt: {levels}.",
    "passport_level": "niveau {level}, waard {worth}, {parts}",
    "passport_no_level": "geen niveau, niets waard, {parts}",
    "passport_coverage": "Onder een dekking van {least} naar massa telt niets, en {covered} heeft een paspoort dat "
    "telt.",
    "passport_upkeep": "Ze worden de gevraagde {asked} bijgehouden.",
    "passport_upkeep_short": "Ze moeten {asked} worden bijgehouden, en een kortere termijn telt naar verhouding: "
    "{parts}.",
    "passport_granularities": "Elk telt naar waarover het gaat: {rows}.",
    "passport_granularity": "{granularity} {worth}, {parts}",
    "granularity_model": "een model",
    "granularity_batch": "een partij",
    "granularity_item": "een enkel exemplaar",
    "granularity_none": "niet opgegeven",
    "capped_less": "Van wat naar {names} gaat, telt niet meer dan de losmaakbaarheidsindex van een onderdeel, en dus "
    "minder dan opgegeven van: {parts}.",
    "capped_none": "Van wat naar {names} gaat, telt niet meer dan de losmaakbaarheidsindex van een onderdeel; geen "
    "opgave ligt daarboven.",
    "stated_material_circularity": "De leverancier noemt voor product {product} een materiaalcirculariteit van "
    "{stated}; volgens de regels van de aanbesteding komt de eigen stuklijst uit op {counted}, {difference}.",
    "stated_untp_circularity": "De leverancier noemt voor product {product} een circulariteit (UNTP) van {stated}; "
    "volgens de regels van de aanbesteding komt de eigen stuklijst uit op {counted}, {difference}.",
    "stated_disassembly": "De leverancier noemt voor product {product} een losmaakbaarheidsindex van {stated}; "
    "volgens de regels van de aanbesteding komen de eigen verbindingen uit op {counted}, {difference}.",
    "stated_printed": "Op de kaart van product {product} staat {stated}; de eigen punten komen uit op {counted}, "
    "{difference}, en dat is meer dan de tolerantie van de aanbesteding.",
    "stated_declared_cost": "De studie van de leverancier noemt kosten van {stated} voor één stuk van product "
    "{product}; de eigen effecten komen tegen de prijzen van de aanbesteding, zonder toeslag, uit op {counted}, "
    "{difference}.",
    "difference_none": "en dat is gelijk",
    "difference_more": "{by} meer",
    "difference_less": "{by} minder",
    "difference_points_more": "{by} procentpunt meer",
    "difference_points_less": "{by} procentpunt minder",
    "unproven_sort": "over {sort}, {claims}",
    "about_feedstock": "de grondstof",
    "about_end_of_life": "het einde van de levensduur",
    "about_connections": "de verbindingen",
    "about_use": "het gebruik",
    "shared_proof": "Hetzelfde bewijs, {proof} (“{title}”), draagt ook: {criteria}.",
}
