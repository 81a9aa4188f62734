"""What is said of criteria, in English: what was measured, what the scale makes of it, and notes."""

PHRASES: dict[str, str] = {
    # what was measured
    "measured_price": "The price is {value}, the sum of quantity × unit price (lines: {count}).",
    "measured_discount": "The percentage offered is {value}.",
    "measured_judgement": "The panel's mark is {value}. Its reason: “{reason}”",
    "measured_mean_of_members": "The mean of the members' marks is {value}: {members}.",
    "measured_median_of_members": "The median of the members' marks is {value}: {members}.",
    "measured_trimmed_mean_of_members": "The mean of the members' marks without the highest and the lowest is {value}: "
    "{members}.",
    "mark_rounded": "{exact}, rounded as published to {value}",
    "mark_alone": "The panel's mark is {value}.",
    "member_alone": "{role} {mark}",
    "members_apart": "The marks of {one} and {other} lie {apart} apart, more than the tolerance of {tolerance}.",
    "members_levels_apart": "Between the marks of {one} and {other} lie more steps of the levels, {apart}, than the "
    "tolerance of {tolerance}.",
    "moderation": "How that was talked over: “{moderation}”",
    "moderation_alone": "What was said of the difference between the members: “{moderation}”",
    "member": "{role} {mark} (“{reason}”)",
    "members": "Of its members: {members}.",
    "measured_reuse_at_end_of_life": "Of {mass} in all, this goes to a destination with the proof asked for: "
    "{destinations}. The rest counts as {otherwise}. By mass that is worth {value}.",
    "destination": "{mass} to {name} (worth {worth})",
    "feedstock": "{mass} {name} (worth {worth})",
    "destination_none": "nothing",
    "measured_recycled_content": "Of {mass} in all, this feedstock has the proof asked for: {destinations}. "
    "The rest counts as {otherwise}. By mass that is {value}.",
    "measured_answer": "The answer that counts is {value}.",
    "measured_choice": "The option that counts is {value}.",
    "measured_guaranteed_lifetime": "{aggregate} is {value}.",
    "aggregate_shortest": "The shortest guaranteed term of all products",
    "aggregate_mean_by_pieces": "The mean of the guaranteed terms, by the number of pieces,",
    "measured_material_passport": "By mass, fields filled ({asked} are asked for) and verification, the passports are "
    "worth {value}.",
    "measured_take_back": "Taken back: {share}. The term is {term}, where {within} is asked for and more does not "
    "count. The cost counts {cost}, the guarantee {guarantee}{also}. Multiplied, that is {value}.",
    "measured_biobased_content": "Of {mass} in all, this feedstock has the proof asked for: {destinations}. "
    "The rest counts as {otherwise}. By mass that is {value}.",
    "measured_material_circularity": "The material circularity indicator of the Ellen MacArthur Foundation "
    "({version}) is {value}.",
    "measured_untp_circularity": "The circularity figure of the UN Transparency Protocol is {value}.",
    "measured_disassembly": "The disassembly index (Losmaakbaarheidsindex, version {version}) is {value}, the mean by "
    "mass over {mass}.",
    "measured_french_repairability": "The French repairability index is {value} out of 10, {figure}.",
    "measured_spare_parts": "Of the term asked for, spare parts can be had for {value} on average, each counting the "
    "same: {parts}.",
    "measured_residual_value": "What is paid for the products when they come back is worth {value} today.",
    "measured_environmental_cost": "The environmental cost of all pieces is {value}, at the prices of {prices}: "
    "{impacts}.",
    "measured_hazardous_substances": "Of {mass} in all, {value} is known to keep to all limits, in each part: "
    "{limits}.",
    # the scale
    "scale_lowest_over_own": "The lowest of the stage is {lowest}, and {lowest} ÷ {own} is {ratio}.",
    "scale_linear": "Nothing is earned at {zero_at} and everything at {full_at}: here {ratio}.",
    "scale_bilinear_at_mean": "The mean of the stage is {average}, which earns {at_mean}; the highest, {highest}, "
    "earns everything. Here that is {ratio}.",
    "scale_withheld": "What this is measured against comes from other bids and is withheld. It earns {ratio}.",
    "scale_levels": "That level earns {ratio}.",
    "level_described": "The tender says of that level: “{description}”",
    "scale_published_levels": "By the table of {table}, that mark earns {ratio}.",
    "table_rws_2023": "Rijkswaterstaat of 2023",
    "scale_steps": "As published: {rows}. Here that is {ratio}.",
    "step_none": "{earns} where no step is reached",
    "step_at_least": "{earns} from {bound}",
    "step_at_most": "{earns} up to {bound}",
    "scale_interpolate": "As published, with straight lines between: {rows}. Here that is {ratio}.",
    "point": "{earns} at {at}",
    "scale_ratio_to_best": "The highest of the stage is {highest}; {own} beside it is {ratio}.",
    "scale_highest_to_lowest": "The lowest of the stage, {lowest}, earns everything and the highest, {highest}, "
    "nothing, on a straight line: here {ratio}.",
    "scale_slope_from_lowest": "The lowest of the stage, {reference}, earns everything and what is {zero_at} above it "
    "nothing, on a straight line: here {ratio}.",
    "scale_slope_from_estimate": "The reference is {reference}, halfway between the estimate of {estimate} and the "
    "lowest of the stage, {lowest}. It earns everything and what is {zero_at} above it nothing, on a straight line: "
    "here {ratio}.",
    "scale_ceiling_to_lowest": "The lowest of the stage, {lowest}, earns everything and the ceiling of {ceiling} earns "
    "{at_ceiling}, on a line with the exponent {exponent}: here {ratio}.",
    "scale_concave": "Nothing is earned at the ceiling of {ceiling} and everything at 0, on a line with the exponent "
    "{exponent}: here {ratio}.",
    "scale_concave_of_ratio": "Nothing is earned at 0 % and everything at 100 %, on a line with the exponent "
    "{exponent}: here {ratio}.",
    "scale_power_of_ratio_to_best": "The highest of the stage is {highest}; {own} divided by it, to the power of "
    "{exponent}, is {ratio}.",
    "scale_lowest_line": "The highest of the stage is {highest} and the lowest is {lowest}; {highest} + {lowest} − "
    "{own}, divided by {highest}, is {ratio}.",
    "scale_mean_line": "The mean of the stage is {average}, which earns {at_mean}. Each 100 % above it takes {slope} "
    "off, in proportion, and below it as much is added: here {ratio}.",
    "scale_logarithmic": "The lowest of the stage, {lowest}, earns everything and {zero_at_multiple} times that "
    "nothing, by the logarithm: here {ratio}.",
    "scale_power_of_reference": "{own} divided by the reference of {reference}, to the power of {exponent}, is "
    "{ratio}.",
    "scale_below_ceiling": "Beside the ceiling of {ceiling} that is a discount of {discount}.",
    "scale_cut": "That lies outside 0 % to 100 % and is cut to {ratio}.",
    "case_all_equal": "All bids of the stage are equal; the tender says that each then earns {ratio}.",
    "case_all_zero": "No bid of the stage has more than 0; the tender says that each then earns {ratio}.",
    "case_lowest_zero": "The lowest of the stage is 0; the tender says that each bid then earns {ratio}.",
    "case_mean_zero": "The mean of the stage is 0; the tender says that each bid then earns {ratio}.",
    "case_all_at_ceiling": "No bid of the stage is below the ceiling of {ceiling}; the tender says that each then "
    "earns {ratio}.",
    "case_at_zero": "That is 0; the tender says that this earns {ratio}.",
    "weighted": "Of {weight} points that is {weighted}.",
    "weighted_rounded": "Of {weight} points that is {weighted}, rounded as published to {points}.",
    # notes
    "note_mass_known": "The mass of the parts is known for {value} of the whole; the rest earns the least.",
    "note_mass_with_feedstock": "Of {value} of the mass the feedstock is told with the proof asked for; the rest "
    "counts as virgin.",
    "note_mass_with_destination": "Of {value} of the mass the destination is told with the proof asked for; the rest "
    "counts as waste.",
    "note_mass_with_connections": "Of {value} of the mass the connections are told with the proof asked for; the rest "
    "has the lowest index, 10 %.",
    "note_pieces_with_impacts": "Of {value} of the pieces there is a whole impact profile with the proof asked for.",
    "note_basket": "Only products of the reference basket are measured: {basket}.",
    "note_mass_with_proof": "{value} of the mass has the proof asked for.",
    "unproven": "This proof counts: {asked}. These do not count: {claims}.",
    "proof_declared": "a declaration",
    "proof_documented": "a document",
    "proof_third_party": "a third party's statement",
    "proof_contractual": "a term of the contract",
    "proof_none": "no proof",
    "unproven_kind": "claims whose proof is {kind}, {count}",
    "unproven_none": "without a claim or without proof, {count}",
    "unproven_refused": "claims whose proof was not accepted, {count}",
    "unproven_expired": "claims whose proof was no longer valid on {date}, {count}",
    "unproven_of": "{claims} ({names})",
    "and_more": "{names} and {count} more",
    "unproven_passports": "These passports do not count: {claims}.",
    "note_mass_with_passport": "{value} of the mass has a passport.",
    "note_not_offered": "Take-back was not offered, so it earns nothing.",
    "note_not_answered": "This was not answered.",
    "note_stated_total": "The bid states a total of {stated}; the sum of its lines, {counted}, counts.",
    "note_not_contractual": "These unit prices serve the comparison only and are no part of the contract: {lines}.",
    "note_after_prices": "This was judged after the prices had been opened.",
}
