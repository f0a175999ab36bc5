import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { AbiCoder, hexlify, keccak256, randomBytes } from "ethers";
import { commitmentOf } from "../../scripts/performance/commitmentOf";
import { hashConfiguration } from "../../scripts/performance/hashConfiguration";
import { hashKeyOwnership } from "../../scripts/performance/hashKeyOwnership";
import { hashReport } from "../../scripts/performance/hashReport";
import { hashSeatedSet } from "../../scripts/performance/hashSeatedSet";
import { type Configuration, Phase } from "../../scripts/performance/types";
import { IPerformanceOracle__factory } from "../../typechain-types";
import { addressOf, configuration, harnessed, seated, signedReport } from "./fixture";

const sets = [seated(0), seated(1), seated(15, 6), seated(0, 3), { ...seated(2), active: 2n ** 256n - 1n }];

describe("hashSeatedSet", () => {
  for (const set of sets) {
    it(`is the registry's for ${set.operators.length} nodes`, async () => {
      const { harness } = await loadFixture(harnessed);
      expect(hashSeatedSet(set)).to.equal(await harness.seatedSetHash(set));
    });
  }

  it("is of the struct that the oracle takes", () => {
    const type = IPerformanceOracle__factory.createInterface().getFunction("finalize").inputs[1]!;
    expect(hashSeatedSet(sets[2]!)).to.equal(keccak256(AbiCoder.defaultAbiCoder().encode([type], [sets[2]])));
  });
});

describe("hashConfiguration", () => {
  const thresholds = { confinement: 2n ** 64n - 1n, promotion: 1n, activeFloor: 255n };

  const cases: [title: string, configuration: Configuration][] = [
    ["as it is usual", configuration],
    ["without a committee", { ...configuration, committee: [] }],
    ["with the greatest values", { ...configuration, thresholds }],
  ];

  for (const [title, whole] of cases) {
    it(`is the oracle's for a configuration ${title}`, async () => {
      const { harness } = await loadFixture(harnessed);
      expect(hashConfiguration(whole)).to.equal(await harness.configurationHash(whole));
    });
  }

  it("is of the struct that the oracle takes", () => {
    const type = IPerformanceOracle__factory.createInterface().getFunction("setConfiguration").inputs[0]!;
    expect(hashConfiguration(configuration)).to.equal(
      keccak256(AbiCoder.defaultAbiCoder().encode([type], [configuration])),
    );
  });

  it("differs with every value", () => {
    const { score, thresholds, pay, committee } = configuration;
    const changed = [
      configuration,
      ...keysOf(score).map((key) => ({ ...configuration, score: { ...score, [key]: score[key] + 1n } })),
      ...keysOf(thresholds).map((key) => ({
        ...configuration,
        thresholds: { ...thresholds, [key]: thresholds[key] + 1n },
      })),
      ...keysOf(pay).map((key) => ({ ...configuration, pay: { ...pay, [key]: pay[key] + 1n } })),
      { ...configuration, committee: committee.slice(1) },
      { ...configuration, committee: [...committee].reverse() },
    ];
    expect(new Set(changed.map(hashConfiguration)).size).to.equal(changed.length);
  });
});

describe("hashReport", () => {
  for (const phase of [Phase.One, Phase.Two]) {
    it(`is what the contract hashes in Phase ${String(phase + 1n)}`, async () => {
      const { harness, domain } = await loadFixture(harnessed);
      const { report } = await signedReport({ domain, phase });
      expect(hashReport({ domain, report })).to.equal(await harness.reportDigest(report));
    });
  }

  it("differs with every value, the chain and the contract", async () => {
    const { report, domain } = await signedReport();
    const other = hexlify(randomBytes(32));
    const digests = [
      { domain, report },
      { domain: { ...domain, chainId: 10n }, report },
      { domain: { ...domain, contract: addressOf("another oracle") }, report },
      { domain, report: { ...report, epoch: report.epoch + 1n } },
      { domain, report: { ...report, phase: Phase.Two } },
      { domain, report: { ...report, reporter: addressOf("stranger") } },
      { domain, report: { ...report, setHash: other } },
      { domain, report: { ...report, configurationHash: other } },
      { domain, report: { ...report, dataHash: other } },
    ].map(hashReport);
    expect(new Set(digests).size).to.equal(digests.length);
  });
});

describe("hashKeyOwnership", () => {
  it("is what the contract hashes", async () => {
    const { harness, domain } = await loadFixture(harnessed);
    const operator = addressOf("operator 0");
    expect(hashKeyOwnership({ domain, operator })).to.equal(await harness.keyDigest(operator));
  });
});

describe("commitmentOf", () => {
  for (const length of [0, 64, 65]) {
    it(`is what the contract hashes with a signature of ${length} bytes`, async () => {
      const { harness } = await loadFixture(harnessed);
      const digest = hexlify(randomBytes(32));
      const signature = hexlify(randomBytes(length));
      expect(commitmentOf({ digest, signature })).to.equal(await harness.commitmentOf(digest, signature));
    });
  }
});

function keysOf<Values extends object>(values: Values): (keyof Values)[] {
  return Object.keys(values) as (keyof Values)[];
}
