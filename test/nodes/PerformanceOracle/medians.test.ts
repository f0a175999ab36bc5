import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { concat, dataLength, dataSlice, toBeHex } from "ethers";
import { readRound } from "../../../scripts/performance/readRound";
import { type Entry, NO_DATA } from "../../../scripts/performance/types";
import { committeeReports, measured, mediansOf } from "../../support/reporting";
import { HOUR, nextAt } from "../../support/time";
import { endOf, finalize, fiveNodes, scoresOf } from "./fixtures";

/** The bytes that the medians of a node take. */
const SIZE = 12;

/** Whose medians are wrong. */
const NODE = 2;

/** An hour after the end of the epoch, with what seven members measured, each something else. */
async function reported() {
  const fixture = await fiveNodes();
  const round = await readRound({ contracts: fixture, epoch: fixture.epoch });
  const reports = [];
  for (const index of round.reporters.keys()) {
    const entry = measured(1_400n + BigInt(index), 100n + 10n * BigInt(index));
    const entries = new Map<string, Entry>(round.set.operators.map((operator) => [operator, entry]));
    reports.push(...(await committeeReports({ contracts: fixture, round, entries, indices: [index] })));
  }
  await nextAt(endOf(fixture.epoch) + HOUR);
  await fixture.registry.update();
  return { ...fixture, round, reports, medians: mediansOf(round, reports) };
}

/** The medians with others for one node. */
function changed(medians: string, uptime: bigint, latencyMs: bigint): string {
  return concat([
    dataSlice(medians, 0, NODE * SIZE),
    toBeHex(uptime, 8),
    toBeHex(latencyMs, 4),
    dataSlice(medians, (NODE + 1) * SIZE),
  ]);
}

/** What is the median of node {@link NODE}: the fourth of seven. */
const UPTIME = (1_403n * 10n ** 18n) / 1_440n;
const LATENCY_MS = 130n;

describe("PerformanceOracle", () => {
  describe("finalize, with medians", () => {
    it("takes those of the reports", async () => {
      const fixture = await loadFixture(reported);
      const { oracle, round, reports, medians, epoch } = fixture;
      expect(medians).to.equal(changed(medians, UPTIME, LATENCY_MS));
      await expect(finalize(fixture, round, reports, medians)).to.emit(oracle, "EpochFinalized");
      // Up to 250 ms latency counts in full.
      expect((await scoresOf(fixture, epoch))[NODE]).to.equal(UPTIME);
    });

    for (const [title, uptime, latencyMs] of [
      ["an uptime between two reports", UPTIME + 1n, LATENCY_MS],
      ["one that is a little less", UPTIME - 1n, LATENCY_MS],
      ["the next better uptime", (1_404n * 10n ** 18n) / 1_440n, LATENCY_MS],
      ["the next worse uptime", (1_402n * 10n ** 18n) / 1_440n, LATENCY_MS],
      ["a perfect uptime", 10n ** 18n, LATENCY_MS],
      ["more than a perfect uptime", 2n ** 64n - 1n, LATENCY_MS],
      ["no uptime", 0n, LATENCY_MS],
      ["the next better latency", UPTIME, 120n],
      ["the next worse latency", UPTIME, 140n],
      ["a latency between two reports", UPTIME, LATENCY_MS + 1n],
      ["no latency", UPTIME, 0n],
      ["the greatest latency", UPTIME, 2n ** 32n - 1n],
    ] as const) {
      it(`refuses ${title}`, async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, reports, medians } = fixture;
        await expect(finalize(fixture, round, reports, changed(medians, uptime, latencyMs)))
          .to.be.revertedWithCustomError(oracle, "WrongMedians")
          .withArgs(round.set.operators[NODE], uptime, latencyMs);
      });
    }

    for (const [title, change] of [
      ["none", () => "0x"],
      ["a byte too few", (medians: string) => dataSlice(medians, 0, dataLength(medians) - 1)],
      ["a byte too many", (medians: string) => concat([medians, "0x00"])],
      ["those of a node too many", (medians: string) => concat([medians, dataSlice(medians, 0, SIZE)])],
    ] as const) {
      it(`refuses ${title}`, async () => {
        const fixture = await loadFixture(reported);
        const { oracle, round, reports, medians } = fixture;
        const wrong = change(medians);
        await expect(finalize(fixture, round, reports, wrong))
          .to.be.revertedWithCustomError(oracle, "WrongMediansLength")
          .withArgs(dataLength(wrong), 5 * SIZE);
      });
    }

    it("does not read those of a node without data", async () => {
      const fixture = await loadFixture(fiveNodes);
      const { oracle, epoch } = fixture;
      const round = await readRound({ contracts: fixture, epoch });
      const entries = new Map<string, Entry>([[round.set.operators[NODE]!, NO_DATA]]);
      const reports = await committeeReports({ contracts: fixture, round, entries });
      await nextAt(endOf(epoch) + HOUR);
      const medians = changed(mediansOf(round, reports), 2n ** 64n - 1n, 7n);
      await expect(finalize(fixture, round, reports, medians)).to.emit(oracle, "EpochFinalized");
      expect((await scoresOf(fixture, epoch))[NODE]).to.equal(2n ** 256n - 1n);
    });
  });
});
