import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { Wallet, ZeroAddress } from "ethers";
import { hashConfiguration } from "../../../scripts/performance/hashConfiguration";
import { planFinalization } from "../../../scripts/performance/planFinalization";
import { ONE } from "../../../scripts/performance/score";
import { StaleConfiguration } from "../../../scripts/performance/ReportError";
import type { Configuration } from "../../../scripts/performance/types";
import { readRound } from "../../../scripts/performance/readRound";
import { committeeReports } from "../../support/reporting";
import { DAY, nextAt } from "../../support/time";
import {
  afterEnd,
  committeeOf,
  configurationOf,
  digestExpected,
  endOf,
  envelopeOf,
  expectationOf,
  finalize,
  fiveNodes,
  handedIn,
  type Seated,
  valuesOf,
} from "./fixtures";
import { recoverSigner } from "../../../scripts/performance/recoverSigner";

const NO_ANSWER = 2n ** 32n - 1n;

interface Bounds {
  name: string;
  min: bigint;
  max: bigint;
  /** The configuration with this value, and otherwise as it was. */
  withValue: (configuration: Configuration, value: bigint) => Configuration;
}

function scoreBounds(name: keyof Configuration["score"], min: bigint, max: bigint): Bounds {
  return { name, min, max, withValue: (old, value) => ({ ...old, score: { ...old.score, [name]: value } }) };
}

function thresholdBounds(name: keyof Configuration["thresholds"], min: bigint, max: bigint): Bounds {
  return { name, min, max, withValue: (old, value) => ({ ...old, thresholds: { ...old.thresholds, [name]: value } }) };
}

function payBounds(name: keyof Configuration["pay"], min: bigint, max: bigint): Bounds {
  return { name, min, max, withValue: (old, value) => ({ ...old, pay: { ...old.pay, [name]: value } }) };
}

const everyBound: Bounds[] = [
  scoreBounds("uptimeWeight", 1n, 2n * ONE),
  scoreBounds("latencyWeight", 1n, 2n * ONE),
  // Above the good latency, which is 250 ms.
  scoreBounds("badLatencyMs", 251n, NO_ANSWER),
  thresholdBounds("promotion", (80n * ONE) / 100n, ONE),
  thresholdBounds("activeFloor", 0n, 32n),
  payBounds("baseBps", 0n, 10_000n),
  payBounds("reservedBps", 0n, 10_000n),
  payBounds("shareCapBps", 1n, 10_000n),
  payBounds("slashBps", 0n, 100n),
  payBounds("equivocationSlashBps", 0n, 100n),
  {
    name: "confinement",
    min: 0n,
    max: ONE,
    withValue: (old, value) => ({ ...old, thresholds: { ...old.thresholds, confinement: value, promotion: ONE } }),
  },
];

/** Members that are nobody. */
function strangers(count: number): Configuration["committee"] {
  return Array.from({ length: count }, () => ({ reporter: Wallet.createRandom().address, operator: ZeroAddress }));
}

async function usual(fixture: Seated): Promise<Configuration> {
  return configurationOf(fixture, fixture.epoch);
}

