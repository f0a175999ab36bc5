import { parseEther } from "ethers";
import { formatWct } from "../format/formatWct";
import type { LocalChain } from "./bindLocal";
import type { Connection } from "./formatConnection";

/** What the guest receives to try things with. */
const GUEST_AMOUNT = parseEther("1000000");

/** The contracts that a wallet or a script may want to call, by their records' names, in the order in which they are shown. */
const shownContracts = [
  "StakeWeight",
  "RewardDistributor",
  "NodeRegistry",
  "NodeIdentities",
  "PerformanceOracle",
  "NodeRewards",
  "WalletRewards",
  "WCTGovernor",
  "Timelock",
  "LegacyStakeWeight",
  "WCT",
];

/**
 * Brings the chain's clock to the present, `now` in unix seconds, hands the guest its WCT, and reads what is needed to connect.
 * From then on the node's clock goes on by itself.
 */
export async function arrive(options: {
  local: LocalChain;
  now: () => number;
  scenarioAccounts: number;
}): Promise<Connection> {
  const { local, now, scenarioAccounts } = options;
  const { url, node, chain, contracts, role } = local;
  const { token } = contracts;
  const present = Math.max(now(), await chain.now());
  await chain.withoutAutomine(() =>
    chain.mine([() => token.connect(role("deployer")).transfer(role("guest"), GUEST_AMOUNT)], present),
  );
  return {
    url,
    chainId: Number(await chain.provider.send("eth_chainId", [])),
    addresses: Object.fromEntries(shownContracts.map((name) => [name, node.addresses[name]!])),
    symbol: await token.symbol(),
    decimals: Number(await token.decimals()),
    accounts: node.accounts,
    scenarioAccounts,
    guestBalance: formatWct(await token.balanceOf(role("guest"))),
  };
}
