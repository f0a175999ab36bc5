import { formatEther } from "ethers";
import type { Colors } from "../output/colorsFor.js";
import { type Fact, formatFacts } from "../output/formatFacts.js";
import type { Change, Plan } from "./Plan.js";
import type { Simulated } from "./simulate.js";

/** What is about to happen, for the person who is asked. */
export function formatPlan(
  plan: Plan,
  cost: { simulated: readonly Simulated[]; gasPrice: bigint | undefined; sender: string | undefined },
  colors: Colors,
): string {
  const { simulated, gasPrice, sender } = cost;
  const isSequence = simulated.length > 1;
  const facts: Fact[] = [
    ["From", sender],
    ...plan.changes.map((change): [string, string] => [change.name, formatChange(change, colors)]),
    ...(plan.facts ?? []),
    ...simulated.map((each, index): [string, string] => [
      isSequence ? `Step ${index + 1}` : "Gas",
      isSequence ? `${each.step.description}: ${formatGas(each, gasPrice)}` : formatGas(each, gasPrice),
    ]),
  ];
  return [
    colors.bold(plan.title),
    formatFacts(facts, colors),
    ...(plan.warnings ?? []).map((warning) => `  ${colors.yellow(warning)}`),
  ].join("\n");
}

function formatChange({ before, after, format }: Change, colors: Colors): string {
  const [now, then] = [format(before as never), format(after as never)];
  return now === then ? `${now} (unchanged)` : `${now} → ${colors.bold(then)}`;
}

function formatGas({ gas, dataFee }: Simulated, gasPrice: bigint | undefined): string {
  if (gas === undefined) return "gas is known once the step before it is mined";
  const units = `${gas.toLocaleString("en-US")} gas`;
  if (gasPrice === undefined) return units;
  const layer1 = dataFee === 0n ? "" : `, of which ${formatFee(dataFee)} for its data on layer 1`;
  return `${units}, about ${formatFee(gas * gasPrice + dataFee)}${layer1}`;
}

/** To four digits that count: nobody weighs a fee to the wei. */
export function formatFee(wei: bigint): string {
  if (wei === 0n) return "0 ETH";
  const digits = wei.toString().length;
  const unit = 10n ** BigInt(Math.max(digits - 4, 0));
  return `${formatEther(((wei + unit / 2n) / unit) * unit)} ETH`;
}
