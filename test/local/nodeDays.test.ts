import { expect } from "chai";
import { parseEther } from "ethers";
import { operatorAccounts } from "../../scripts/local/localAccounts";
import { conditionOf, nodeStakes, NODES_TIME, planNodeDays } from "../../scripts/local/nodeDays";

const DAY = 86_400;
/** 2026-11-21 08:30 UTC, on day 20778. */
const present = 20_778 * DAY + 8.5 * 3_600;

describe("nodeStakes", () => {
  it("gives every operator what a node needs", () => {
    expect(nodeStakes.length).to.equal(operatorAccounts.length).and.to.equal(25);
    for (const { amount, presetWeeks } of nodeStakes) {
      expect(amount).to.be.at.least(parseEther("100000"));
      expect(presetWeeks).to.be.within(52n, 104n);
    }
  });

  it("names the heaviest first", () => {
    const weights = nodeStakes.map(({ amount, presetWeeks }) => amount * presetWeeks);
    expect(weights).to.deep.equal([...weights].sort((a, b) => (a < b ? 1 : -1)));
    expect(new Set(weights).size).to.equal(25);
  });
});

describe("planNodeDays", () => {
  const { firstEpoch, steps } = planNodeDays({ chainNow: present - NODES_TIME, present });

  it("ends on the day of the present", () => {
    expect(firstEpoch).to.equal(20_778 - 7);
    expect(steps.at(-1)!.t).to.equal(20_778 * DAY + 3_600);
  });

  it("begins within the time that is kept for it", () => {
    expect(steps[0]!.t).to.be.above(present - NODES_TIME);
    const late = planNodeDays({ chainNow: 0, present: 20_779 * DAY - 1 });
    expect(late.steps[0]!.t).to.be.above(20_779 * DAY - 1 - NODES_TIME);
  });

  for (const [title, seconds] of [
    ["at midnight", 0],
    ["half a minute after midnight", 30],
    ["half an hour after midnight", 1_800],
    ["at the end of a day", DAY - 1],
  ] as const) {
    it(`goes forward, and never beyond the present, ${title}`, () => {
      const plan = planNodeDays({ chainNow: 0, present: 20_778 * DAY + seconds });
      const times = plan.steps.map(({ t }) => t);
      expect(times).to.deep.equal([...times].sort((a, b) => a - b));
      expect(times.at(-1)).to.equal(20_778 * DAY + Math.min(seconds, 3_600));
    });
  }

  it("begins on the next day when the chain is ahead", () => {
    const chainNow = present - DAY;
    const plan = planNodeDays({ chainNow, present });
    expect(plan.firstEpoch).to.equal(20_778);
    expect(plan.steps[0]!.t).to.be.above(chainNow);
    expect(plan.steps.at(-1)!.t).to.equal((20_778 + 7) * DAY + 3_600);
  });

  it("tries to finalize every measured day once, on the day after it", () => {
    const finalizations = steps.filter((step) => step.kind === "finalize");
    expect(finalizations.map(({ day }) => day)).to.deep.equal([1, 2, 3, 4, 5, 6]);
    for (const { t, day } of finalizations) expect(Math.floor(t / DAY)).to.equal(firstEpoch + day + 1);
  });

  it("opens every epoch within its first minute", () => {
    const openings = steps.filter((step) => step.kind === "open");
    expect(openings.map(({ day }) => day)).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    for (const { t, day } of openings) expect(t).to.equal((firstEpoch + day) * DAY + 60);
  });
});

describe("conditionOf", () => {
  it("is well unless something happens", () => {
    expect(conditionOf({ day: 1, node: 4, member: 1 })).to.equal("well");
    expect(conditionOf({ day: 2, node: 5, member: 1 })).to.equal("well");
  });

  it("is the same for every member when it is true", () => {
    for (const member of [1, 2, 3, 4, 5, 6, 7]) {
      expect(conditionOf({ day: 2, node: 4, member })).to.equal("slow");
      expect(conditionOf({ day: 2, node: 11, member })).to.equal("down");
    }
  });

  it("is what one member says when that member lies", () => {
    expect(conditionOf({ day: 3, node: 5, member: 3 })).to.equal("down");
    expect(conditionOf({ day: 3, node: 5, member: 4 })).to.equal("well");
  });
});
