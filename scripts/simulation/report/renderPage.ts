import { count } from "./count";
import type { SimulationRecord } from "../record";
import { charts } from "./charts";
import { gasChart } from "./gasChart";
import { renderRows } from "./gasRows";
import { toSvg } from "./toSvg";

const style = `
  :root { color-scheme: light; --ink: #1c1e21; --quiet: #5f6368; --line: #e6e8eb; }
  * { box-sizing: border-box; }
  body { margin: 0; background: #f4f5f7; color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
  main { max-width: 1000px; margin: 0 auto; padding: 40px 20px 64px; }
  h1 { margin: 0 0 4px; font-size: 26px; }
  h2 { margin: 0 0 2px; font-size: 17px; }
  p { margin: 0 0 12px; color: var(--quiet); }
  code { font: 13px ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
  .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 24px 0; }
  .facts div { background: #fff; border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; }
  .facts b { display: block; font-size: 20px; font-variant-numeric: tabular-nums; }
  .facts span { color: var(--quiet); font-size: 13px; }
  section { background: #fff; border: 1px solid var(--line); border-radius: 10px; padding: 20px 24px; margin-top: 20px; overflow-x: auto; }
  svg { max-width: 100%; height: auto; display: block; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
  th:first-child, td:first-child { text-align: left; }
  th { color: var(--quiet); font-weight: 500; }
`;

/** One page that needs nothing else: what a run was, and its charts. */
export async function renderPage(record: SimulationRecord): Promise<string> {
  const sections: string[] = [];
  for (const chart of [...charts(record), gasChart(record)]) {
    sections.push(`<section><h2>${chart.title}</h2><p>${chart.text}</p>${await toSvg(chart)}</section>`);
  }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simulation: ${count(record.accounts)} accounts, ${record.weeks} weeks</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${count(record.accounts)} accounts, ${record.weeks} weeks</h1>
<p><code>${record.command}</code></p>
<div class="facts">${factsOf(record)
    .map(([value, what]) => `<div><b>${value}</b><span>${what}</span></div>`)
    .join("")}</div>
${sections.join("\n")}
<section><h2>Gas, first and last</h2><p>The median and the most of an operation in the first and in the last weeks of the run, and the most of all; “–” where it did not happen.</p>${table(record)}</section>
</main>
</body>
</html>
`;
}

function factsOf(record: SimulationRecord): [value: string, what: string][] {
  return [
    [count(record.transactions), "transactions"],
    [count(record.blocks), "blocks"],
    [count(record.operations["claim"] ?? 0), "claims"],
    [count(record.finalizations.epochs), "epochs finalized"],
    [count(record.operations["refused"] ?? 0), "refused, as they had to be"],
    ["0", "deviations"],
  ];
}

function table(record: SimulationRecord): string {
  const { head, rows } = renderRows(record);
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return `<table>${row(head, "th")}${rows.map((cells) => row(cells, "td")).join("")}</table>`;
}
