import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { solidityPacked } from "ethers";
import fc from "fast-check";
import { averageLatencyMs, NO_ANSWER, ONE, score, uptime } from "../../scripts/performance/score";
import type { Measurement, ScoreParameters } from "../../scripts/performance/types";
import { harnessed } from "./fixture";
import { scoreCases } from "./scoreCases";

function scored(parameters: ScoreParameters, measurement: Measurement) {
  const latencyMs = averageLatencyMs(measurement);
  const up = uptime(measurement);
  return { uptime: up, latencyMs, score: score({ parameters, uptime: up, latencyMs }) };
}

const weight = fc.bigInt({ min: 1n, max: 2n * ONE });

const parameters: fc.Arbitrary<ScoreParameters> = fc
  .record({
    uptimeWeight: weight,
    latencyWeight: weight,
    limits: fc.uniqueArray(fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }), { minLength: 2, maxLength: 2 }),
    near: fc.boolean(),
  })
  .map(({ limits: [one, other], near, ...weights }) => {
    // Half of them lie where latencies usually do.
    const [a, b] = near ? [one! % 3_000n, (one! % 3_000n) + 1n + (other! % 3_000n)] : [one!, other!];
    return { ...weights, goodLatencyMs: a < b ? a : b, badLatencyMs: a < b ? b : a };
  });

const measurement: fc.Arbitrary<Measurement> = fc
  .record({
    probes: fc.bigInt({ min: 1n, max: 65_535n }),
    part: fc.bigInt({ min: 0n, max: 65_535n }),
    sum: fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }),
    latencyMs: fc.option(fc.bigInt({ min: 0n, max: 6_000n })),
  })
  .map(({ probes, part, sum, latencyMs }) => {
    const successes = part % (probes + 1n);
    const latencySumMs = latencyMs === null ? sum : successes * latencyMs;
    return { successes, probes, latencySumMs: successes === 0n ? 0n : latencySumMs };
  });

/** The data of one node, not checked. */
function dataOf({ successes, probes, latencySumMs }: Measurement): string {
  return solidityPacked(["uint16", "uint16", "uint32"], [successes, probes, latencySumMs]);
}

describe("score", () => {
  it("has at least 60 cases that both sides agree on", () => {
    expect(scoreCases.length).to.be.at.least(60);
    expect(new Set(scoreCases.map(({ title }) => title)).size).to.equal(scoreCases.length);
  });

  for (const { title, parameters, measurement, ...expected } of scoreCases) {
    it(`answers as the contract does: ${title}`, async () => {
      const { harness } = await loadFixture(harnessed);
      const here = scored(parameters, measurement);
      const there = await harness.scoreOf(parameters, dataOf(measurement), here.uptime, here.latencyMs);
      expect(there).to.deep.equal([1n, false, true, here.score]);
      if (expected.score !== undefined) expect(here.score).to.equal(expected.score);
      if (expected.latencyMs !== undefined) expect(here.latencyMs).to.equal(expected.latencyMs);
    });
  }

  it("answers as the contract does for random measurements", async () => {
    const { harness } = await loadFixture(harnessed);
    await fc.assert(
      fc.asyncProperty(parameters, measurement, async (parameters, measurement) => {
        const here = scored(parameters, measurement);
        expect(await harness.scoreOf(parameters, dataOf(measurement), here.uptime, here.latencyMs)).to.deep.equal([
          1n,
          false,
          true,
          here.score,
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it("is of nothing but what was measured, the contract says", async () => {
    const { harness } = await loadFixture(harnessed);
    for (const { parameters, measurement } of scoreCases) {
      const { uptime, latencyMs } = scored(parameters, measurement);
      for (const [wrongUptime, wrongLatencyMs] of [
        [uptime + 1n, latencyMs],
        [uptime - 1n, latencyMs],
        [uptime, latencyMs + 1n],
        [uptime, latencyMs - 1n],
      ] as const) {
        if (wrongUptime < 0n || wrongLatencyMs < 0n) continue;
        const [, , areMedians] = await harness.scoreOf(parameters, dataOf(measurement), wrongUptime, wrongLatencyMs);
        expect(areMedians).to.equal(false);
      }
    }
  });

  it("has no uptime without probes, neither has the contract", async () => {
    const { harness } = await loadFixture(harnessed);
    const nothing = { successes: 0n, probes: 0n, latencySumMs: 0n };
    const { parameters } = scoreCases[0]!;
    expect(() => uptime(nothing)).to.throw(RangeError, "no probes, no uptime");
    const [values, isImpossible, areMedians] = await harness.scoreOf(parameters, dataOf(nothing), 0n, 0n);
    expect([values, isImpossible, areMedians]).to.deep.equal([0n, false, false]);
  });

  it("is none of numbers that cannot be", async () => {
    const { harness } = await loadFixture(harnessed);
    const { parameters } = scoreCases[0]!;
    for (const [successes, probes, latencySumMs] of [
      [2n, 1n, 2n],
      [1n, 0n, 0n],
      [0n, 1n, 1n],
      [0n, 0n, 1n],
      [65_535n, 65_534n, 2n ** 32n - 1n],
    ] as const) {
      const data = dataOf({ successes, probes, latencySumMs });
      const [, isImpossible] = await harness.scoreOf(parameters, data, 0n, 0n);
      expect(isImpossible).to.equal(true);
    }
  });

  it("takes no answer for the greatest latency", () => {
    expect(averageLatencyMs({ successes: 0n, latencySumMs: 0n })).to.equal(NO_ANSWER);
  });

  it("lies between 0 and 1", () => {
    fc.assert(
      fc.property(parameters, measurement, (parameters, measurement) => {
        const { score } = scored(parameters, measurement);
        expect(score >= 0n && score <= ONE).to.equal(true);
      }),
    );
  });

  it("is never better for the slower", () => {
    fc.assert(
      fc.property(parameters, measurement, fc.bigInt({ min: 1n, max: 10_000n }), (parameters, measurement, slower) => {
        const { uptime, latencyMs, score: before } = scored(parameters, measurement);
        expect(score({ parameters, uptime, latencyMs: latencyMs + slower }) <= before).to.equal(true);
      }),
    );
  });

  it("is never worse for more uptime", () => {
    fc.assert(
      fc.property(parameters, measurement, fc.bigInt({ min: 1n, max: ONE }), (parameters, measurement, more) => {
        const { uptime, latencyMs, score: before } = scored(parameters, measurement);
        expect(score({ parameters, uptime: uptime + more, latencyMs }) >= before).to.equal(true);
      }),
    );
  });
});
