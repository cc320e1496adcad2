/** One style sheet for screen (phone first) and paper. No outside font, picture or script. */
export const STYLE = `
:root { --ink: #1a202c; --soft: #4a5568; --line: #cbd5e0; --paper: #fff; --wash: #f7fafc; --accent: #0b5394; --good: #166534; --ask: #92400e; --bad: #9b1c1c; }
* { box-sizing: border-box; }
html { font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink); background: var(--paper); }
body { overflow-wrap: break-word; margin: 0 auto; max-width: 60rem; padding: 1rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: .5rem 0 .25rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.1rem; margin: 0 0 .25rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .35rem 0; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; background: #fff; padding: .5rem; }
footer .top { position: fixed; right: .75rem; bottom: .75rem; background: var(--paper); border: 1px solid var(--line); border-radius: 1.5rem; padding: .5rem .9rem; }
.soft { color: var(--soft); }
.lead { font-size: 1.1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
caption { text-align: left; font-weight: 600; padding: .5rem 0 .25rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
.facts th { width: 34%; font-weight: 500; color: var(--soft); }
.scroll { overflow-x: auto; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.picture { display: block; width: 100%; height: auto; font: 12px system-ui, sans-serif; }
.picture.narrow { display: none; } .picture .lane-back { fill: #f7fafc; } .picture .leader { stroke: #4a5568; stroke-width: .75; }
.picture .grid { stroke: #e2e8f0; } .picture .tick { fill: #4a5568; text-anchor: middle; }
.picture .lane { fill: #1a202c; font-weight: 600; } .picture .in { fill: #fff; } .picture .beside { fill: #1a202c; }
.picture .series { fill: none; stroke: #0f766e; stroke-width: 1.5; }
.trial { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1rem 0; background: var(--paper); }
.tags { display: flex; flex-wrap: wrap; gap: .35rem; margin: .4rem 0; padding: 0; list-style: none; }
.tags li { background: var(--wash); border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .65rem; font-size: .9rem; }
.tags .partly { border-color: var(--ask); color: var(--ask); font-weight: 600; }
.tags .open { border-color: var(--good); color: var(--good); font-weight: 600; }
.tags .closed { border-color: var(--bad); color: var(--bad); font-weight: 600; }
.criteria { list-style: none; padding: 0; margin: .25rem 0; }
.criteria li { padding: .4rem 0 .4rem 1.6rem; border-bottom: 1px solid var(--wash); position: relative; }
.criteria li::before { position: absolute; left: .2rem; font-weight: 700; }
.fits li::before { content: "✓"; color: var(--good); } .confirm li::before { content: "?"; color: var(--ask); }
.rules-out li::before { content: "✗"; color: var(--bad); } .team li::before { content: "◦"; color: var(--soft); }
.because { font-weight: 600; } blockquote { margin: .15rem 0; padding: 0; color: var(--soft); font-size: .95rem; } blockquote::before { content: "“"; } blockquote::after { content: "”"; }
summary { cursor: pointer; padding: .4rem 0; font-weight: 600; color: var(--accent); min-height: 1.75rem; }
.src { font-size: .8rem; white-space: nowrap; } .src a { padding: .1rem .25rem; }
.alarm { border: .2rem solid var(--bad); border-radius: .5rem; background: #fef2f2; color: #7f1d1d; padding: .75rem 1rem; margin: .5rem 0 1rem; font-size: 1.15rem; }
.flag { font-weight: 600; } .best li { margin: .5rem 0; } .why { display: block; color: var(--bad); font-weight: 400; }
.plain { overflow-wrap: anywhere; padding-left: 1.1rem; } .plain li { margin: .3rem 0; } ol.plain { padding-left: 2.6rem; } summary .soft { font-weight: 400; } details.trial { padding: .4rem .8rem; margin: .5rem 0; } details.ruled-out { border-bottom: 1px solid var(--line); }
.warn { border-left: .3rem solid var(--ask); background: #fffbeb; padding: .5rem .75rem; margin: .5rem 0; }
ins { background: #dcfce7; text-decoration: underline; } del { background: #fee2e2; } .diff { border-left: .2rem solid var(--line); padding-left: .6rem; overflow-wrap: anywhere; } .verdicts { padding-left: 1.2rem; } #changes h3 { margin-top: 1rem; } #changes ul { margin: .25rem 0; } .date { white-space: nowrap; }
:target { background: #fef9c3; }
@media (max-width: 40rem) { .facts th { width: 32%; } .picture.wide { display: none; } .picture.narrow { display: block; } .trial { padding: .75rem; } }
@media print {
  html { font-size: 9.5pt; line-height: 1.4; } body { max-width: none; padding: 0; } nav, .skip, footer { display: none; } tr, .criteria li { break-inside: avoid; } h2 { margin-top: 1.25rem; } h2, h3, h4 { break-after: avoid; }
  a { color: inherit; text-decoration: none; } .picture.wide { display: block; } .picture.narrow { display: none; } .alarm { break-inside: avoid; } details:not([open]) { break-inside: avoid; }
}`
