import { bold, dim, yellow } from "picocolors";
import { heading } from "./formatReport";
import { type LocalAccount, localRoles } from "./localAccounts";

const DEFAULT_URL = "http://127.0.0.1:8545";

/** What a wallet or a script needs to connect; read from the chain where it can be. */
export interface Connection {
  url: string;
  chainId: number;
  addresses: {
    token: string;
    stakeWeight: string;
    distributor: string;
    governor: string;
    timelock: string;
    legacyStakeWeight: string;
  };
  /** The token's symbol and decimals. */
  symbol: string;
  decimals: number;
  /** In the order of the roles, then those of the scenario. */
  accounts: LocalAccount[];
  scenarioAccounts: number;
  /** What the guest holds, ready to print. */
  guestBalance: string;
}

/** Contracts, accounts, and how to connect. */
export function formatConnection(connection: Connection): string {
  const { url, chainId, addresses, symbol, decimals } = connection;
  return [
    heading("Contracts"),
    facts([
      ["StakeWeight", addresses.stakeWeight],
      ["RewardDistributor", addresses.distributor],
      ["WCTGovernor", addresses.governor],
      ["Timelock", addresses.timelock],
      ["LegacyStakeWeight", addresses.legacyStakeWeight],
      [symbol, addresses.token],
    ]),
    heading("Accounts: address, and private key below"),
    accountList(connection),
    yellow("\n  Everybody knows these keys: never send anything of value to these addresses."),
    heading("Connect a wallet"),
    facts([
      ["Network name", "WCT local"],
      ["RPC URL", url],
      ["Chain ID", String(chainId)],
      ["Currency", "ETH"],
      ["Token", `${addresses.token} (${symbol}, ${decimals} decimals)`],
      ["Account", `import a private key from above; the guest holds ${connection.guestBalance} ${symbol} of its own`],
    ]),
    heading("Connect a script: save as try.ts in this folder, then: npx ts-node -T try.ts"),
    snippet(connection),
    heading("In another terminal"),
    commands(url),
  ].join("\n");
}

function facts(lines: [name: string, value: string][]): string {
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join("\n");
}

function accountList({ accounts, scenarioAccounts }: Connection): string {
  const names = [...localRoles, ...Array.from({ length: scenarioAccounts }, (_, account) => `account ${account}`)];
  const width = Math.max(...names.map((name) => name.length));
  return names
    .map((name, index) => {
      const { address, privateKey } = accounts[index]!;
      return `  ${bold(name.padEnd(width))}  ${address}\n  ${" ".repeat(width)}  ${dim(privateKey)}`;
    })
    .join("\n");
}

function commands(url: string): string {
  const list = facts([
    ["npm run roles -- --network localhost", "who can do what"],
    ["npm run migrate -- --dry-run", "how the legacy locks would move to StakeWeight"],
    ["npm run migrate", "moves them"],
  ]);
  return url === DEFAULT_URL ? list : `  export LOCAL_RPC_URL=${url}\n${list}`;
}

function snippet({ url, addresses, accounts }: Connection): string {
  const { privateKey } = accounts[localRoles.indexOf("guest")]!;
  return `
import { formatEther, JsonRpcProvider, parseEther, Wallet } from "ethers";
import { StakeWeight__factory, WCT__factory } from "./typechain-types";

async function main() {
  const key = "${privateKey}";
  const provider = new JsonRpcProvider("${url}", undefined, { cacheTimeout: -1 });
  const guest = new Wallet(key, provider);
  const token = WCT__factory.connect("${addresses.token}", guest);
  const staking = StakeWeight__factory.connect("${addresses.stakeWeight}", guest);
  await (await token.approve(staking, parseEther("1000"))).wait();
  await (await staking.stake(parseEther("1000"), 52)).wait();
  console.log("stake weight:", formatEther(await staking.weightOf(guest)));
}

void main();
`.trim();
}
