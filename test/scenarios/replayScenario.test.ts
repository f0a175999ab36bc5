import path from "node:path";
import { loadFixture, time } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { ethers } from "hardhat";
import { DevChain } from "../../scripts/chain/DevChain";
import { readScenario } from "../../scripts/scenario/readScenario";
import { ReplayError, replayScenario } from "../../scripts/scenario/replayScenario";
import { ScenarioMismatch } from "../../scripts/scenario/ScenarioMismatch";
import type { Scenario, Step } from "../../scripts/scenario/types";
import { deployed } from "../support/deployed";
import { onFreshChain } from "../support/onFreshChain";
import { replay } from "../support/replay";

function recorded(): Scenario {
  return readScenario(path.join(__dirname, "vectors", "scenario-5.json"));
}

/** The index of the first step that fits. */
function find(scenario: Scenario, fits: (step: Step) => boolean): number {
  const index = scenario.ops.findIndex(fits);
  expect(index, "no such step").to.be.at.least(0);
  return index;
}

const isPaid = (step: Step) => step.ok && step.paid !== undefined && step.paid > 1000n;

/** What is tampered with, at which step, how, and the subject and expectation that are told. */
const tamperings: [title: string, fits: (step: Step) => boolean, change: (step: Step) => void, told: RegExp][] = [
  [
    "a success recorded as a failure",
    (step) => step.ok && step.op === "stake",
    (step) => Object.assign(step, { ok: false, why: "exists" }),
    /result: expected PositionExists, the chain says success$/,
  ],
  [
    "a failure recorded as a success",
    (step) => !step.ok,
    (step) => Object.assign(step, { ok: true, why: undefined }),
    /result: expected success, the chain says \w+$/,
  ],
  [
    "another reason for a failure",
    (step) => step.why === "preset",
    (step) => (step.why = "unchanged"),
    /result: expected PositionUnchanged, the chain says InvalidPreset$/,
  ],
  [
    "a payment that is 101 wei too large",
    isPaid,
    (step) => (step.paid = step.paid! + 101n),
    /paid: expected \d+ to \d+, the chain says \d+$/,
  ],
  ["a payment that is too small", isPaid, (step) => (step.paid = 1n), /paid: expected \d+ to \d+, the chain says \d+$/],
  [
    "an amount of a position",
    (step) => step.position?.state === "Locked",
    (step) => (step.position!.amount += 1n),
    /position of account \d: expected Locked, amount \d+, .*, the chain says Locked, amount \d+/,
  ],
  [
    "a preset",
    (step) => step.position?.state === "Locked",
    (step) => (step.position!.presetWeeks = 78),
    /position of account \d: .* preset 78 weeks, .*the chain says .* preset \d+ weeks/,
  ],
  [
    "an unlock end",
    (step) => step.position?.state === "Unlocking",
    (step) => (step.position!.unlockEnd += 604_800),
    /position of account \d: .* unlock end \d+, the chain says .* unlock end \d+$/,
  ],
  [
    "a state",
    (step) => step.position?.state === "Unlocking",
    (step) => (step.position!.state = "Unlocked"),
    /position of account \d: expected Unlocked, .* the chain says Unlocking/,
  ],
  [
    "a weight of an account that does not act",
    (step) => step.op === "warp",
    (step) => (step.weights[3]! += 1n),
    /weight of account 3: expected \d+, the chain says \d+$/,
  ],
  [
    "the total weight",
    (step) => step.op === "initiateUnlock",
    (step) => (step.totalWeight -= 1n),
    /total weight: expected \d+, the chain says \d+$/,
  ],
  [
    "the total of stakes",
    (step) => step.op === "withdraw",
    (step) => (step.totalStaked += 1n),
    /total staked: expected \d+, the chain says \d+$/,
  ],
];

