"""How a page in HTML looks. Every rule is of `.ct`, so that a notebook around it keeps its own looks."""

STYLE = """\
.ct { --ink: #1a1c1e; --soft: #5a6066; --line: #d5d9dd; --tint: #f4f6f7; --paper: #fff; --mark: #0b5a46;
  color: var(--ink); background: var(--paper);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  max-width: 52rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: break-word; }
.ct h1 { font-size: 1.7em; line-height: 1.2; margin: 0 0 1rem; }
.ct h2 { font-size: 1.3em; line-height: 1.25; margin: 3rem 0 .75rem;
  padding-top: 1rem; border-top: 2px solid var(--ink); }
.ct h3 { font-size: 1em; margin: 1.75rem 0 .5rem; }
.ct p { margin: 0 0 .9rem; }
.ct p.internal { display: inline-block; padding: .15rem .6rem; border: 1px solid var(--soft); border-radius: .3rem;
  color: var(--soft); font-size: .85em; }
.ct p.answer { font-size: 1.15em; line-height: 1.5; border-left: .25rem solid var(--mark); padding-left: .9rem; }
.ct .table { overflow-x: auto; margin: 1.25rem 0 1.75rem; }
.ct table { border-collapse: collapse; width: 100%; font-size: .92em; background: none; }
.ct caption { text-align: left; font-weight: 600; padding-bottom: .4rem; color: inherit; }
.ct figure + .table caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.ct th, .ct td { text-align: left; vertical-align: top; padding: .35rem 1rem .35rem 0; border: 0;
  border-bottom: 1px solid var(--line); background: none; }
.ct th:last-child, .ct td:last-child { padding-right: 0; }
.ct thead th { border-bottom: 1px solid var(--ink); font-weight: 600; }
.ct tbody th { font-weight: 400; }
.ct .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.ct thead .number { white-space: normal; }
.ct .step1 { padding-left: 1.1rem; } .ct .step2 { padding-left: 2.2rem; } .ct .step3 { padding-left: 3.3rem; }
.ct figure { margin: 1.75rem 0 .75rem; }
.ct figcaption { font-weight: 600; margin-bottom: .6rem; }
.ct .bar { display: grid; grid-template-columns: 1fr auto; gap: .1rem 1rem; align-items: end; margin-top: .5rem;
  font-size: .85em; line-height: 1.3; }
.ct .bar b { font-variant-numeric: tabular-nums; } .ct .bar svg { grid-column: 1 / -1; width: 100%; overflow: visible; }
.ct svg text { fill: #111; font-size: 12px; }
.ct svg rect { stroke: #333; stroke-width: 1; } .ct svg .zero { stroke: currentColor; stroke-width: 1; }
.ct .key { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: 0; margin: .6rem 0 0;
  font-size: .88em; }
.ct .key svg { width: .8em; height: .8em; margin-right: .4em; }
.ct ul { padding-left: 1.2rem; margin: .4rem 0; } .ct li { margin: .15rem 0; }
.ct details { margin: 1.25rem 0; padding: .6rem .9rem;
  background: var(--tint); border-radius: .4rem; font-size: .9em; }
.ct summary { cursor: pointer; font-weight: 600; }
body:has(> .ct) { margin: 0; }
@media (max-width: 36rem) { .ct { padding: 1rem 1rem 2rem; } .ct h1 { font-size: 1.4em; hyphens: auto; }
  .ct h2 { margin-top: 2rem; } .ct p.answer { font-size: 1.05em; }
  .ct table { font-size: .75em; line-height: 1.4; } .ct th, .ct td { padding-right: .3rem; }
  .ct .step1 { padding-left: .5rem; } .ct .step2 { padding-left: 1rem; } .ct .step3 { padding-left: 1.5rem; } }
@media (prefers-color-scheme: dark) { .ct { --ink: #e8eaec; --soft: #a4abb2; --line: #3a4046; --tint: #202428;
  --paper: #15181a; --mark: #5ecfae; } body:has(> .ct) { background: #15181a; } }
@media print { @page { size: A4; margin: 18mm 16mm; }
  .ct { --ink: #000; --soft: #444; --line: #bbb; --tint: #fff; --paper: #fff; --mark: #000; font-size: 10pt;
    max-width: none; padding: 0; }
  body:has(> .ct) { background: #fff; }
  .ct h2, .ct h3, .ct caption, .ct figcaption { break-after: avoid; }
  .ct tr, .ct figure { break-inside: avoid; }
  .ct .table { overflow: visible; } .ct rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .ct details { padding: 0; } .ct details::details-content { content-visibility: visible; display: block; } }
"""
