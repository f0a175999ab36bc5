import { stripVTControlCharacters } from "node:util";
import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { parseEther } from "ethers";
import { ethers } from "hardhat";
import { formatNodes } from "../../scripts/local/formatNodes";
import { formatNodeStep } from "../../scripts/local/formatNodeStep";
import { operatorAccounts } from "../../scripts/local/localAccounts";
import { EPOCH_FUNDING, FUNDED_EPOCHS, planNodeDays } from "../../scripts/local/nodeDays";
import { NodeRunError, runNodes } from "../../scripts/local/runNodes";
import { nodeDaysLivedThrough } from "../support/nodeDays";
import { onFreshChain } from "../support/onFreshChain";
import { now } from "../support/time";

type Lived = Awaited<ReturnType<typeof nodeDaysLivedThrough>>;

/** The amounts that a day's settlement gave, by the number of the node. */
function earnedOn({ steps, local }: Lived, day: number): (node: number) => bigint | undefined {
  const done = steps.find(({ step }) => step.kind === "finalize" && step.day === day)!;
  const { amounts } = done.events.find(({ name }) => name === "EpochSettled")!.args as unknown as { amounts: bigint[] };
  const { plan } = done.finalization!;
  const operators = plan.kind === "ready" ? plan.args[1].operators : [];
  return (node) => amounts[operators.indexOf(local.wallets[operatorAccounts[node - 1]!]!.address)];
}

describe("runNodes", () => {
  onFreshChain();

  it("tells of every step when it is done", async () => {
    const { days, steps, told } = await loadFixture(nodeDaysLivedThrough);
    expect(told).to.deep.equal(steps);
    expect(steps.map(({ step }) => step)).to.deep.equal(days.steps);
    expect(steps.map(({ number }) => number)).to.deep.equal(days.steps.map((_, index) => index + 1));
  });

  it("leaves the clock at the last step", async () => {
    const { days } = await loadFixture(nodeDaysLivedThrough);
    expect(await now()).to.equal(days.steps.at(-1)!.t);
  });

  it("mines transactions by themselves again afterwards", async () => {
    await loadFixture(nodeDaysLivedThrough);
    expect(await ethers.provider.send("hardhat_getAutomine", [])).to.equal(true);
  });

  it("pays nothing for the epoch of a failure, nor for the one in which the seat was lost", async () => {
    const lived = await loadFixture(nodeDaysLivedThrough);
    for (const day of [2, 3]) {
      expect(earnedOn(lived, day)(4)).to.equal(0n);
      expect(earnedOn(lived, day)(11)).to.equal(0n);
      expect(earnedOn(lived, day)(3)).to.be.above(0n);
    }
    expect(earnedOn(lived, 5)(4)).to.be.above(0n);
  });

  it("does not let one liar harm a node", async () => {
    const { steps } = await loadFixture(nodeDaysLivedThrough);
    const done = steps.find(({ step }) => step.kind === "finalize" && step.day === 3)!;
    const { scores } = done.events.find(({ name }) => name === "EpochFinalized")!.args as unknown as {
      scores: bigint[];
    };
    for (const score of scores) expect(score).to.be.above(parseEther("0.9"));
  });

  it("gives the stakers what was slashed", async () => {
    const { local } = await loadFixture(nodeDaysLivedThrough);
    expect(await local.contracts.distributor.totalFunded()).to.equal(parseEther("240"));
  });

  it("funds two weeks of epochs", async () => {
    const { local } = await loadFixture(nodeDaysLivedThrough);
    expect(await local.contracts.rewards.totalFunded()).to.equal(EPOCH_FUNDING * BigInt(FUNDED_EPOCHS));
  });

  it("stops at a transaction that is refused, and names the reason", async () => {
    const { local } = await loadFixture(nodeDaysLivedThrough);
    const chainNow = Number(await now());
    const days = planNodeDays({ chainNow, present: chainNow });
    const again = runNodes({ local, days, onStep: () => undefined });
    await expect(again).to.be.rejectedWith(NodeRunError, "a transaction was refused: PositionExists(");
  });
});

