import { keccak256 } from "ethers";
import { decodeCounts } from "./decodeCounts";
import { hashConfiguration } from "../performance/hashConfiguration";
import { reportsNeeded } from "../performance/quorum";
import type { Configuration } from "../performance/types";
import { verifyWalletReport } from "./verifyWalletReport";
import { WalletCountsError } from "./WalletCountsError";
import { WalletFinalizationError } from "./WalletFinalizationError";
import { walletPeriod } from "./walletPeriod";
import { walletPeriodAt } from "./walletPeriodAt";
import type { WalletDomain } from "./WalletReport";

const REPORTING_TIME = 21_600n;

/** A report as a committee member hands it out. */
export interface MemberReport {
  readonly period: bigint;
  /** The member's address. */
  readonly reporter: string;
  readonly configurationHash: string;
  /** The encoded counts. */
  readonly data: string;
  readonly signature: string;
}

/** A report that the contract would refuse, or that comes a second time. */
export interface DroppedReport {
  readonly report: MemberReport;
  readonly reason: string;
  readonly cause?: unknown;
}

/** A report as it is handed in. */
export interface IndexedReport {
  readonly index: number;
  readonly data: string;
  readonly signature: string;
}

/** The call that finalizes a period. */
export interface WalletFinalizationPlan {
  /** Of `WalletRewards.finalize`. */
  readonly args: [period: bigint, configuration: Configuration, reports: IndexedReport[]];
  readonly dropped: readonly DroppedReport[];
}

/**
 * Chooses all reports that the contract accepts, in order, and checks quorum and time.
 *
 * `configuration` is the one in force in the last epoch of the period, `configurationHash` what the oracle tells as its hash,
 * `walletCount` how many wallets exist, and `now` the second in which the call will be made.
 */
export function planWalletFinalization(options: {
  domain: WalletDomain;
  period: bigint;
  configuration: Configuration;
  configurationHash: string;
  walletCount: number;
  now: bigint;
  reports: readonly MemberReport[];
}): WalletFinalizationPlan {
  const { period, configuration, configurationHash, now } = options;
  assertConfiguration(configuration, configurationHash);
  const { end } = walletPeriod(period);
  if (now < end) {
    throw new WalletFinalizationError({ reason: `period ${String(period)} ends at ${String(end)}`, from: end });
  }
  if (walletPeriodAt(now) !== period + 1n) {
    throw new WalletFinalizationError({ reason: `period ${String(period)} is missed: the one after it is over` });
  }

  const committee = configuration.committee.map(({ reporter }) => reporter.toLowerCase());
  const accepted = new Map<number, IndexedReport>();
  const dropped: DroppedReport[] = [];
  for (const report of options.reports) {
    const index = committee.indexOf(report.reporter.toLowerCase());
    const fault =
      faultOf({ ...options, report, index }) ?? (accepted.has(index) ? { reason: "comes again" } : undefined);
    if (fault) dropped.push({ report, ...fault });
    else accepted.set(index, { index, data: report.data, signature: report.signature });
  }

  const needed = Number(reportsNeeded(BigInt(committee.length)));
  if (accepted.size < needed) {
    const reason = `${accepted.size} of ${committee.length} reports can be used, ${needed} are needed`;
    throw new WalletFinalizationError({ reason, dropped });
  }
  const from = end + REPORTING_TIME;
  if (accepted.size < committee.length && now < from) {
    const reason = `${committee.length - accepted.size} reports are missing; without them from ${String(from)} on`;
    throw new WalletFinalizationError({ reason, from, dropped });
  }
  const reports = [...accepted.values()].sort((a, b) => a.index - b.index);
  return { args: [period, configuration, reports], dropped };
}

function assertConfiguration(configuration: Configuration, expected: string): void {
  const hash = hashConfiguration(configuration);
  if (hash === expected) return;
  throw new WalletFinalizationError({ reason: `the configuration has the hash ${hash}, the oracle tells ${expected}` });
}

/** Why the contract would refuse a report; undefined if it would not. */
function faultOf(options: {
  domain: WalletDomain;
  period: bigint;
  configurationHash: string;
  walletCount: number;
  report: MemberReport;
  index: number;
}): { reason: string; cause?: unknown } | undefined {
  const { domain, period, configurationHash, walletCount, report, index } = options;
  if (index === -1) return { reason: "its reporter is no member of the committee" };
  if (report.period !== period) return { reason: `it is for period ${String(report.period)}` };
  if (report.configurationHash !== configurationHash) return { reason: "it is for another configuration" };
  try {
    decodeCounts(report.data, walletCount);
  } catch (cause) {
    if (cause instanceof WalletCountsError) return { reason: `its data is malformed: ${cause.message}`, cause };
    throw cause;
  }
  const { reporter, data, signature } = report;
  const signed = { period, reporter, configurationHash, dataHash: keccak256(data) };
  if (!verifyWalletReport({ domain, report: signed, signature }))
    return { reason: "its signature is not the reporter's" };
  return undefined;
}
