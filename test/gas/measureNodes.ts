import assert from "node:assert/strict";
import { time } from "@nomicfoundation/hardhat-network-helpers";
import { MaxUint256, ZeroAddress } from "ethers";
import type { Entry } from "../../scripts/performance/types";
import { WCT } from "../support/amounts";
import {
  NODE_STAKE,
  type NodeContracts,
  nodeContracts,
  nodeFor,
  ownershipOf,
  register,
  stakeFor,
  type TestNode,
} from "../support/nodes";
import { readRound } from "../../scripts/performance/readRound";
import { committedReports, committeeReports, DOWN, measured, mediansOf } from "../support/reporting";
import { standBy } from "../support/standBy";
import type { Costs } from "./measureCosts";
import { DAY, gasOf, network, START } from "./network";

const HOUR = 3_600;
const SEATED = 21;

/** What a measured chain holds besides the nodes that are measured. */
export interface Population {
  /** Positions of others. */
  others: number;
  /** Nodes that stand by. */
  standby: number;
  /** When the measured nodes come; by default at once. */
  from?: number;
}

async function populated({ others, standby, from }: Population): Promise<NodeContracts> {
  await network(others);
  const contracts = await nodeContracts();
  await standBy(contracts, standby);
  if (from !== undefined) {
    await time.increaseTo(from);
    // What was missed until then is no part of what is measured.
    await contracts.nodeRewards.rollOver(MaxUint256);
  }
  return contracts;
}

/** What reporter `index` measured in `epoch`: a little different from what the others did, and from the day before. */
function entriesOf(nodes: TestNode[], epoch: number, index: number, down: number[]): Map<string, Entry> {
  const entry = (node: number): Entry => {
    const missed = BigInt((index * 7 + node * 3 + epoch) % 20);
    return measured(1_440n - missed, 200n + BigInt((index * 31 + node * 17 + epoch) % 150));
  };
  return new Map(nodes.map(({ operator }, node) => [operator.address, down.includes(node) ? DOWN : entry(node)]));
}

/**
 * Measures nodes and their epochs: 21 seated, each paid before, with scores that differ from day to day. Where one fails, it
 * is Active and another node takes its seat; its confinement, its slash and the promotion are part of the transaction. Only
 * where the name says so did the set change the day before, and is recorded anew in the transaction.
 */
export async function measureNodes(population: Population): Promise<Costs> {
  const contracts = await populated(population);
  const { registry, oracle, nodeRewards, token, deployer, registrar, admin, operators } = contracts;
  const costs: Costs = {};
  const nodes = operators.slice(0, SEATED).map(nodeFor);
  for (const [index, node] of nodes.entries()) {
    await stakeFor(contracts, node.operator, { amount: NODE_STAKE + BigInt(SEATED - index) * WCT });
    if (index !== SEATED - 1) await register(contracts, node);
  }
  const last = nodes[SEATED - 1]!;
  await registry.connect(registrar).setAllowed(last.operator, true);
  const ownership = await ownershipOf(contracts, last);
  costs["register a node"] = await gasOf(registry.connect(last.operator).register(last.key, last.endpoint, ownership));
  const { registration } = await registry.nodeOf(last.operator);
  assert.equal(registration, BigInt(population.standby + SEATED), "registered nodes");
  for (const { operator } of nodes.slice(0, -1)) await registry.callUp(operator, ZeroAddress);
  costs["call up a node"] = await gasOf(registry.callUp(last.operator, ZeroAddress));
  let day = START + 30 * DAY;
  await time.setNextBlockTimestamp((await time.latest()) + HOUR);
  for (const { operator } of nodes.slice(0, -1)) await registry.connect(operator).confirm();
  costs["confirm a call-up"] = await gasOf(registry.connect(last.operator).confirm());

  await token.connect(deployer).approve(nodeRewards, MaxUint256);
  day = (Math.floor((await time.latest()) / DAY) + 1) * DAY;
  await time.setNextBlockTimestamp(day);
  await registry.update();
  const epochOf = () => day / DAY - 1;
  await nodeRewards.connect(deployer).fundRange(day / DAY, 30, 1_000n * WCT);

  const finalize = async (reporters: number, down: number[] = []) => {
    day += DAY;
    const epoch = epochOf();
    const round = await readRound({ contracts, epoch: BigInt(epoch) });
    const reports = [];
    for (let index = 0; index < reporters; ++index) {
      const entries = entriesOf(nodes, epoch, index, down);
      reports.push(...(await committeeReports({ contracts, round, entries, indices: [index] })));
    }
    await time.setNextBlockTimestamp(day + 7 * HOUR);
    return gasOf(oracle.finalize(epoch, round.set, round.configuration, reports, mediansOf(round, reports)));
  };
  // The rows are what their names say.
  const note = async (row: string, finalization: Promise<number>) => {
    costs[row] = await finalization;
    const recorded = await registry.queryFilter(registry.filters.SeatedSetRecorded, "latest");
    assert.equal(recorded.length !== 0, row.endsWith("the day after a change"), row);
  };
  await finalize(7);
  await finalize(7);
  await note("finalize, 21 nodes by 5 reporters", finalize(5));
  await note("finalize, 21 nodes by 7 reporters", finalize(7));
  await note("finalize, 21 nodes by 5 reporters, one fails", finalize(5, [3]));
  const failed = epochOf();
  // Opens with 20, and the one that failed returns; then opens with 21.
  await finalize(7);
  await finalize(7);
  await note("finalize, 21 nodes by 7 reporters, one fails", finalize(7, [4]));
  await note("finalize, 21 nodes by 7 reporters, the day after a change", finalize(7));
  costs["claim a node's pay"] = await gasOf(nodeRewards.claim(nodes[0]!.operator));
  costs["execute a slash"] = await gasOf(nodeRewards.executeSlash(nodes[3]!.operator, failed, 0));

  // Phase 2, from the next epoch on, which opens with 21.
  await registry.connect(admin).setPhase(1);
  await finalize(7);
  for (const fails of [false, true]) {
    const round = await readRound({ contracts, epoch: BigInt(day / DAY) });
    const down = fails ? [5] : [];
    const reports = await committedReports({
      contracts,
      round,
      nodes,
      entriesOf: (index) => entriesOf(nodes, Number(round.epoch), index, down),
    });
    day += DAY;
    await time.setNextBlockTimestamp(day + HOUR);
    await note(
      `finalize, 21 nodes by 21 peers${fails ? ", one fails" : ""}`,
      gasOf(oracle.finalize(round.epoch, round.set, round.configuration, reports, mediansOf(round, reports))),
    );
  }
  return costs;
}
