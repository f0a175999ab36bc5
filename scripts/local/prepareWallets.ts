import { id, Wallet } from "ethers";
import { walletPeriod, type WalletPeriod } from "../wallets/walletPeriod";
import type { LocalChain } from "./bindLocal";
import { limit } from "./limit";
import { keepers, walletAccounts } from "./localAccounts";
import { localWallets, PERIOD_FUNDING, periodToFund } from "./localWallets";
import { mineWallets } from "./mineWallets";

const overrides = limit(300_000n);

/**
 * Registers the wallets of a local chain, has the certifier certify some of them, and funds the last whole period before
 * `present`, unix seconds: all that has to be done before that period ends. Returns the period that was funded.
 */
export async function prepareWallets(options: { local: LocalChain; present: number }): Promise<WalletPeriod> {
  const { local, present } = options;
  const { chain, contracts, wallets, role } = local;
  const { token, walletRewards } = contracts;
  const owners = walletAccounts.map((account) => wallets[account]!);
  const funder = role("funder");
  const rewardsFor = (sender: Wallet) => walletRewards.connect(sender);
  const certified = localWallets.flatMap(({ isCertified }, index) => (isCertified ? [index + 1] : []));
  const period = periodToFund({ chainNow: await chain.now(), present });
  await chain.withoutAutomine(() =>
    mineWallets({
      local,
      sends: [
        ...owners.map((owner) => () => rewardsFor(owner).register(payoutOf(owner.address), overrides)),
        ...certified.map(
          (walletId) => () => rewardsFor(wallets[keepers.certifier]!).setCertified(walletId, true, overrides),
        ),
        () => token.connect(role("deployer")).transfer(funder, PERIOD_FUNDING, overrides),
        () => token.connect(funder).approve(walletRewards, PERIOD_FUNDING, overrides),
        () => rewardsFor(funder).fund(period, PERIOD_FUNDING, overrides),
      ],
    }),
  );
  return walletPeriod(period);
}

/** Where the wallet of `owner` is paid: not the key that it works with. */
export function payoutOf(owner: string): string {
  return new Wallet(id(`payout of ${owner}`)).address;
}
