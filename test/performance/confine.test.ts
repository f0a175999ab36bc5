import { expect } from "chai";
import fc from "fast-check";
import { confine, type SeatedNode, type SeatStatus } from "../../scripts/performance/confine";
import { ONE } from "../../scripts/performance/score";
import { NO_SCORE } from "../../scripts/performance/scoreNodes";
import { addressOf, configuration } from "./fixture";

const { thresholds } = configuration;

/** A score in hundredths. */
function percent(value: number): bigint {
  return (BigInt(value) * ONE) / 100n;
}

/** A node that scores 1 and stands as it stood; its name tells its operator. */
function node(name: string, changed: Partial<SeatedNode> = {}): SeatedNode {
  return {
    operator: addressOf(name),
    statusAtOpening: "Active",
    score: ONE,
    weight: 1_000n,
    registration: 1n,
    lastScore: ONE,
    ...changed,
  };
}

/** So many nodes of a status, named by it: "Active 0". */
function nodes(count: number, status: SeatStatus, changed: Partial<SeatedNode> = {}): SeatedNode[] {
  return Array.from({ length: count }, (_, index) =>
    node(`${status} ${index}`, { statusAtOpening: status, registration: BigInt(index + 1), ...changed }),
  );
}

/** The nodes with some of them changed, by their names. */
function changed(list: readonly SeatedNode[], changes: Record<string, Partial<SeatedNode>>): SeatedNode[] {
  const byOperator = new Map(Object.entries(changes).map(([name, change]) => [addressOf(name), change]));
  return list.map((node) => ({ ...node, ...byOperator.get(node.operator) }));
}

function outcome(
  list: readonly SeatedNode[],
  {
    targetActive = 15n,
    isScored = true,
    ...changed
  }: { targetActive?: bigint; isScored?: boolean; activeFloor?: bigint; promotion?: bigint } = {},
) {
  return confine({ nodes: list, thresholds: { ...thresholds, ...changed }, targetActive, isScored });
}

const names = (...list: string[]) => list.map(addressOf);

const full = [...nodes(15, "Active"), ...nodes(6, "Reserved")];