describe("readNodes", () => {
  it("tells the status of every node", async () => {
    const { report } = await loadFixture(nodeDaysLivedThrough);
    const numbersOf = (wanted: string) =>
      report.nodes.filter(({ status }) => status === wanted).map(({ number }) => number);
    expect(numbersOf("Active")).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 10, 12, 13, 14, 15, 16, 17, 18]);
    expect(numbersOf("Reserved")).to.deep.equal([11, 19, 20, 21, 22]);
    expect(numbersOf("Confined")).to.deep.equal([9]);
    expect(numbersOf("Deactivated")).to.deep.equal([8]);
    expect(numbersOf("Standby")).to.deep.equal([23, 24, 25]);
  });

  it("tells the last score of those that hold a seat", async () => {
    const { report } = await loadFixture(nodeDaysLivedThrough);
    const scored = report.nodes.filter(({ lastScore }) => lastScore !== undefined).map(({ number }) => number);
    expect(scored).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]);
    expect(report.nodes[8]!.lastScore).to.be.within(parseEther("0.5"), parseEther("0.6"));
  });

  it("tells what was slashed, and what is pending, of each", async () => {
    const { report } = await loadFixture(nodeDaysLivedThrough);
    for (const { number, slashed, pending, pendingUntil } of report.nodes) {
      expect(pendingUntil).to.equal(number === 9 ? report.now + 86_400 : 0);
      expect(slashed).to.equal(number === 11 ? parseEther("240") : 0n);
      expect(pending).to.equal(number === 9 ? parseEther("260") : 0n);
    }
  });

  it("hands on what every epoch leaves, a missed one all", async () => {
    const { report } = await loadFixture(nodeDaysLivedThrough);
    let carried = 0n;
    for (const { budget, earned, rolledOver } of report.epochs) {
      expect(budget).to.equal(EPOCH_FUNDING + carried);
      expect(rolledOver).to.equal(budget - earned);
      carried = rolledOver;
    }
    expect(report.running.budget).to.equal(EPOCH_FUNDING + carried);
    expect(report.epochs.map(({ isFinalized }) => isFinalized)).to.deep.equal([true, true, true, false, true, true]);
    expect(report.epochs[3]).to.deep.include({ reports: 4, reporters: 7, scored: 0, confined: 0, earned: 0n });
  });

  it("counts reports, scores and confinements", async () => {
    const { report } = await loadFixture(nodeDaysLivedThrough);
    expect(report.epochs.map(({ reports }) => reports)).to.deep.equal([7, 7, 7, 4, 6, 7]);
    expect(report.epochs.map(({ scored }) => scored)).to.deep.equal([21, 21, 21, 0, 21, 21]);
    expect(report.epochs.map(({ confined }) => confined)).to.deep.equal([0, 2, 0, 0, 0, 1]);
  });

  it("agrees with itself: what epochs paid is what nodes earned, of which the last is unclaimed", async () => {
    const { report, local } = await loadFixture(nodeDaysLivedThrough);
    const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
    const earned = sum(report.nodes.map((node) => node.earned));
    const owed = sum(report.nodes.map((node) => node.owed));
    expect(earned).to.equal(sum(report.epochs.map((epoch) => epoch.earned)));
    expect(owed).to.equal(report.epochs.at(-1)!.earned);
    expect(await local.contracts.rewards.totalPaid()).to.equal(earned - owed);
  });
});

