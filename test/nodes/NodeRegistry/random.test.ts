import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { type BaseContract, type ContractTransactionResponse, ZeroAddress } from "ethers";
import { expect } from "chai";
import fc from "fast-check";
import { hashSeatedSet } from "../../../scripts/performance/hashSeatedSet";
import { ONE } from "../../../scripts/performance/score";
import { NO_SCORE } from "../../../scripts/performance/scoreNodes";
import { WCT } from "../../support/amounts";
import { NODE_STAKE, nodeContracts, nodeFor, ownershipOf, stakeFor } from "../../support/nodes";
import { percent, withScorer } from "../../support/scores";
import { type ModelStatus, RegistryModel } from "../../support/RegistryModel";
import { DAY, HOUR, nextAt, now, warpTo } from "../../support/time";

/** From outside: `FC_SEED` and `FC_RUNS`; `FC_PATH` replays one counterexample of a seed; `FC_SHRINK` shrinks it. */
const { FC_SEED, FC_RUNS, FC_PATH, FC_SHRINK, FC_TALLY } = process.env;
const parameters = {
  seed: Number(FC_SEED ?? 20_260_101),
  numRuns: Number(FC_RUNS ?? 15),
  // Edges are drawn on purpose.
  unbiased: true,
  // Shrinking takes minutes.
  endOnFailure: FC_SHRINK === undefined,
  ...(FC_PATH === undefined ? {} : { path: FC_PATH }),
};

const OPERATORS = 9;
const THRESHOLDS = { confinement: percent(80n), promotion: percent(90n), activeFloor: 2n };

const index = fc.nat(OPERATORS - 1);
const one = <Name extends string>(name: Name) => fc.record({ do: fc.constant(name), index });
const score = fc.oneof(
  { weight: 8, arbitrary: fc.constant(ONE) },
  { weight: 3, arbitrary: fc.constantFrom(percent(80n), percent(85n), percent(90n)) },
  { weight: 4, arbitrary: fc.constantFrom(0n, percent(50n), percent(80n) - 1n) },
  { weight: 1, arbitrary: fc.constant(NO_SCORE) },
);

const action = fc.oneof(
  { weight: 10, arbitrary: one("register") },
  { weight: 12, arbitrary: one("callUp") },
  // Somebody who can be.
  { weight: 12, arbitrary: one("callUpStandby") },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("displace" as const), index, displaced: index }) },
  { weight: 4, arbitrary: one("confirm") },
  // All who can, one after the other, an hour later.
  { weight: 10, arbitrary: fc.record({ do: fc.constant("confirmAll" as const) }) },
  { weight: 3, arbitrary: one("deactivateMissed") },
  { weight: 2, arbitrary: one("deactivateUnqualified") },
  { weight: 2, arbitrary: one("deactivate") },
  { weight: 3, arbitrary: one("leave") },
  { weight: 1, arbitrary: one("expel") },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("update" as const) }) },
  { weight: 2, arbitrary: one("moveStake") },
  { weight: 1, arbitrary: one("allow") },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pause" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("setTargets" as const), active: fc.nat(5), reserved: fc.nat(4) }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant("score" as const),
      scores: fc.array(score, { minLength: OPERATORS, maxLength: OPERATORS }),
    }),
  },
);

const wait = fc.oneof(
  { weight: 6, arbitrary: fc.record({ until: fc.constant("later" as const), seconds: fc.constant(0n) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      until: fc.constant("later" as const),
      seconds: fc.constantFrom(1n, HOUR - 1n, HOUR, 6n * HOUR, DAY - 1n, DAY, 3n * DAY + HOUR),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ until: fc.constant("opening" as const), offset: fc.constantFrom(-1n, 0n, 1n, HOUR) }),
  },
  // The next end of a call-up or a confinement.
  { weight: 3, arbitrary: fc.record({ until: fc.constant("end" as const), offset: fc.constantFrom(-1n, 0n) }) },
);

const steps = fc.array(fc.record({ wait, action }), { minLength: 50, maxLength: 70, size: "max" });

type Wait = typeof wait extends fc.Arbitrary<infer T> ? T : never;
/** What the present statuses decide. */
type Steered = { do: "confirmAll" } | { do: "callUpStandby" };
type Course = typeof steps extends fc.Arbitrary<infer T> ? T : never;
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** 3 Active and 2 Reserved wanted of nine operators, some of which stake the same. */
async function fewPlaces() {
  const contracts = await withScorer(await nodeContracts());
  const { registry, registrar, admin } = contracts;
  await registry.connect(admin).setTargets(3n, 2n);
  const nodes = contracts.operators.slice(0, OPERATORS).map(nodeFor);
  for (const [place, { operator }] of nodes.entries()) {
    await stakeFor(contracts, operator, { amount: NODE_STAKE + BigInt(place % 4) * WCT });
    await registry.connect(registrar).setAllowed(operator, true);
  }
  const signatures = await Promise.all(nodes.map((node) => ownershipOf(contracts, node)));
  return { ...contracts, nodes, signatures };
}