describe("confine", () => {
  it("changes nothing if nobody failed", () => {
    expect(outcome(full)).to.deep.equal({
      isSuspended: false,
      active: 15n,
      failed: 0n,
      confined: [],
      spared: [],
      promoted: [],
    });
  });

  it("confines who is below the threshold, not who equals it", () => {
    const list = changed(full, { "Active 0": { score: percent(80) }, "Active 1": { score: percent(80) - 1n } });
    expect(outcome(list)).to.deep.include({ failed: 1n, confined: names("Active 1"), promoted: names("Reserved 0") });
  });

  it("does not confine for missing data", () => {
    const list = changed(full, { "Active 0": { score: NO_SCORE, lastScore: 0n } });
    expect(outcome(list)).to.deep.include({ failed: 0n, confined: [] });
  });

  describe("promotes", () => {
    const failing = { "Active 0": { score: 0n } };

    it("the Reserved node of the greatest weight, of equal ones the earliest registration", () => {
      const heavier = changed(full, { ...failing, "Reserved 4": { weight: 1_001n } });
      expect(outcome(heavier).promoted).to.deep.equal(names("Reserved 4"));
      const earlier = changed(full, { ...failing, "Reserved 4": { registration: 0n } });
      expect(outcome(earlier).promoted).to.deep.equal(names("Reserved 4"));
    });

    it("by the score of this epoch, and where there is none by the last one", () => {
      const list = changed([...full.slice(0, 15), ...nodes(4, "Reserved")], {
        ...failing,
        "Reserved 0": { score: percent(90) - 1n },
        "Reserved 1": { score: NO_SCORE, lastScore: percent(90) - 1n },
        "Reserved 2": { score: NO_SCORE, lastScore: undefined },
        "Reserved 3": { score: NO_SCORE, lastScore: percent(90) },
      });
      expect(outcome(list).promoted).to.deep.equal(names("Reserved 3"));
      expect(outcome(list.slice(0, -1)).promoted).to.deep.equal([]);
    });

    it("also nodes that were seated after the opening, by their last score", () => {
      const late = node("late", { statusAtOpening: "None", status: "Reserved", score: 0n, lastScore: percent(95) });
      expect(outcome([...changed(full.slice(0, 15), failing), late])).to.deep.include({
        confined: names("Active 0"),
        promoted: names("late"),
      });
    });

    it("up to the target", () => {
      const list = [...nodes(13, "Active"), ...nodes(6, "Reserved")];
      expect(outcome(list).promoted).to.deep.equal(names("Reserved 0", "Reserved 1"));
      expect(outcome(list, { targetActive: 13n }).promoted).to.deep.equal([]);
      expect(outcome(list, { targetActive: 5n }).promoted).to.deep.equal([]);
    });

    it("with a lower score while fewer than the floor are Active", () => {
      const list = [...nodes(9, "Active"), ...nodes(6, "Reserved", { score: percent(80) })];
      expect(outcome(list).promoted).to.deep.equal(names("Reserved 0", "Reserved 1"));
    });

    it("below the floor by weight, whoever passes", () => {
      const list = changed([...nodes(10, "Active"), ...nodes(3, "Reserved", { score: percent(85) })], {
        "Reserved 0": { score: ONE, weight: 1n },
      });
      // Reserved 1 comes up to the floor, from there on only Reserved 0 is good enough.
      expect(outcome(list).promoted).to.deep.equal(names("Reserved 1", "Reserved 0"));
    });

    it("nobody who failed, also if less were enough for a promotion", () => {
      const list = [...nodes(14, "Active"), ...nodes(1, "Reserved", { score: percent(79) })];
      expect(outcome(list, { promotion: percent(70) })).to.deep.include({
        confined: names("Reserved 0"),
        promoted: [],
      });
    });

    it("nobody who failed, also while nobody is confined", () => {
      const list = changed([...nodes(9, "Active"), ...nodes(2, "Reserved")], {
        "Active 0": { score: 0n },
        "Active 1": { score: 0n },
        "Active 2": { score: 0n },
        "Active 3": { score: 0n },
        "Reserved 0": { score: 0n, weight: 10_000n },
      });
      expect(outcome(list)).to.deep.include({ isSuspended: true, confined: [], promoted: names("Reserved 1") });
    });
  });

  describe("before the first scored epoch", () => {
    const unscored = { score: NO_SCORE, lastScore: undefined };
    const list = [
      ...nodes(9, "Active", unscored),
      ...changed(nodes(8, "Reserved", unscored), {
        "Reserved 2": { weight: 1_002n },
        "Reserved 5": { weight: 1_001n },
      }),
    ];
    const best = ["Reserved 2", "Reserved 5", "Reserved 0", "Reserved 1", "Reserved 3", "Reserved 4"];

    it("promotes without a score, below the floor and above it", () => {
      expect(outcome(list, { isScored: false })).to.deep.equal({
        isSuspended: false,
        active: 9n,
        failed: 0n,
        confined: [],
        spared: [],
        promoted: names(...best),
      });
    });

    it("promotes nobody without a score once there was one", () => {
      expect(outcome(list, { isScored: true }).promoted).to.deep.equal([]);
    });

    it("ends with the first score, whosever it is", () => {
      const first = (change: Record<string, Partial<SeatedNode>>) =>
        outcome(changed(list, change), { isScored: false }).promoted;
      expect(first({ "Active 0": { score: ONE } })).to.deep.equal([]);
      expect(first({ "Active 0": { score: 0n } })).to.deep.equal([]);
      expect(first({ "Reserved 7": { score: ONE } })).to.deep.equal(names("Reserved 7"));
    });

    it("does not end with the score of a node that is seated no longer, or was not at the opening", () => {
      for (const change of [{ status: "None" }, { statusAtOpening: "None", status: "Active" }] as const) {
        const left = changed(list, { "Active 0": { score: ONE, ...change } });
        expect(outcome(left, { isScored: false, targetActive: 10n }).promoted).to.deep.equal(
          names(...best.slice(0, change.status === "None" ? 2 : 1)),
        );
      }
    });
  });

  describe("when many Active nodes fail together", () => {
    const failing = (count: number) =>
      changed(full, {
        ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`Active ${index}`, { score: 0n }])),
        "Reserved 0": { score: 0n },
      });

    it("confines a third of them", () => {
      expect(outcome(failing(5))).to.deep.include({ isSuspended: false, failed: 5n, active: 15n });
      expect(outcome(failing(5)).confined.length).to.equal(6);
    });

    it("confines nobody, active or reserved, if they are more", () => {
      expect(outcome(failing(6))).to.deep.equal({
        isSuspended: true,
        active: 15n,
        failed: 6n,
        confined: [],
        spared: [],
        promoted: [],
      });
    });

    it("counts only those still seated", () => {
      // 5 of 14, because one that passed has left.
      const list = changed(failing(5), { "Active 14": { status: "None" } });
      expect(outcome(list)).to.deep.include({ isSuspended: true, failed: 5n, active: 14n });
      // 5 of 14, because one that failed has left.
      expect(outcome(changed(failing(6), { "Active 0": { status: "None" } }))).to.deep.include({
        isSuspended: true,
        failed: 5n,
        active: 14n,
      });
    });

    it("counts Reserved ones for nothing", () => {
      const list = [...nodes(15, "Active"), ...nodes(6, "Reserved", { score: 0n })];
      expect(outcome(list)).to.deep.include({ isSuspended: false, failed: 0n });
      expect(outcome(list).confined.length).to.equal(6);
    });
  });

  describe("at the floor", () => {
    const twelve = nodes(12, "Active");
    const scores = {
      "Active 3": { score: percent(10) },
      "Active 5": { score: percent(20) },
      "Active 7": { score: 0n },
    };

    it("confines the worst first and spares the others", () => {
      expect(outcome(changed(twelve, scores))).to.deep.include({
        confined: names("Active 7"),
        spared: names("Active 3", "Active 5"),
      });
    });

    it("takes of equal scores the later registration first, whatever it weighs", () => {
      const equal = { "Active 3": { score: 0n }, "Active 5": { score: 0n }, "Active 7": { score: 0n } };
      const list = changed(twelve, { ...equal, "Active 5": { score: 0n, weight: 999n } });
      expect(outcome(list)).to.deep.include({
        confined: names("Active 7"),
        spared: names("Active 5", "Active 3"),
      });
    });

    it("confines as many as Reserved ones can replace", () => {
      const list = [...changed(twelve, scores), ...nodes(1, "Reserved", { score: percent(80) })];
      expect(outcome(list)).to.deep.include({
        confined: names("Active 7", "Active 3"),
        spared: names("Active 5"),
        promoted: names("Reserved 0"),
      });
    });

    it("counts no replacement that failed, nor one that never scored", () => {
      const list = [
        ...changed(twelve, scores),
        node("failed", { statusAtOpening: "Reserved", score: percent(79) }),
        node("new", { statusAtOpening: "None", status: "Reserved", score: NO_SCORE, lastScore: undefined }),
      ];
      expect(outcome(list)).to.deep.include({
        confined: names("failed", "Active 7"),
        spared: names("Active 3", "Active 5"),
      });
    });

    it("confines no Active node while fewer serve", () => {
      const list = changed(nodes(10, "Active"), { "Active 0": { score: 0n } });
      expect(outcome(list)).to.deep.include({ confined: [], spared: names("Active 0") });
    });

    it("confines Reserved ones regardless", () => {
      const list = [...nodes(10, "Active"), ...nodes(2, "Reserved", { score: 0n })];
      expect(outcome(list)).to.deep.include({ confined: names("Reserved 0", "Reserved 1"), promoted: [] });
    });

    it("is not held above the target", () => {
      const list = [...changed(nodes(12, "Active"), scores), ...nodes(6, "Reserved")];
      expect(outcome(list, { targetActive: 10n })).to.deep.include({
        confined: names("Active 7", "Active 3", "Active 5"),
        spared: [],
        promoted: names("Reserved 0"),
      });
    });
  });

  describe("of a node whose status has changed since the opening", () => {
    it("confines a promoted one as Active", () => {
      const list = [
        ...nodes(10, "Active"),
        node("promoted", { statusAtOpening: "Reserved", status: "Active", score: 0n }),
      ];
      expect(outcome(list)).to.deep.include({ active: 10n, failed: 0n, confined: [], spared: names("promoted") });
      expect(outcome(list, { activeFloor: 10n }).confined).to.deep.equal(names("promoted"));
    });

    it("leaves one alone that is seated no longer", () => {
      const list = changed(full, { "Active 0": { status: "None", score: 0n } });
      expect(outcome(list)).to.deep.include({ failed: 0n, active: 14n, confined: [], promoted: names("Reserved 0") });
    });
  });

  it("keeps floor and target, and treats every node once, whatever the scores", () => {
    const statuses = fc.constantFrom<SeatStatus>("Active", "Reserved", "None");
    const anyScore = fc.oneof(
      fc.constantFrom(NO_SCORE, 0n, percent(79), percent(80), percent(85), percent(90), ONE),
      fc.bigInt(0n, ONE),
    );
    const anyNodes = fc
      .array(
        fc.record({
          statusAtOpening: statuses,
          status: statuses,
          score: anyScore,
          weight: fc.bigInt(0n, 3n),
          lastScore: fc.option(fc.bigInt(0n, ONE), { nil: undefined }),
        }),
        { maxLength: 32 },
      )
      .map((list) => list.map((changed, index) => node(`node ${index}`, { ...changed, registration: BigInt(index) })));
    fc.assert(
      fc.property(anyNodes, fc.bigInt(1n, 15n), fc.bigInt(0n, 15n), (list, targetActive, activeFloor) => {
        const { isSuspended, active, failed, confined, spared, promoted } = outcome(list, {
          targetActive,
          activeFloor,
        });
        expect(isSuspended).to.equal(3n * failed > active);
        if (isSuspended) expect([...confined, ...spared]).to.deep.equal([]);
        const touched = [...confined, ...spared, ...promoted];
        expect(new Set(touched).size).to.equal(touched.length);

        const statusOf = (operator: string) => list.find((node) => node.operator === operator)!.status!;
        const before = list.filter(({ status }) => status === "Active").length;
        const lost = confined.filter((operator) => statusOf(operator) === "Active").length;
        const after = before - lost + promoted.length;
        expect(after).to.be.at.most(Math.max(before, Number(targetActive)));
        const floor = activeFloor < targetActive ? activeFloor : targetActive;
        if (lost > 0) expect(after).to.be.at.least(Number(floor));
        for (const operator of promoted) expect(statusOf(operator)).to.equal("Reserved");
        for (const operator of spared) expect(statusOf(operator)).to.equal("Active");
      }),
      { numRuns: 1_000 },
    );
  });
});