describe("PerformanceOracle", () => {
  describe("setConfiguration", () => {
    for (const { name, min, max, withValue } of everyBound) {
      for (const value of [min, max]) {
        it(`takes ${String(value)} for ${name}`, async () => {
          const fixture = await loadFixture(fiveNodes);
          const { oracle, admin, epoch } = fixture;
          const configuration = withValue(await usual(fixture), value);
          await oracle.connect(admin).setConfiguration(configuration);
          expect(await configurationOf(fixture, epoch + 1n)).to.deep.equal(configuration);
        });
      }

      for (const value of [min - 1n, max + 1n].filter((beyond) => beyond >= 0n && beyond <= fits(name))) {
        it(`refuses ${String(value)} for ${name}`, async () => {
          const fixture = await loadFixture(fiveNodes);
          const { oracle, admin } = fixture;
          const configuration = withValue(await usual(fixture), value);
          await expect(oracle.connect(admin).setConfiguration(configuration))
            .to.be.revertedWithCustomError(oracle, "InvalidParameter")
            .withArgs(name, value, min, max);
        });
      }
    }

    for (const name of ["confinement", "promotion"] as const) {
      it(`takes nine places of ${name} and refuses ten`, async () => {
        const fixture = await loadFixture(fiveNodes);
        const { oracle, admin, epoch } = fixture;
        const old = await usual(fixture);
        const unit = 10n ** 9n;
        const withThreshold = (value: bigint) => ({ ...old, thresholds: { ...old.thresholds, [name]: value } });
        const value = old.thresholds[name] + unit;
        await oracle.connect(admin).setConfiguration(withThreshold(value));
        expect((await configurationOf(fixture, epoch + 1n)).thresholds[name]).to.equal(value);
        for (const inexact of [value + 1n, value + unit / 10n, value + unit - 1n]) {
          await expect(oracle.connect(admin).setConfiguration(withThreshold(inexact)))
            .to.be.revertedWithCustomError(oracle, "InexactThreshold")
            .withArgs(name, inexact, unit);
        }
      });
    }

    it("takes 0 as the good latency and 1 as the bad one", async () => {
      const fixture = await loadFixture(fiveNodes);
      const { oracle, admin, epoch } = fixture;
      const old = await usual(fixture);
      const configuration = { ...old, score: { ...old.score, goodLatencyMs: 0n, badLatencyMs: 1n } };
      await oracle.connect(admin).setConfiguration(configuration);
      expect(await configurationOf(fixture, epoch + 1n)).to.deep.equal(configuration);
    });

    it("refuses the greatest good latency, which leaves no room for a bad one", async () => {
      const fixture = await loadFixture(fiveNodes);
      const { oracle, admin } = fixture;
      const old = await usual(fixture);
      const score = { ...old.score, goodLatencyMs: NO_ANSWER, badLatencyMs: NO_ANSWER };
      await expect(oracle.connect(admin).setConfiguration({ ...old, score }))
        .to.be.revertedWithCustomError(oracle, "InvalidParameter")
        .withArgs("badLatencyMs", NO_ANSWER, NO_ANSWER + 1n, NO_ANSWER);
    });

    for (const size of [1, 32]) {
      it(`takes a committee of ${size}`, async () => {
        const fixture = await loadFixture(fiveNodes);
        const { oracle, admin, epoch } = fixture;
        const configuration = { ...(await usual(fixture)), committee: strangers(size) };
        await oracle.connect(admin).setConfiguration(configuration);
        expect(await configurationOf(fixture, epoch + 1n)).to.deep.equal(configuration);
      });
    }

    for (const size of [0, 33]) {
      it(`refuses a committee of ${size}`, async () => {
        const fixture = await loadFixture(fiveNodes);
        const { oracle, admin } = fixture;
        const configuration = { ...(await usual(fixture)), committee: strangers(size) };
        await expect(oracle.connect(admin).setConfiguration(configuration))
          .to.be.revertedWithCustomError(oracle, "InvalidCommitteeSize")
          .withArgs(BigInt(size), 32n);
      });
    }

    for (const [first, second] of [
      [0, 1],
      [0, 3],
      [2, 3],
    ] as const) {
      it(`refuses one reporter as members ${first} and ${second}`, async () => {
        const fixture = await loadFixture(fiveNodes);
        const { oracle, admin, nodes } = fixture;
        const committee = strangers(4);
        committee[second] = { reporter: committee[first]!.reporter, operator: nodes[0]!.operator.address };
        await expect(oracle.connect(admin).setConfiguration({ ...(await usual(fixture)), committee }))
          .to.be.revertedWithCustomError(oracle, "InvalidMember")
          .withArgs(committee[first]!.reporter);
      });
    }

    for (const member of [0, 2, 3]) {
      it(`refuses the zero address as the reporter of member ${member}`, async () => {
        const fixture = await loadFixture(fiveNodes);
        const { oracle, admin } = fixture;
        const committee = strangers(4);
        committee[member] = { reporter: ZeroAddress, operator: ZeroAddress };
        await expect(oracle.connect(admin).setConfiguration({ ...(await usual(fixture)), committee }))
          .to.be.revertedWithCustomError(oracle, "InvalidMember")
          .withArgs(ZeroAddress);
      });
    }

    it("takes several members of one operator", async () => {
      const fixture = await loadFixture(fiveNodes);
      const { oracle, admin, nodes, epoch } = fixture;
      const operator = nodes[0]!.operator.address;
      const configuration = {
        ...(await usual(fixture)),
        committee: strangers(3).map(({ reporter }) => ({ reporter, operator })),
      };
      await oracle.connect(admin).setConfiguration(configuration);
      expect(await configurationOf(fixture, epoch + 1n)).to.deep.equal(configuration);
    });

    it("tells the configuration, its hash and the next epoch", async () => {
      const fixture = await loadFixture(fiveNodes);
      const { oracle, admin, epoch } = fixture;
      const configuration = { ...(await usual(fixture)), committee: committeeOf(fixture, 2) };
      await expect(oracle.connect(admin).setConfiguration(configuration))
        .to.emit(oracle, "ConfigurationSet")
        .withArgs(epoch + 1n, hashConfiguration(configuration), valuesOf(configuration));
    });

    it("leaves the running epoch as it is", async () => {
      const fixture = await loadFixture(fiveNodes);
      const { oracle, admin, epoch } = fixture;
      const old = await usual(fixture);
      await oracle.connect(admin).setConfiguration({ ...old, committee: committeeOf(fixture, 4) });
      expect(await configurationOf(fixture, epoch)).to.deep.equal(old);
      expect(await oracle.configurationHashAt(epoch)).to.equal(hashConfiguration(old));
    });

    for (const { title, offset, fromEpoch } of [
      { title: "in the last second of an epoch counts from the next one on", offset: -1n, fromEpoch: 1n },
      { title: "in the first second of an epoch counts from the one after on", offset: 0n, fromEpoch: 2n },
    ]) {
      it(title, async () => {
        const fixture = await loadFixture(fiveNodes);
        const { oracle, admin, epoch } = fixture;
        const old = await usual(fixture);
        const configuration = { ...old, committee: committeeOf(fixture, 4) };
        await nextAt(endOf(epoch) + offset);
        await oracle.connect(admin).setConfiguration(configuration);
        expect(await oracle.configurationHashAt(epoch + fromEpoch - 1n)).to.equal(hashConfiguration(old));
        expect(await oracle.configurationHashAt(epoch + fromEpoch)).to.equal(hashConfiguration(configuration));
      });
    }

    it("replaces what was set before in the same epoch, a longer committee included", async () => {
      const fixture = await loadFixture(fiveNodes);
      const { oracle, admin, epoch } = fixture;
      const old = await usual(fixture);
      await oracle.connect(admin).setConfiguration({ ...old, committee: strangers(20) });
      const configuration = { ...old, pay: { ...old.pay, baseBps: 1n }, committee: committeeOf(fixture, 1) };
      await oracle.connect(admin).setConfiguration(configuration);
      expect(await configurationOf(fixture, epoch)).to.deep.equal(old);
      expect(await configurationOf(fixture, epoch + 1n)).to.deep.equal(configuration);
      expect(await oracle.configurationHashAt(epoch + 1n)).to.equal(hashConfiguration(configuration));
    });

    it("works while paused", async () => {
      const fixture = await loadFixture(fiveNodes);
      const { oracle, admin, pauser, epoch } = fixture;
      await oracle.connect(pauser).pause();
      const configuration = { ...(await usual(fixture)), committee: committeeOf(fixture, 2) };
      await oracle.connect(admin).setConfiguration(configuration);
      expect(await configurationOf(fixture, epoch + 1n)).to.deep.equal(configuration);
    });
  });

  describe("configurationAt", () => {
    it("keeps every configuration for the epochs in which it was in force", async () => {
      const fixture = await loadFixture(fiveNodes);
      const { oracle, admin, epoch } = fixture;
      const first = await usual(fixture);
      const second = { ...first, committee: committeeOf(fixture, 4) };
      const third = { ...first, committee: committeeOf(fixture, 5) };
      await oracle.connect(admin).setConfiguration(second);
      await nextAt((epoch + 3n) * DAY);
      await oracle.connect(admin).setConfiguration(third);
      const expected = [first, second, second, second, third, third];
      for (const [later, configuration] of expected.entries()) {
        expect(await configurationOf(fixture, epoch + BigInt(later))).to.deep.equal(configuration);
        expect(await oracle.configurationHashAt(epoch + BigInt(later))).to.equal(hashConfiguration(configuration));
      }
    });

    it("knows none of the epochs before the first", async () => {
      const { oracle } = await loadFixture(fiveNodes);
      const [event] = await oracle.queryFilter(oracle.filters.ConfigurationSet());
      const { fromEpoch } = event!.args;
      await expect(oracle.configurationAt(fromEpoch - 1n))
        .to.be.revertedWithCustomError(oracle, "NoConfiguration")
        .withArgs(fromEpoch - 1n);
      await expect(oracle.configurationHashAt(0n))
        .to.be.revertedWithCustomError(oracle, "NoConfiguration")
        .withArgs(0n);
      expect(await oracle.configurationHashAt(fromEpoch)).to.equal(event!.args.configurationHash);
    });
  });

  describe("finalize", () => {
    describe("when a parameter was changed during the epoch", () => {
      async function changed() {
        const fixture = await fiveNodes();
        const { oracle, admin, epoch } = fixture;
        const old = await usual(fixture);
        const fresh = { ...old, score: { ...old.score, goodLatencyMs: 100n } };
        await oracle.connect(admin).setConfiguration(fresh);
        return { ...fixture, round: await readRound({ contracts: fixture, epoch }), old, fresh };
      }

      it("refuses the new configuration", async () => {
        const fixture = await loadFixture(changed);
        const { oracle, round, old, fresh, epoch } = fixture;
        const stale = { ...round, configuration: fresh };
        const reports = await committeeReports({ contracts: fixture, round: stale });
        await afterEnd(epoch);
        await expect(finalize(fixture, stale, reports))
          .to.be.revertedWithCustomError(oracle, "WrongConfiguration")
          .withArgs(epoch, hashConfiguration(fresh), hashConfiguration(old));
      });

      it("refuses a report that was signed with the new configuration", async () => {
        const fixture = await loadFixture(changed);
        const { oracle, round, old, fresh, epoch } = fixture;
        const reports = await committeeReports({ contracts: fixture, round });
        const configurationHash = hashConfiguration(fresh);
        const envelope = await envelopeOf({ contracts: fixture, round, index: 3, report: { configurationHash } });
        reports[3] = handedIn(envelope, 3);
        const digest = await digestExpected({ contracts: fixture, round, index: 3, data: envelope.data });
        const { signature } = envelope;
        await afterEnd(epoch);
        await expect(finalize(fixture, round, reports))
          .to.be.revertedWithCustomError(oracle, "WrongSigner")
          .withArgs(round.reporters[3]!.address, recoverSigner({ digest, signature }));
        const expected = await expectationOf(fixture, round);
        const { dropped } = planFinalization({ ...expected, now: endOf(epoch), envelopes: [envelope] });
        expect(dropped[0]!.error).to.be.instanceOf(StaleConfiguration);
        expect(dropped[0]!.error.details).to.deep.equal({
          expected: hashConfiguration(old),
          actual: hashConfiguration(fresh),
        });
      });

      it("takes the configuration that was in force", async () => {
        const fixture = await loadFixture(changed);
        const { oracle, round, epoch } = fixture;
        const reports = await committeeReports({ contracts: fixture, round });
        await afterEnd(epoch);
        await expect(finalize(fixture, round, reports)).to.emit(oracle, "EpochFinalized");
      });

      it("takes the new configuration in the next epoch", async () => {
        const fixture = await loadFixture(changed);
        const { oracle, fresh, epoch } = fixture;
        await afterEnd(epoch);
        await fixture.registry.update();
        const round = await readRound({ contracts: fixture, epoch: epoch + 1n });
        expect(round.configuration).to.deep.equal(fresh);
        const reports = await committeeReports({ contracts: fixture, round });
        await afterEnd(epoch + 1n);
        await expect(finalize(fixture, round, reports)).to.emit(oracle, "EpochFinalized");
      });
    });
  });
});

/** The greatest number that the parameter's type can hold. */
function fits(name: string): bigint {
  if (name === "badLatencyMs") return 2n ** 32n - 1n;
  if (name.endsWith("Bps")) return 2n ** 16n - 1n;
  return name === "activeFloor" ? 2n ** 8n - 1n : 2n ** 64n - 1n;
}
