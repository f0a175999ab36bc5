import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { type BaseContract, type BytesLike, id, keccak256, Wallet, ZeroAddress } from "ethers";
import hre, { deployments, ethers } from "hardhat";
import { deployProxied } from "../../scripts/deployment/deployProxied";
import { encodeCounts } from "../../scripts/wallets/encodeCounts";
import { hashConfiguration } from "../../scripts/performance/hashConfiguration";
import type { Configuration } from "../../scripts/performance/types";
import { signWalletReport } from "../../scripts/wallets/signWalletReport";
import type { WalletDomain } from "../../scripts/wallets/WalletReport";
import { walletPeriod } from "../../scripts/wallets/walletPeriod";
import { walletPeriodAt } from "../../scripts/wallets/walletPeriodAt";
import {
  NodeRegistry__factory,
  PerformanceOracle__factory,
  TransparentUpgradeableProxy__factory,
  type WalletRewards,
  WalletRewards__factory,
} from "../../typechain-types";
import { WCT } from "./amounts";
import { deployed } from "./deployed";
import { DAY, now, warpTo } from "./time";

/** The `index`-th member of any committee, always the same ones. */
export function member(index: number): Wallet {
  return new Wallet(id(`member ${index}`));
}

/** A configuration whose committee are members `first` to `first` + `count` − 1. */
export function configurationOf(count: number, first = 0): Configuration {
  return {
    score: { uptimeWeight: WCT, latencyWeight: WCT, goodLatencyMs: 250n, badLatencyMs: 2_000n },
    thresholds: { confinement: (WCT * 8n) / 10n, promotion: (WCT * 9n) / 10n, activeFloor: 11n },
    pay: { baseBps: 5_000n, reservedBps: 5_000n, shareCapBps: 1_000n, slashBps: 10n, equivocationSlashBps: 100n },
    committee: Array.from({ length: count }, (_, i) => ({
      reporter: member(first + i).address,
      operator: ZeroAddress,
    })),
  };
}

/** An oracle that `admin` administers, and how a configuration is set that is in force from the next epoch on. */
async function configuredOracle({ deployer, admin }: { deployer: HardhatEthersSigner; admin: HardhatEthersSigner }) {
  // Its configuration is all that is asked for here, so it needs no nodes.
  const nobody = deployer.address;
  const registry = await new NodeRegistry__factory(deployer).deploy(nobody, nobody);
  const implementation = await new PerformanceOracle__factory(deployer).deploy(registry, nobody, nobody);
  const initialize = PerformanceOracle__factory.createInterface().encodeFunctionData("initialize", [
    admin.address,
    configurationOf(1),
  ]);
  const proxy = await new TransparentUpgradeableProxy__factory(deployer).deploy(
    await implementation.getAddress(),
    deployer,
    initialize,
  );
  const oracle = PerformanceOracle__factory.connect(await proxy.getAddress(), deployer);
  const configure = async (configuration: Configuration) => oracle.connect(admin).setConfiguration(configuration);
  return { oracle, configure };
}

/** WalletRewards over `token`, given to `admin`, with a pauser and a certifier. */
export async function walletRewardsOver(
  token: BaseContract,
  holders: { deployer: HardhatEthersSigner; admin: HardhatEthersSigner },
) {
  const { deployer, admin } = holders;
  const signers = await ethers.getSigners();
  const [pauser, certifier] = [signers[1]!, signers[2]!];
  const { oracle, configure } = await configuredOracle({ deployer, admin });
  // What an earlier fixture recorded is not on this chain.
  for (const name of Object.keys(await deployments.all())) {
    if (name.startsWith("WalletRewards")) await deployments.delete(name);
  }
  await deployProxied({
    hre,
    name: "WalletRewards",
    constructorArgs: [await oracle.getAddress(), await token.getAddress()],
  });
  const rewards = WalletRewards__factory.connect((await deployments.get("WalletRewards")).address, deployer);
  const administration = await rewards.DEFAULT_ADMIN_ROLE();
  await rewards.grantRole(administration, admin);
  if (admin.address !== deployer.address) await rewards.renounceRole(administration, deployer);
  await rewards.connect(admin).grantRole(await rewards.PAUSER_ROLE(), pauser);
  await rewards.connect(admin).grantRole(await rewards.CERTIFIER_ROLE(), certifier);
  return { rewards, oracle, configure, admin, pauser, certifier };
}

/**
 * WalletRewards with a committee of five in the middle of a wallet period, `period`, the first one. alice, bob and carol
 * registered wallets 1, 2 and 3, to be paid to accounts of their own; the funder holds 10,000,000 WCT and approved.
 */
