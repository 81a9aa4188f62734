"""Every sentence in English, by key; the keys and placeholders are the same in every language."""

PHRASES: dict[str, str] = {
    # the report
    "title": "Assessment of {title}",
    "internal": "Internal: for the contracting authority only.",
    "tender": "{buyer}, reference {reference}. {method}",
    "method": "The most points win; {points} can be earned.",
    "winner": "{winner} has the most points.",
    "tie": "{bids} share the first rank, and the published rules do not separate them. No winner is computed.",
    "no_ranking": "No bid remains, so there is no ranking and no winner.",
    "lead": "It is {points} points ahead of {second}, by criterion: {rows}.",
    "lead_equal": "{first} and {second} have the same points; the published order of criteria puts {first} first.",
    "lead_rest": "everything else {points}",
    "lead_row": "{criterion} {points}",
    "ranking": "Ranking",
    "rank": "Rank",
    "bid": "Bid",
    "bidder": "Bidder",
    "points": "Points",
    "rejected": "rejected",
    # one bid
    "bid_heading": "{bidder} ({bid})",
    "first": "Rank {rank} of {of}, with {points} of {maximum} points: the first.",
    "behind": "Rank {rank} of {of}, with {points} of {maximum} points: {gap} points behind the first ({first}).",
    "shared": "Rank {rank} of {of}, with {points} of {maximum} points, shared with {bids}: "
    "the published rules do not separate them.",
    "late": "Rejected: received at {received}, after the deadline of {deadline}. A rejected bid has no score.",
    "below_minimum": "Rejected at the end of the stage {stage}: {value} points on {criterion}, and the least is "
    "{at_least}. It takes no part in later stages and has no total.",
    "scores": "Points by criterion",
    "criterion": "Criterion",
    "measured": "Measured",
    "ratio": "Share",
    "maximum": "Of",
    "why": "Why",
    "contributions": "What the total consists of",
    "contribution_points": "{criterion}",
    "contribution_rescaling": "{criterion}: rescaled to the best of the stage",
    "contribution_rounding": "rounding of the total, as published",
    "total": "Total",
    "group": "{title}: {subtotal} points together.",
    "group_rescaled": "{title}: {subtotal} points together. The best of the stage has {best}, which becomes {weight}: "
    "{points}.",
    # what was measured
    "measured_price": "The price is {value}, the sum of quantity × unit price (lines: {count}).",
    "measured_discount": "The percentage offered is {value}.",
    "measured_judgement": "The panel's mark is {value}.",
    "measured_reuse_at_end_of_life": "Of {mass} in all, this goes to a destination with the proof asked for: "
    "{destinations}. The rest counts as {otherwise}. By mass that is worth {value}.",
    "destination": "{mass} to {name} (worth {worth})",
    "destination_none": "nothing",
    "measured_material_passport": "By mass, fields filled ({asked} are asked for) and verification, the passports "
    "are worth {value}.",
    "measured_take_back": "Taken back: {share}; term {term} where {within} is asked for; the cost counts {cost}, "
    "the guarantee {guarantee}. Multiplied, that is {value}.",
    # the scale
    "scale_lowest_over_own": "The lowest of the stage is {lowest}, and {lowest} ÷ {own} is {ratio}.",
    "scale_linear": "Nothing is earned at {zero_at} and everything at {full_at}: here {ratio}.",
    "scale_bilinear_at_mean": "The mean of the stage is {average}, which earns {at_mean}; the highest, {highest}, "
    "earns everything. Here that is {ratio}.",
    "scale_row": "That level earns {ratio}.",
    "weighted": "Of {weight} points that is {weighted}.",
    "weighted_rounded": "Of {weight} points that is {weighted}, rounded as published to {points}.",
    # notes
    "note_mass_known": "The mass of the parts is known for {value} of the whole; the rest earns the least.",
    "note_mass_with_proof": "{value} of the mass has the proof asked for.",
    "unproven": "The tender asks for proof that is {asked} at least; these do not count: {claims}.",
    "unproven_kind": "claims whose proof is {kind}, {count}",
    "unproven_none": "parts without a claim or without proof, {count}",
    "note_mass_with_passport": "{value} of the mass has a passport.",
    "note_not_answered": "Take-back was not offered, so it earns nothing.",
    # the steps
    "steps": "The calculation, step by step",
    "step": "[{number}] {formula} = {expression} = {result}",
    "operand_written": "{name}: {value}, {document} {pointer}",
    "operand_published": "{name}: table {table}, version {version} ({source})",
    "operand_step": "{name}: {value}, step {step}",
    "operand_all": "{name}: the {count} values of all bids of the stage",
    "exact": "{shown}, exactly {exact}",
    "many": "{count} values",
}
