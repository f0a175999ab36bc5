import { writeFile } from "node:fs/promises";
import type { Connection } from "stakeweight-sdk";
import type { Context } from "../Context.js";
import { DeclinedError } from "../errors/DeclinedError.js";
import { UsageError } from "../errors/UsageError.js";
import { formatFacts } from "../output/formatFacts.js";
import { toJson } from "../output/toJson.js";
import { formatFee, formatPlan } from "./formatPlan.js";
import type { Change, Plan } from "./Plan.js";
import { type Sent, send } from "./send.js";
import { gasOf, simulate } from "./simulate.js";
import { toSafeBatch } from "./toSafeBatch.js";
import { toUnsigned } from "./toUnsigned.js";

/**
 * What every write does: simulates, shows what will change, asks, sends, waits, and prints what became of it. With --unsigned and
 * --safe it prints or writes the transactions instead.
 */
export async function write(context: Context, connection: Connection, plan: Plan): Promise<void> {
  const { settings, output } = context;
  const simulated = await simulate(plan.steps);
  const mustAsk = !settings.yes && !settings.unsigned && settings.safe === undefined;
  if (mustAsk && !context.surroundings.isTTY) {
    throw new UsageError("nobody is at the terminal to agree: add --yes to send without being asked");
  }

  const { gasPrice } = await connection.provider.getFeeData();
  const cost = { simulated, gasPrice: gasPrice ?? undefined, sender: connection.account };
  const preview = formatPlan(plan, cost, output.messageColors);
  if (mustAsk) output.ask(preview);
  else output.message(preview);

  if (settings.unsigned) {
    output.json(toUnsigned(plan));
    return;
  }
  if (settings.safe !== undefined) {
    await writeSafeBatch(context, plan, { file: settings.safe, safe: connection.account! });
    return;
  }
  if (mustAsk && !(await context.surroundings.prompt.confirm("Send it?"))) throw new DeclinedError();

  const sent: Sent[] = [];
  for (const [index, { step, gas }] of simulated.entries()) {
    // What was simulated before the step before it was mined, is simulated again.
    sent.push(await send(context, { step, gas: index === 0 ? gas! : await gasOf(step.call) }));
  }
  await report(context, plan, sent);
}

async function report({ output }: Context, plan: Plan, sent: readonly Sent[]): Promise<void> {
  const { facts, json } = await plan.result();
  output.data({ ...json, changes: changesAsJson(plan.changes), transactions: sent }, () =>
    [
      `${output.colors.green("Done:")} ${output.colors.bold(plan.title)}`,
      formatFacts(
        [
          ...facts,
          ...sent.map(({ hash, blockNumber, fee }): [string, string] => [
            "Transaction",
            `${hash} in block ${blockNumber}, ${formatFee(fee)}`,
          ]),
        ],
        output.colors,
      ),
    ].join("\n"),
  );
}

async function writeSafeBatch({ output }: Context, plan: Plan, options: { file: string; safe: string }): Promise<void> {
  const { file, safe } = options;
  const batch = toSafeBatch(plan, { safe, createdAt: Date.now() });
  try {
    await writeFile(file, `${toJson(batch)}\n`);
  } catch (cause) {
    throw new UsageError(`${file} cannot be written: ${(cause as Error).message}`, { cause });
  }
  const { length } = plan.steps;
  output.data({ file, safe, transactions: length, checksum: batch.meta.checksum }, () =>
    [
      `${output.colors.green("Written:")} ${file}, ${length} transaction${length === 1 ? "" : "s"} of the Safe ${safe}`,
      "  Load it in the Safe's Transaction Builder: New transaction, Transaction Builder, drop the file.",
    ].join("\n"),
  );
}

function changesAsJson(changes: readonly Change[]): object {
  return Object.fromEntries(changes.map(({ key, before, after }) => [key, { before, after }]));
}
