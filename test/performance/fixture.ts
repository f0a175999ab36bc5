import { getAddress, id, Wallet, ZeroAddress } from "ethers";
import { ethers } from "hardhat";
import { buildReport } from "../../scripts/performance/buildReport";
import { listReporters } from "../../scripts/performance/listReporters";
import { signReport } from "../../scripts/performance/signReport";
import {
  type Configuration,
  type Domain,
  type Entry,
  Phase,
  type Reporter,
  type SeatedSet,
  type SignedReportEnvelope,
} from "../../scripts/performance/types";
import { WCT } from "../support/amounts";

export const EPOCH_MEASURED = 20_000n;

export const domain: Domain = { chainId: 31_337n, contract: addressOf("oracle") };

/** The address that a name stands for. */
export function addressOf(name: string): string {
  return getAddress(id(name).slice(0, 42));
}

/** The key that a name stands for. */
export function walletOf(name: string): Wallet {
  return new Wallet(id(name));
}

/** A set of so many Active nodes in the first seats and so many Reserved ones in the next. */
export function seated(active: number, reserved = 0): SeatedSet {
  const bits = (count: number) => (1n << BigInt(count)) - 1n;
  return {
    active: bits(active),
    reserved: bits(reserved) << BigInt(active),
    operators: Array.from({ length: active + reserved }, (_, index) => addressOf(`operator ${index}`)),
  };
}

export const memberWallets = Array.from({ length: 7 }, (_, index) => walletOf(`member ${index}`));

/** As the design has it, with a committee of 7; the first member belongs to the first operator, the others to nobody. */
export const configuration: Configuration = {
  score: { uptimeWeight: WCT, latencyWeight: WCT, goodLatencyMs: 250n, badLatencyMs: 2_000n },
  thresholds: { confinement: (80n * WCT) / 100n, promotion: (90n * WCT) / 100n, activeFloor: 11n },
  pay: { baseBps: 5_000n, reservedBps: 5_000n, shareCapBps: 1_000n, slashBps: 10n, equivocationSlashBps: 100n },
  committee: memberWallets.map(({ address }, index) => ({
    reporter: address,
    operator: index === 0 ? addressOf("operator 0") : ZeroAddress,
  })),
};

export const committee = listReporters({ phase: Phase.One, configuration });

export const good: Entry = { successes: 1_438n, probes: 1_440n, latencySumMs: 1_438n * 250n };

/** The same for every node of the set. */
export function everywhere(set: SeatedSet, entry: Entry): Map<string, Entry> {
  return new Map(set.operators.map((operator) => [operator, entry]));
}

/** The seated nodes as the reporters of Phase 2, and their keys. */
export function peersOf(set: SeatedSet, weights: readonly bigint[] = set.operators.map(() => WCT)) {
  const keys = set.operators.map((_, index) => walletOf(`key ${index}`));
  const reporters = listReporters({ phase: Phase.Two, set, keys: keys.map(({ address }) => address), weights });
  return { keys, reporters };
}

/** A report that is right in all things but those given. */
export async function signedReport(
  options: {
    reporter?: Reporter;
    signer?: Wallet;
    domain?: Domain;
    epoch?: bigint;
    phase?: Phase;
    set?: SeatedSet;
    configuration?: Configuration;
    measurements?: ReadonlyMap<string, Entry>;
  } = {},
): Promise<SignedReportEnvelope> {
  const set = options.set ?? seated(4);
  const report = buildReport({
    epoch: options.epoch ?? EPOCH_MEASURED,
    phase: options.phase ?? Phase.One,
    reporter: options.reporter ?? committee[1]!,
    set,
    configuration: options.configuration ?? configuration,
    measurements: options.measurements ?? everywhere(set, good),
  });
  const signer = options.signer ?? memberWallets[Number((options.reporter ?? committee[1]!).index)]!;
  return signReport({ signer, domain: options.domain ?? domain, ...report });
}

/** The libraries of the oracle, and the domain in which they stand for it. */
export async function harnessed() {
  const harness = await (await ethers.getContractFactory("PerformanceHarness")).deploy();
  const { chainId } = await ethers.provider.getNetwork();
  return { harness, domain: { chainId, contract: await harness.getAddress() } };
}