type Fixture = Awaited<ReturnType<typeof fewPlaces>>;

/** A call that can be tried before it is sent. */
interface Method {
  staticCall: () => Promise<unknown>;
  send: () => Promise<ContractTransactionResponse>;
}

function timeOf({ until, ...given }: Wait, model: RegistryModel, time: bigint): bigint {
  if ("seconds" in given) return time + given.seconds;
  const ends = model.nodes.map((node) => node.until).filter((end) => end > time);
  const next = until === "opening" || ends.length === 0 ? (time / DAY + 1n) * DAY : ends.sort()[0]!;
  const at = next + given.offset;
  return at < time ? time : at;
}

async function errorOf({ registry, identities, stakeWeight }: Fixture, method: Method): Promise<string | undefined> {
  try {
    await method.staticCall();
    return undefined;
  } catch (error) {
    const data = (error as { data?: string }).data;
    if (typeof data !== "string") throw error;
    const contracts: BaseContract[] = [registry, identities, stakeWeight];
    const parsed = contracts.map((contract) => contract.interface.parseError(data)).find((each) => each);
    if (!parsed) throw error;
    return parsed.name;
  }
}

/** The contract's call and what the model says of it. */
function callOf(fixture: Fixture, model: RegistryModel, given: Exclude<Action, Steered>) {
  const { registry, stakeWeight, registrar, pauser, admin, scorer, nodes, signatures } = fixture;
  const call = (caller: typeof admin, name: string, ...args: unknown[]): Method => {
    const method = registry.connect(caller).getFunction(name);
    return { staticCall: () => method.staticCall(...args), send: () => method.send(...args) };
  };
  if (given.do === "update") return { method: call(admin, "update"), told: () => model.update() };
  if (given.do === "pause") {
    const { isPaused } = model;
    return {
      method: isPaused ? call(admin, "unpause") : call(pauser, "pause"),
      told: () => void (model.isPaused = !isPaused),
    };
  }
  if (given.do === "setTargets") {
    const { active, reserved } = given;
    return {
      method: call(admin, "setTargets", active, reserved),
      told: () => model.setTargets(active, reserved),
    };
  }
  if (given.do === "score") {
    const epoch = model.epoch - 1n;
    const set = model.setOf(epoch);
    const scores = set.operators.map((operator) => given.scores[model.indexOf(operator)]!);
    const qualified = set.operators.map((operator) => model.nodes[model.indexOf(operator)]!.isQualified);
    const bits = qualified.reduce((sum, is, place) => sum | (is ? 1n << BigInt(place) : 0n), 0n);
    const { active, reserved } = set;
    const scoring = { setHash: hashSeatedSet(set), active, reserved, scores, qualified: bits };
    return {
      method: call(scorer, "applyScores", epoch, scoring, THRESHOLDS),
      told: () => void model.applyScores(scores, THRESHOLDS),
    };
  }
  const place = given.index;
  const { operator, key, endpoint } = nodes[place]!;
  switch (given.do) {
    case "register":
      return {
        method: call(operator, "register", key.address, endpoint, signatures[place]!),
        told: () => model.register(place),
      };
    case "callUp":
      return { method: call(admin, "callUp", operator, ZeroAddress), told: () => model.callUp(place, undefined) };
    case "displace":
      return {
        method: call(admin, "callUp", operator, nodes[given.displaced]!.operator),
        told: () => model.callUp(place, given.displaced),
      };
    case "confirm":
      return { method: call(operator, "confirm"), told: () => model.confirm(place) };
    case "deactivateMissed":
      return { method: call(admin, "deactivateMissed", operator), told: () => model.deactivateMissed(place) };
    case "deactivateUnqualified":
      return { method: call(admin, "deactivateUnqualified", operator), told: () => model.deactivateUnqualified(place) };
    case "deactivate":
      return { method: call(registrar, "deactivate", operator), told: () => model.leave(place) };
    case "leave":
      return { method: call(operator, "leave"), told: () => model.leave(place) };
    case "expel":
      return { method: call(scorer, "expel", operator), told: () => model.expel(place) };
    case "allow": {
      const allowed = !model.nodes[place]!.isAllowed;
      return {
        method: call(registrar, "setAllowed", operator, allowed),
        told: () => void (model.nodes[place]!.isAllowed = allowed),
      };
    }
    case "moveStake": {
      const method = model.nodes[place]!.isQualified ? "initiateUnlock" : "relock";
      const args = method === "relock" ? [52n] : [];
      const change = stakeWeight.connect(operator).getFunction(method);
      return {
        method: { staticCall: () => change.staticCall(...args), send: () => change.send(...args) },
        told: () => undefined,
      };
    }
  }
}

function placesOf(model: RegistryModel, status: ModelStatus): number[] {
  return [...model.nodes.keys()].filter((place) => model.nodes[place]!.status === status);
}

