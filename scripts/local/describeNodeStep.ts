import { formatWct } from "../format/formatWct";
import { reportsNeeded } from "../performance/quorum";
import { NO_SCORE } from "../performance/scoreNodes";
import { formatScore } from "./formatScore";
import { EPOCH_FUNDING, FUNDED_EPOCHS, incidents, nodeStakes } from "./nodeDays";
import type { DoneNodeStep, NodeEvent } from "./runNodes";

/** What a step says about itself: a line, and one more for everything that followed from it. */
export interface NodeStepText {
  text: string;
  /** Why it could not be done. */
  refusal?: string;
  notes: string[];
}

/** Puts a step of the nodes' days into words. */
export function describeNodeStep(done: DoneNodeStep): NodeStepText {
  const { step, events } = done;
  switch (step.kind) {
    case "stake":
      return { text: stakeText(), notes: [] };
    case "register":
      return { text: `the registrar allows ${nodeStakes.length} nodes; they register keys and endpoints`, notes: [] };
    case "fund":
      return {
        text: `the funder adds ${wct(EPOCH_FUNDING)} to each of ${FUNDED_EPOCHS} epochs`,
        notes: [],
      };
    case "callUp":
      return { text: `${nodesText(step.nodes)} called up`, notes: [] };
    case "confirm":
      return { text: `${nodesText(step.nodes)} ready: ${statusText(step.nodes, events)}`, notes: [] };
    case "leave":
      return { text: `node ${step.node} leaves`, notes: notesOf(done) };
    case "open":
      return { text: `epoch ${done.epoch!} opens with ${seatsText(events)}`, notes: notesOf(done) };
    case "finalize":
      return finalizationText(done);
    case "vetoSlash":
      return {
        text: `the guardian vetoes the slash of node ${step.node}: ${slashed(events)} are free again`,
        notes: [],
      };
    case "executeSlash":
      return { text: `the slash of node ${step.node} is executed: ${slashed(events)} for the stakers`, notes: [] };
    case "claim":
      return {
        text: `${named(events, "Claimed").length} operators claim ${wct(sum(named(events, "Claimed")))}`,
        notes: [],
      };
  }
}

function stakeText(): string {
  const amounts = nodeStakes.map(({ amount }) => Number(amount / 10n ** 18n));
  const weeks = nodeStakes.map(({ presetWeeks }) => Number(presetWeeks));
  const range = (values: number[]) =>
    [Math.min(...values), Math.max(...values)].map((value) => value.toLocaleString("en-US")).join(" to ");
  return `${nodeStakes.length} operators stake ${range(amounts)} WCT for ${range(weeks)} weeks`;
}

function finalizationText(done: DoneNodeStep): NodeStepText {
  const { events, epoch } = done;
  const { plan, given, of } = done.finalization!;
  const text = `epoch ${epoch!}: ${given} of ${of} reports`;
  const settled = named(events, "EpochSettled")[0];
  const finalized = named(events, "EpochFinalized")[0];
  if (plan.kind !== "ready" || !settled || !finalized) {
    return { text, refusal: `${reportsNeeded(BigInt(of))} are needed, and no more arrive`, notes: [] };
  }
  const scores = finalized.args.scores as bigint[];
  const scored = scores.filter((score) => score !== NO_SCORE).length;
  const earned = wct(settled.args.earned as bigint);
  return { text: `${text}, ${scored} nodes scored, ${earned} earned`, notes: [...lies(done), ...notesOf(done)] };
}

/** What is known only because the measurements are simulated. */
function lies({ step }: DoneNodeStep): string[] {
  return incidents
    .filter(({ day, claimedBy }) => "day" in step && day === step.day && claimedBy !== undefined)
    .map(({ node, claimedBy }) => `member ${claimedBy!} alone saw node ${node} down: the median does not move`);
}

function notesOf(done: DoneNodeStep): string[] {
  const { events, step } = done;
  const promoted = named(events, "Promoted").map(({ node }) => node);
  return [
    ...named(events, "Released").map(({ node }) => `node ${node} was Confined for 24 hours and is Reserved again`),
    ...named(events, "Confined").map(({ node }) => {
      const held = named(events, "SlashProposed").filter((one) => one.node === node);
      const score = scoreOf(done, node);
      const failed = score === undefined ? "fails" : `fails with ${formatScore(score)}`;
      return `node ${node} ${failed}: Confined, ${wct(sum(held))} held for a slash`;
    }),
    ...(promoted.length === 0 || step.kind === "confirm" ? [] : [`${nodesText(promoted)} Active`]),
  ];
}

/** The score that the finalization gave to a node. */
function scoreOf({ events, finalization }: DoneNodeStep, node: number): bigint | undefined {
  if (finalization?.plan.kind !== "ready") return undefined;
  const [, { operators }] = finalization.plan.args;
  const confined = named(events, "Confined").find((one) => one.node === node);
  const index = operators.indexOf(String(confined?.args.operator));
  return index === -1 ? undefined : (named(events, "EpochFinalized")[0]!.args.scores as bigint[])[index];
}

function statusText(nodes: number[], events: NodeEvent[]): string {
  const active = named(events, "Promoted").length;
  const reserved = nodes.length - active;
  return [active > 0 ? `${active} Active` : "", reserved > 0 ? `${reserved} Reserved` : ""].filter(Boolean).join(", ");
}

function seatsText(events: NodeEvent[]): string {
  const recorded = named(events, "SeatedSetRecorded")[0];
  if (!recorded) return "the same nodes";
  const { active, reserved } = recorded.args.set as { active: bigint; reserved: bigint };
  return `${bitsOf(active)} Active and ${bitsOf(reserved)} Reserved nodes`;
}

function bitsOf(set: bigint): number {
  return set.toString(2).replaceAll("0", "").length;
}

/** "node 4 is", "nodes 4 and 5 are", "nodes 1 to 21 are". */
function nodesText(nodes: number[]): string {
  const [first, last] = [nodes[0]!, nodes.at(-1)!];
  if (nodes.length === 1) return `node ${first} is`;
  if (nodes.length > 2 && last - first === nodes.length - 1) return `nodes ${first} to ${last} are`;
  return `nodes ${nodes.slice(0, -1).join(", ")} and ${last} are`;
}

function slashed(events: NodeEvent[]): string {
  return wct(sum([...named(events, "SlashVetoed"), ...named(events, "SlashExecuted")]));
}

function named(events: NodeEvent[], name: string): NodeEvent[] {
  return events.filter((event) => event.name === name);
}

function sum(events: NodeEvent[]): bigint {
  return events.reduce((total, { args }) => total + (args.amount as bigint), 0n);
}

function wct(wei: bigint): string {
  return `${formatWct(wei).replace(/\.00$/, "")} WCT`;
}
