import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { expect } from "chai";
import { keccak256 } from "ethers";
import { encodeCounts } from "../../../scripts/wallets/encodeCounts";
import { hashConfiguration } from "../../../scripts/performance/hashConfiguration";
import { type MemberReport, planWalletFinalization } from "../../../scripts/wallets/planWalletFinalization";
import { signWalletReport } from "../../../scripts/wallets/signWalletReport";
import { WalletCountsError } from "../../../scripts/wallets/WalletCountsError";
import { WalletFinalizationError } from "../../../scripts/wallets/WalletFinalizationError";
import { walletPeriod } from "../../../scripts/wallets/walletPeriod";
import { HOUR, nextAt, WEEK } from "../../support/time";
import { configurationOf, member, periodOver } from "../../support/wallets";

const period = 740n;
const { end } = walletPeriod(period);
const domain = { chainId: 10n, verifyingContract: "0x1111111111111111111111111111111111111111" };
const configuration = configurationOf(5);
const configurationHash = hashConfiguration(configuration);
const data = encodeCounts([
  { walletId: 1, count: 200_000n },
  { walletId: 3, count: 5n },
]);

type Change = Partial<MemberReport> & { signer?: number };

/** A report of member `index`, signed by itself over what it says, and for `about`. */
async function reportOf(index: number, change: Change = {}, about = { domain, period }): Promise<MemberReport> {
  const { signer = index, ...fields } = change;
  const unsigned = { period: about.period, reporter: member(index).address, configurationHash, data, ...fields };
  const { reporter } = unsigned;
  const report = { ...unsigned, reporter, dataHash: keccak256(unsigned.data) };
  const signature = await signWalletReport({ domain: about.domain, report, signer: member(signer) });
  return { ...unsigned, signature: change.signature ?? signature };
}

async function plan(reports: MemberReport[], now = end) {
  return Promise.resolve(
    planWalletFinalization({ domain, period, configuration, configurationHash, walletCount: 3, now, reports }),
  );
}

async function failure(planned: Promise<unknown>): Promise<WalletFinalizationError> {
  const error: unknown = await planned.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(WalletFinalizationError);
  return error as WalletFinalizationError;
}

const all = () => Promise.all([0, 1, 2, 3, 4].map((index) => reportOf(index)));

describe("planWalletFinalization", () => {
  it("takes all reports, in the order of the committee", async () => {
    const { args, dropped } = await plan((await all()).reverse());
    expect(args[0]).to.equal(period);
    expect(args[1]).to.equal(configuration);
    expect(args[2].map(({ index }) => index)).to.deep.equal([0, 1, 2, 3, 4]);
    expect(args[2][3]!.data).to.equal(data);
    expect(dropped).to.deep.equal([]);
  });

  it("knows a member in lower case", async () => {
    const reports = await all();
    reports[2] = { ...reports[2]!, reporter: reports[2]!.reporter.toLowerCase() };
    expect((await plan(reports)).dropped).to.deep.equal([]);
  });

  describe("given a bad report", () => {
    const bad: Record<string, { change: Change; index?: number; reason: RegExp }> = {
      "of nobody in the committee": { change: {}, index: 9, reason: /no member/ },
      "for another period": { change: { period: 739n }, reason: /for period 739/ },
      "for another configuration": {
        change: { configurationHash: keccak256("0x") },
        reason: /another configuration/,
      },
      "with malformed data": { change: { data: "0x00" }, reason: /malformed: the data has 1 bytes/ },
      "with a wallet that does not exist": {
        change: { data: encodeCounts([{ walletId: 4, count: 1n }]) },
        reason: /wallet 4 is not one of 1\.\.3/,
      },
      "signed by another": { change: { signer: 3 }, reason: /signature is not the reporter's/ },
      "with no signature": { change: { signature: "0x" }, reason: /signature is not the reporter's/ },
    };
    for (const [name, { change, index = 4, reason }] of Object.entries(bad)) {
      it(`drops one ${name}`, async () => {
        const report = await reportOf(index, change);
        const { args, dropped } = await plan([...(await all()).slice(0, 4), report], end + 6n * HOUR);
        expect(args[2].map((accepted) => accepted.index)).to.deep.equal([0, 1, 2, 3]);
        expect(dropped).to.have.length(1);
        expect(dropped[0]!.report).to.equal(report);
        expect(dropped[0]!.reason).to.match(reason);
      });
    }

    it("tells the cause of malformed data", async () => {
      const report = await reportOf(4, { data: "0x00" });
      const { dropped } = await plan([...(await all()).slice(0, 4), report], end + 6n * HOUR);
      expect(dropped[0]!.cause).to.be.instanceOf(WalletCountsError);
    });

    it("keeps the first of two good ones of a member", async () => {
      const again = await reportOf(0, { data: "0x" });
      const { args, dropped } = await plan([...(await all()), again]);
      expect(args[2][0]!.data).to.equal(data);
      expect(dropped).to.deep.equal([{ report: again, reason: "comes again" }]);
    });

    it("takes a good one of a member after a bad one", async () => {
      const first = await reportOf(0, { data: "0x00" });
      const { args, dropped } = await plan([first, ...(await all())]);
      expect(args[2]).to.have.length(5);
      expect(dropped).to.have.length(1);
    });
  });

  describe("when it cannot be finalized", () => {
    it("refuses less than a quorum and tells what was dropped", async () => {
      const bad = await reportOf(3, { signer: 2 });
      const error = await failure(plan([...(await all()).slice(0, 3), bad], end + 6n * HOUR));
      expect(error.message).to.equal("3 of 5 reports can be used, 4 are needed");
      expect(error.dropped).to.have.length(1);
      expect(error.from).to.equal(undefined);
    });

    it("refuses a quorum before 6 hours have passed and tells when", async () => {
      const four = (await all()).slice(1);
      const error = await failure(plan(four, end + 6n * HOUR - 1n));
      expect(error.from).to.equal(end + 6n * HOUR);
      expect((await plan(four, end + 6n * HOUR)).args[2]).to.have.length(4);
    });

    it("refuses a period that runs and tells when it is over", async () => {
      expect((await failure(plan(await all(), end - 1n))).from).to.equal(end);
    });

    it("refuses a missed period", async () => {
      expect((await plan(await all(), end + 4n * WEEK - 1n)).args[2]).to.have.length(5);
      expect((await failure(plan(await all(), end + 4n * WEEK))).message).to.match(/missed/);
    });

    it("refuses another configuration than the oracle tells", async () => {
      const options = { domain, period, configuration, walletCount: 3, now: end, reports: [] };
      const planned = async () =>
        Promise.resolve(planWalletFinalization({ ...options, configurationHash: keccak256("0x") }));
      expect((await failure(planned())).message).to.match(/the oracle tells/);
    });
  });

  it("plans what the contract accepts", async () => {
    const fixture = await loadFixture(periodOver);
    const { rewards, oracle } = fixture;
    const about = { domain: fixture.domain, period: fixture.period };
    const good = await Promise.all([4, 1, 0, 3].map((index) => reportOf(index, {}, about)));
    const now = fixture.end + 6n * HOUR;
    const { args } = planWalletFinalization({
      ...about,
      configuration: fixture.configuration,
      configurationHash: await oracle.configurationHashAt(walletPeriod(fixture.period).lastEpoch),
      walletCount: Number(await rewards.walletCount()),
      now,
      reports: [await reportOf(2, { signer: 1 }, about), ...good],
    });
    await nextAt(now);
    await rewards.finalize(...args);
    expect(await rewards.isFinalized(fixture.period)).to.equal(true);
  });
});
