import { keccak256 } from "ethers";
import { readConfiguration } from "../performance/readConfiguration";
import { encodeCounts } from "../wallets/encodeCounts";
import { type MemberReport, planWalletFinalization } from "../wallets/planWalletFinalization";
import { signWalletReport } from "../wallets/signWalletReport";
import { walletPeriod } from "../wallets/walletPeriod";
import { walletPeriodAt } from "../wallets/walletPeriodAt";
import type { LocalChain } from "./bindLocal";
import { limit } from "./limit";
import { keepers, walletAccounts } from "./localAccounts";
import { mineWallets } from "./mineWallets";
import { simulateCounts } from "./simulateCounts";

/** More than each needs. */
const gas = { rollOver: 2_000_000n, finalization: 3_000_000n, claim: 200_000n };

/** What rolls the funding of all periods over that passed without a finalization. */
const MANY_PERIODS = 500n;

/** A period as it was finalized, with what only those know who collected the reports. */
export interface FinalizedPeriod {
  period: bigint;
  /** How many members there are. */
  members: number;
  /** The data of those reports that were handed in. */
  reports: string[];
}

/**
 * Lets the committee of a local chain sign its counts of the last whole period before `present`, unix seconds, or before the
 * chain's clock if that is later, finalizes the period, and claims for the first wallet. The counts are simulated; what is
 * signed, and what becomes of it, is not.
 */
export async function finalizeWallets(options: { local: LocalChain; present: number }): Promise<FinalizedPeriod> {
  const { local, present } = options;
  const { chain, contracts, wallets } = local;
  const { oracle, walletRewards } = contracts;
  const t = Math.max(present, await chain.now());
  const period = walletPeriodAt(BigInt(t)) - 1n;
  const epoch = walletPeriod(period).lastEpoch;
  const configuration = await readConfiguration({ oracle, epoch });
  const configurationHash = await oracle.configurationHashAt(epoch);
  const domain = {
    chainId: (await chain.provider.getNetwork()).chainId,
    verifyingContract: await walletRewards.getAddress(),
  };
  const committee = keepers.committee.map((account) => wallets[account]!);
  const collected = await Promise.all(
    committee.map(async (signer, index): Promise<MemberReport> => {
      const data = encodeCounts(simulateCounts({ member: index + 1, members: committee.length }));
      const signed = { period, reporter: signer.address, configurationHash };
      const report = { ...signed, dataHash: keccak256(data) };
      return { ...signed, data, signature: await signWalletReport({ domain, report, signer }) };
    }),
  );
  const { args } = planWalletFinalization({
    domain,
    period,
    configuration,
    configurationHash,
    walletCount: Number(await walletRewards.walletCount()),
    now: BigInt(t),
    reports: collected,
  });

  // Anyone may.
  const collector = walletRewards.connect(committee[0]);
  const owner = wallets[walletAccounts[0]!]!;
  await chain.withoutAutomine(() =>
    mineWallets({
      local,
      sends: [
        () => collector.rollOver(MANY_PERIODS, limit(gas.rollOver)),
        () => collector.finalize(...args, limit(gas.finalization)),
        () => walletRewards.connect(owner).claim(1, limit(gas.claim)),
      ],
      t,
    }),
  );
  return { period, members: configuration.committee.length, reports: args[2].map(({ data }) => data) };
}