/** Weights and qualifications are those of the staking contract. */
async function readStakes({ stakeWeight, nodes }: Fixture, model: RegistryModel): Promise<void> {
  const operators = nodes.map(({ operator }) => operator);
  const { weights, locked } = await stakeWeight.weightsAt(operators, await now(), 100_000n * WCT, 52);
  for (const [place, node] of model.nodes.entries()) {
    node.stake = weights[place]!;
    node.isQualified = ((locked >> BigInt(place)) & 1n) === 1n;
  }
}

/** Whatever the contract tells, in one call at the present second. */
async function compare({ registry, nodes }: Fixture, model: RegistryModel): Promise<void> {
  const { interface: abi } = registry;
  const epoch = model.epoch;
  const asked: [string, unknown[]][] = [
    ...nodes.map(({ operator }): [string, unknown[]] => ["nodeOf", [operator.address]]),
    ["counts", []],
    ["seatHolders", []],
    ["seatedSet", []],
    ["setHashAt", [epoch]],
    ["setHashAt", [epoch - 1n]],
  ];
  const answers = await registry.multicall.staticCall(
    asked.map(([name, args]) => abi.encodeFunctionData(name as "nodeOf", args as [string])),
  );
  const told = asked.map(
    ([name], place) => abi.decodeFunctionResult(name as "nodeOf", answers[place]!).toArray(true) as unknown[],
  );
  const { active, reserved, operators } = model.presentSet(await now());
  expect(told).to.deep.equal([
    ...nodes.map((_, place) => [model.viewOf(place)]),
    model.counts(),
    [model.holders()],
    [[active, reserved, operators]],
    [model.setHashAt(epoch)],
    [model.setHashAt(epoch - 1n)],
  ]);
  expect(Number(model.counts()[0])).to.be.at.most(15);
}

/** Lives through a course, and compares after every step. */
async function live(course: Course, tally = new Map<string, number>()): Promise<void> {
  const fixture = await loadFixture(fewPlaces);
  const operators = fixture.nodes.map(({ operator }) => ({ operator: operator.address, stake: 0n }));
  const model = new RegistryModel({ time: await now(), operators, targets: { active: 3, reserved: 2 } });
  const act = async (given: Exclude<Action, Steered>) => {
    await readStakes(fixture, model);
    const { method, told } = callOf(fixture, model, given);
    const refused = await errorOf(fixture, method);
    expect(told(), given.do).to.equal(refused);
    const key = `${given.do} ${refused ?? ""}`;
    tally.set(key, (tally.get(key) ?? 0) + 1);
    if (refused === undefined) {
      await nextAt(await now());
      await method.send();
    }
    await readStakes(fixture, model);
    await compare(fixture, model);
  };
  const wait = async (time: bigint) => {
    await warpTo(time);
    model.advance(time);
    await compare(fixture, model);
  };
  const confirmAll = async () => {
    await wait((await now()) + HOUR);
    for (const place of model.nodes.keys()) if (model.canConfirm(place)) await act({ do: "confirm", index: place });
  };

  for (const place of model.nodes.keys()) await act({ do: "register", index: place });
  for (let place = 0; place < 5; ++place) await act({ do: "callUp", index: place });
  await confirmAll();
  for (const { wait: given, action: chosen } of course) {
    await wait(timeOf(given, model, await now()));
    // A pause ends with the first step that it would not stop.
    const isStopped = chosen.do === "register" || chosen.do === "callUp" || chosen.do === "displace";
    if (model.isPaused && !isStopped) await act({ do: "pause" });
    if (chosen.do === "confirmAll") await confirmAll();
    else if (chosen.do === "callUpStandby") {
      const standing = placesOf(model, "Standby");
      if (standing.length !== 0) await act({ do: "callUp", index: standing[chosen.index % standing.length]! });
    } else if (chosen.do === "displace") {
      const candidate = placesOf(model, "Standby").at(-1) ?? chosen.index;
      const displaced = placesOf(model, "CalledUp")[0] ?? chosen.displaced;
      await act({ do: "displace", index: candidate, displaced });
    } else await act(chosen);
  }
}

describe("NodeRegistry against the plain model of its rules", () => {
  it(`agrees after every step of ${parameters.numRuns} random courses`, async () => {
    const tally = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(steps, (course) => live(course, tally)),
      parameters,
    );
    if (FC_TALLY !== undefined) console.table([...tally].sort());
  });

  it("agrees when a place gets free and nobody has data, before the first scored epoch and after it", async () => {
    const soon = { until: "later", seconds: 0n } as const;
    const opening = { until: "opening", offset: HOUR } as const;
    const scored = (score: bigint) => ({ do: "score", scores: Array<bigint>(OPERATORS).fill(score) }) as const;
    await live([
      { wait: opening, action: { do: "moveStake", index: 0 } },
      { wait: opening, action: scored(NO_SCORE) },
      { wait: opening, action: scored(ONE) },
      { wait: soon, action: { do: "leave", index: 4 } },
      { wait: soon, action: { do: "callUp", index: 5 } },
      { wait: soon, action: { do: "confirmAll" } },
      { wait: opening, action: { do: "moveStake", index: 1 } },
      { wait: opening, action: scored(NO_SCORE) },
    ]);
  });
});