describe("formatNodeStep", () => {
  async function lines(): Promise<string> {
    const { steps } = await loadFixture(nodeDaysLivedThrough);
    return steps.map((step) => stripVTControlCharacters(formatNodeStep(step))).join("\n");
  }

  for (const [title, line] of [
    [
      "the stakes",
      /^ {3}1\/24 {2}\w{3} \S+ 09:00:00 {2}25 operators stake 100,000 to 340,000 WCT for 52 to 104 weeks$/m,
    ],
    ["the funding", /the funder adds 1,000 WCT to each of 14 epochs$/m],
    ["the first seats", /nodes 1 to 21 are ready: 15 Active, 6 Reserved$/m],
    ["a seat filled again", /node 22 is ready: 1 Reserved$/m],
    ["a set that changed", /epoch \d+ opens with 15 Active and 4 Reserved nodes$/m],
    ["a set that did not", /epoch \d+ opens with the same nodes$/m],
    ["a finalization", /epoch \d+: 7 of 7 reports, 21 nodes scored, 869\.15 WCT earned$/m],
    ["a failure", /^ {34}→ node 4 fails with 41\.7 %: Confined, 310 WCT held for a slash$/m],
    ["who takes the seats", /→ nodes 16 and 17 are Active$/m],
    ["who comes back", /→ node 11 was Confined for 24 hours and is Reserved again$/m],
    ["a lie", /→ member 3 alone saw node 5 down: the median does not move$/m],
    ["a veto", /the guardian vetoes the slash of node 4: 310 WCT are free again$/m],
    ["an executed slash", /the slash of node 11 is executed: 240 WCT for the stakers$/m],
    ["a missed epoch", /epoch \d+: 4 of 7 reports {2}✗ 5 are needed, and no more arrive$/m],
    ["a quorum", /epoch \d+: 6 of 7 reports, 21 nodes scored, 2,052\.83 WCT earned$/m],
    ["claims", /22 operators claim 4,741\.07 WCT$/m],
  ] as const) {
    it(`tells ${title}`, async () => {
      expect(await lines()).to.match(line);
    });
  }

  it("tells of the lie on its day only", async () => {
    expect((await lines()).match(/the median does not move/g)).to.have.lengthOf(1);
  });

  it("keeps to 100 characters a line", async () => {
    expect((await lines()).split("\n").filter((line) => line.length > 100)).to.deep.equal([]);
  });
});

describe("formatNodes", () => {
  async function text(): Promise<string> {
    const { report } = await loadFixture(nodeDaysLivedThrough);
    return stripVTControlCharacters(formatNodes(report));
  }

  for (const [title, line] of [
    ["an epoch", /^ {2}\S+ +\d+ +7 of 7 +finalized +21 +2 +1,079\.34 +869\.15 +210\.19$/m],
    ["a missed epoch", /^ {2}\S+ +\d+ +4 of 7 +missed +– +– +1,311\.77 +– +1,311\.77$/m],
    ["a node", /^ {2}4 +0x042a…C323 +Active +96\.5 % +154,258\.37 +210\.13 +48\.13 +– +–$/m],
    ["a slash", /^ {2}11 +\S+ +Reserved .* 240\.00 +–$/m],
    ["a pending slash", /^ {2}9 +\S+ +Confined .* – +260\.00$/m],
    ["a node without a score", /^ {2}23 +\S+ +Standby +– +29,856\.46 +– +– +– +–$/m],
    ["the sums", /^ {2}all .* 5,796\.19 +1,055\.12 +240\.00 +260\.00$/m],
    ["the running epoch", /1,203\.81 WCT wait in epoch \d+, now running\.$/m],
    ["who can still veto", /260\.00 WCT of node 9 are held: the guardian may veto the slash until \w{3} \S+ 01:00\.$/m],
  ] as const) {
    it(`shows ${title}`, async () => {
      expect(await text()).to.match(line);
    });
  }

  it("names only those whose slash is pending", async () => {
    expect((await text()).match(/the guardian may veto/g)).to.have.lengthOf(1);
  });

  it("keeps to 100 characters a line", async () => {
    expect((await text()).split("\n").filter((line) => line.length > 100)).to.deep.equal([]);
  });
});
