import { writeFile } from "node:fs/promises";
import type { Connection } from "stakeweight-sdk";
import type { Context } from "../Context.js";
import { DeclinedError } from "../errors/DeclinedError.js";
import { HalfDoneError } from "../errors/HalfDoneError.js";
import { UsageError } from "../errors/UsageError.js";
import { type Fact, formatFacts } from "../output/formatFacts.js";
import { toJson } from "../output/toJson.js";
import { formatFee, formatPlan } from "./formatPlan.js";
import type { Change, Plan, PlanResult } from "./Plan.js";
import { type Sent, send } from "./send.js";
import { gasOf, simulate, type Simulated } from "./simulate.js";
import { toSafeBatch } from "./toSafeBatch.js";
import { toUnsigned } from "./toUnsigned.js";

/**
 * What every write does: simulates, shows what will change, asks, sends, waits, and prints what became of it. With --unsigned and
 * --safe it prints or writes the transactions instead.
 */
export async function write(context: Context, connection: Connection, plan: Plan): Promise<void> {
  const { settings, output } = context;
  const simulated = await simulate(connection, plan.steps);
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
  if (!mustAsk) {
    await report(context, plan, await sendAll(context, simulated));
    return;
  }
  if (!(await context.surroundings.prompt.confirm(plan.question ?? "Send it?"))) throw new DeclinedError();
  // Whoever is asked may take hours, in which the chain goes on.
  await plan.confirm?.();
  await report(context, plan, await sendAll(context, await simulate(connection, plan.steps)));
}

async function sendAll(context: Context, simulated: readonly Simulated[]): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const [index, { step, gas }] of simulated.entries()) {
    try {
      // What could not be told before the step before it was mined, can be told now.
      sent.push(await send(context, { step, gas: index === 0 && gas !== undefined ? gas : await gasOf(step.call) }));
    } catch (cause) {
      if (sent.length === 0) throw cause;
      throw new HalfDoneError(sent, simulated.length, { cause });
    }
  }
  return sent;
}

async function report({ output }: Context, plan: Plan, sent: readonly Sent[]): Promise<void> {
  const result = await plan.result().catch((cause: unknown) => cause);
  const isKnown = typeof result === "object" && result !== null && "facts" in result;
  const { facts, json } = isKnown ? (result as PlanResult) : { facts: [], json: {} };
  if (!isKnown) output.message("It is done, but the node could not be asked what became of it.");
  const transactions: Fact[] = sent.map(({ hash, blockNumber, fee }) => [
    "Transaction",
    `${hash} in block ${blockNumber}, ${formatFee(fee)}`,
  ]);
  output.data({ ...json, changes: changesAsJson(plan.changes), transactions: sent }, () =>
    [
      `${output.colors.green("Done:")} ${output.colors.bold(plan.title)}`,
      formatFacts([...facts, ...transactions], output.colors),
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