async function mismatchOf(scenario: Scenario): Promise<ScenarioMismatch> {
  const contracts = await loadFixture(deployed);
  try {
    await replay(contracts, scenario);
  } catch (error) {
    if (error instanceof ScenarioMismatch) return error;
    throw error;
  }
  throw new Error("nothing was noticed");
}

describe("replayScenario", () => {
  onFreshChain();

  for (const [title, fits, change, told] of tamperings) {
    it(`notices ${title}`, async () => {
      const scenario = recorded();
      const index = find(scenario, fits);
      change(scenario.ops[index]!);
      const mismatch = await mismatchOf(scenario);
      expect(mismatch.step).to.equal(index + 1);
      expect(mismatch.message).to.match(told);
      expect(mismatch.expected).not.to.equal(mismatch.actual);
    });
  }

  it("accepts a claim that pays up to 100 wei less than recorded", async () => {
    const contracts = await loadFixture(deployed);
    const scenario = recorded();
    scenario.ops = scenario.ops.slice(0, find(scenario, isPaid) + 1);
    const [exact] = (await replay(contracts, scenario)).slice(-1);
    scenario.ops.at(-1)!.paid = exact!.paid! + 100n;
    await replay(await loadFixture(deployed), scenario);
    scenario.ops.at(-1)!.paid = exact!.paid! + 101n;
    expect((await mismatchOf(scenario)).subject).to.equal("paid");
  });

  it("mines refused operations as failed transactions", async () => {
    const contracts = await loadFixture(deployed);
    const scenario = recorded();
    const steps = await replay(contracts, scenario);
    const refused = steps.filter(({ step }) => !step.ok);
    expect(refused)
      .to.have.length(scenario.ops.filter(({ ok }) => !ok).length)
      .above(0);
    for (const { transaction, step } of refused) {
      const receipt = await ethers.provider.getTransactionReceipt(transaction!.receipt.hash);
      expect(receipt!.status).to.equal(0);
      expect(receipt!.logs).to.have.length(0);
      expect((await receipt!.getBlock()).timestamp).to.equal(step.t);
    }
  });

  it("tells every step as it is done", async () => {
    const contracts = await loadFixture(deployed);
    const scenario = { ...recorded(), ops: recorded().ops.slice(0, 5) };
    const told: string[] = [];
    const [funder, ...accounts] = contracts.accounts;
    await replayScenario({
      scenario,
      contracts,
      chain: new DevChain(ethers.provider),
      accounts,
      funder: funder!,
      treasury: contracts.deployer,
      onStep: ({ number, total }) => told.push(`${number}/${total}`),
    });
    expect(told).to.deep.equal(["1/5", "2/5", "3/5", "4/5", "5/5"]);
  });

  it("leaves the chain mining by itself", async () => {
    await loadFixture(deployed);
    const scenario = recorded();
    scenario.ops[0]!.totalWeight += 1n;
    await mismatchOf(scenario);
    expect(await ethers.provider.send("hardhat_getAutomine", [])).to.equal(true);
  });

  it("refuses a chain whose clock is past the start", async () => {
    const contracts = await loadFixture(deployed);
    await time.increaseTo(recorded().start + 1);
    await expect(replay(contracts, recorded())).to.be.rejectedWith(ReplayError, "past the scenario's start");
  });

  it("refuses contracts that are not empty", async () => {
    const contracts = await loadFixture(deployed);
    const { stakeWeight, token, deployer } = contracts;
    await token.connect(deployer).approve(stakeWeight, 1n);
    await stakeWeight.connect(deployer).stake(1n, 4n);
    await expect(replay(contracts, recorded())).to.be.rejectedWith(ReplayError, "the contracts are not empty");
  });

  it("refuses more accounts than the chain has", async () => {
    const contracts = await loadFixture(deployed);
    // One of them funds.
    const accounts = contracts.accounts.length - 1;
    await expect(replay(contracts, { ...recorded(), accounts: accounts + 1 })).to.be.rejectedWith(
      ReplayError,
      `${accounts + 1} accounts, this chain only ${accounts}`,
    );
  });
});