export async function wallets() {
  const { token, deployer, admin, accounts } = await deployed();
  const [alice, bob, carol, funder, stranger, alicePayout, bobPayout, carolPayout, ...others] = accounts;
  const period = walletPeriodAt(await now()) + 1n;
  const { start, end } = walletPeriod(period);
  await warpTo(start + 10n * DAY);
  const contracts = await walletRewardsOver(token, { deployer, admin });
  const { rewards, configure } = contracts;
  const configuration = configurationOf(5);
  await configure(configuration);
  await token.connect(deployer).transfer(funder!, 10_000_000n * WCT);
  await token.connect(funder).approve(rewards, 10_000_000n * WCT);
  await rewards.connect(alice).register(alicePayout!);
  await rewards.connect(bob).register(bobPayout!);
  await rewards.connect(carol).register(carolPayout!);
  await warpTo(start + 14n * DAY);
  const domain: WalletDomain = {
    chainId: (await ethers.provider.getNetwork()).chainId,
    verifyingContract: await rewards.getAddress(),
  };
  return {
    ...contracts,
    token,
    deployer,
    configuration,
    domain,
    period,
    start,
    end,
    alice: alice!,
    bob: bob!,
    carol: carol!,
    funder: funder!,
    stranger: stranger!,
    alicePayout: alicePayout!,
    bobPayout: bobPayout!,
    carolPayout: carolPayout!,
    others,
  };
}

/** {@link wallets}, with 1,000 WCT for `period`: 300 in the linear, 700 in the certified pool. */
export async function fundedWallets() {
  const fixture = await wallets();
  await fixture.rewards.connect(fixture.funder).fund(fixture.period, 1_000n * WCT);
  return fixture;
}

/** {@link fundedWallets} at the end of `period`, with alice and bob certified. */
export async function periodOver() {
  const fixture = await fundedWallets();
  for (const walletId of [1n, 2n]) await fixture.rewards.connect(fixture.certifier).setCertified(walletId, true);
  await warpTo(fixture.end);
  return fixture;
}

/** Counts by wallet id. */
export type Counts = Record<number, bigint>;

/** A report as the contract takes it. */
export interface SignedReport {
  index: number;
  data: BytesLike;
  signature: BytesLike;
}

/** What every call of {@link signedReport} is about. */
export interface Reporting {
  domain: WalletDomain;
  configuration: Configuration;
  period: bigint;
}

/** The report of the committee's member `index`: of `counts`, or of any data. */
export async function signedReport(about: Reporting, index: number, counts: Counts | string): Promise<SignedReport> {
  const { domain, configuration, period } = about;
  const data = typeof counts === "string" ? counts : encodeCounts(countList(counts));
  const reporter = configuration.committee[index]?.reporter ?? ZeroAddress;
  const signer = Array.from({ length: 64 }, (_, i) => i)
    .map(member)
    .find(({ address }) => address === reporter);
  const report = { period, reporter, configurationHash: hashConfiguration(configuration), dataHash: keccak256(data) };
  return { index, data, signature: await signWalletReport({ domain, report, signer: signer ?? member(index) }) };
}

/** The reports of all members that have counts here, in order. */
export async function signedReports(
  about: Reporting,
  tables: readonly (Counts | string | undefined)[],
): Promise<SignedReport[]> {
  const indices = tables.flatMap((counts, index) => (counts === undefined ? [] : [index]));
  return Promise.all(indices.map((index) => signedReport(about, index, tables[index]!)));
}

/** Reports in which all five members agree. */
export function agreed(about: Reporting, counts: Counts): Promise<SignedReport[]> {
  return signedReports(
    about,
    about.configuration.committee.map(() => counts),
  );
}

/** Finalizes `about.period` with reports of these counts: those of one member each, or the same of all. */
export async function finalize(
  about: Reporting & { rewards: WalletRewards },
  counts: Counts | readonly (Counts | undefined)[],
) {
  const { rewards, period, configuration } = about;
  const reports = isList(counts) ? await signedReports(about, counts) : await agreed(about, counts);
  return rewards.finalize(period, configuration, reports);
}

/** Entries in the order of the wallets. */
export function countList(counts: Counts): { walletId: number; count: bigint }[] {
  return Object.entries(counts)
    .map(([walletId, count]) => ({ walletId: Number(walletId), count }))
    .sort((a, b) => a.walletId - b.walletId);
}

function isList(counts: Counts | readonly (Counts | undefined)[]): counts is readonly (Counts | undefined)[] {
  return Array.isArray(counts);
}
