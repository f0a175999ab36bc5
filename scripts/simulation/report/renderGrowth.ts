import type { SimulationRecord } from "../record";
import { count } from "./count";
import { gasRows, percent } from "./gasRows";
import { growthOf, LEAST_TIMES, MOST_GROWTH } from "./growthOf";
import { gasPerFurtherWallet } from "./walletColumns";

/** What a claim costs for each week in which the claimant's position changed since its last claim, from and to. */
export const GAS_PER_CHANGED_WEEK = { from: 8_000, to: 14_000 };

/** What the run shows of costs that grow: what was judged, and what each cost depends on. */
export function renderGrowth(record: SimulationRecord): string {
  return [
    verdict(record),
    "What does grow, and with what:\n",
    `- A claim costs by the weeks in which the claimant's own position changed since its last claim: ${changedWeek()} for each ` +
      "(`test/simulation/claimCost.test.ts`), whoever else is there. The longer a network lives, the longer somebody can have been " +
      `silent, so the most grows while the median does not: ${mostOf(record, "claim")}, ${mostOf(record, "claimAndRestake")}.`,
    `- \`finalize (wallets)\` pays every wallet that the reports name${perWallet(record)}. So it is judged by the wallet.`,
    "- `finalize` of an epoch costs by the nodes that are seated, by those of them that fail, by the reports, and by the missed epochs " +
      "whose funding it brings in. `fundRange` costs by the weeks or epochs that are funded.",
    "- A search in a history reads two slots more per doubling of the changes that it goes back. After idle time the first change " +
      "reads a slot for each week in which something ended, at most 105.",
    "- Whoever has staked before writes what was into its history: a return costs more than a first stake, and there are more " +
      "returns later on. An operator that registers again keeps its key, and pays less.",
    "- What differs from one call to the next is what it finds: the first change of a second writes the checkpoint that the others " +
      "of that second write over (up to 22,000 gas), an empty slot costs more than a full one, and nothing to claim costs less " +
      "than something.",
  ].join("\n");
}

/** Under which conditions the cost table of README holds, and why its limits are no limits here. */
export const costTable =
  "README's [cost table](../README.md#what-it-costs), with its limits, is measured by `npm run gas` under conditions that `test/gas` " +
  "makes: among 1,000 other positions, each operation alone in its block, in a network in which something changed the day before; " +
  "votes are not delegated unless the row says so; a claim finds its weeks closed by somebody else, and no change of the claimant's " +
  "position since it staked; 21 nodes are seated, all paid before, none fails and no epoch was missed unless the row says so, and 5 or 7 " +
  "members or 21 peers report. Its limits are those of these conditions. Here calls come as they come, up to 100 in a block, so the " +
  "medians are mostly lower, and the most is higher, because on top of it come\n\n" +
  "- the ledger of a delegate, for each change of a position whose votes are delegated (README has two such rows): `stake`, " +
  "`increaseAmount`, `update`, `relock`, `initiateUnlock`, `withdraw` and `claimAndRestake` write a checkpoint there as well, and read " +
  "what ended since that delegate's votes last changed;\n" +
  "- the closing of the week that is over, for the first claim after it, and the claimant's own changes, for each claim;\n" +
  "- nodes that fail, with their slashes and with those that take their seats, a set of nodes that is recorded anew the day after it " +
  "changed, nodes that are paid for the first time, and the funding of missed epochs, for `finalize`.";

function verdict(record: SimulationRecord): string {
  const rule =
    "The run compares the medians of both ends, and ends with exit code 1 if one has grown by more than " +
    `${MOST_GROWTH * 100} %, where the operation happened at least ${LEAST_TIMES} times at each end. `;
  const [largest] = growthOf(record).sort((a, b) => b.growth - a.growth);
  if (largest === undefined) return `${rule}Nothing happened that often here.\n`;
  const change = `The largest change of a median is that of \`${largest.operation}\`, ${percent(largest.growth)}.`;
  const rare = rareOf(record);
  return `${rule}${change}${rare === "" ? "" : ` Too rare to be judged: ${rare}.`}\n`;
}

function rareOf(record: SimulationRecord): string {
  return gasRows(record)
    .filter(({ first, last }) => Math.min(first?.times ?? 0, last?.times ?? 0) < LEAST_TIMES)
    .map(({ operation }) => `\`${operation}\``)
    .join(", ");
}

function changedWeek(): string {
  return `${count(GAS_PER_CHANGED_WEEK.from)} to ${count(GAS_PER_CHANGED_WEEK.to)} gas`;
}

/** "`claim` from 170,978 to 294,525". */
function mostOf(record: SimulationRecord, operation: string): string {
  const row = gasRows(record).find((one) => one.operation === operation);
  if (!row?.first || !row.last) return `\`${operation}\` did not happen at both ends`;
  return `\`${operation}\` from ${count(row.first.most)} to ${count(row.last.most)}`;
}

function perWallet(record: SimulationRecord): string {
  const gas = gasPerFurtherWallet(record);
  return gas === undefined ? "" : `, ${count(gas)} gas for each further one, and their number grows in this run`;
}
