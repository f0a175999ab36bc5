import { bold, dim, yellow } from "picocolors";
import { heading } from "./formatReport";
import { keepers, type LocalAccount, localRoles, operatorAccounts, walletAccounts } from "./localAccounts";

const DEFAULT_URL = "http://127.0.0.1:8545";

/** What a wallet or a script needs to connect; read from the chain where it can be. */
export interface Connection {
  url: string;
  chainId: number;
  /** Of the contracts, by the names of their records; among them WCT and StakeWeight. */
  addresses: Record<string, string>;
  /** The token's symbol and decimals. */
  symbol: string;
  decimals: number;
  /** All that the chain has, in its order. */
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
    facts(Object.entries(addresses)),
    heading("Accounts: address, and private key below"),
    accountList(connection),
    furtherAccounts(),
    yellow("\n  Everybody knows these keys: never send anything of value to these addresses."),
    heading("Connect a wallet"),
    facts([
      ["Network name", "WCT local"],
      ["RPC URL", url],
      ["Chain ID", String(chainId)],
      ["Currency", "ETH"],
      ["Token", `${addresses.WCT!} (${symbol}, ${decimals} decimals)`],
      ["Account", `import a private key from above; the guest holds ${connection.guestBalance} ${symbol} of its own`],
    ]),
    heading("Connect a script: save as try.ts in this folder, then: npx ts-node -T try.ts"),
    snippet(connection),
    heading("In another terminal"),
    commands(connection),
  ].join("\n");
}

function facts(lines: [name: string, value: string][]): string {
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join("\n");
}

function accountList({ accounts, scenarioAccounts }: Connection): string {
  const places: [name: string, place: number][] = [
    ...localRoles.map((name, place): [string, number] => [name, place]),
    ["registrar", keepers.registrar],
    ["guardian", keepers.guardian],
    ["certifier", keepers.certifier],
    ...Array.from({ length: scenarioAccounts }, (_, account): [string, number] => [
      `account ${account}`,
      localRoles.length + account,
    ]),
  ];
  const width = Math.max(...places.map(([name]) => name.length));
  return places
    .map(([name, place]) => {
      const { address, privateKey } = accounts[place]!;
      return `  ${bold(name.padEnd(width))}  ${address}\n  ${" ".repeat(width)}  ${dim(privateKey)}`;
    })
    .join("\n");
}

/** The others are too many to print. */
function furtherAccounts(): string {
  const range = (places: number[]) => `${places[0]!} to ${places.at(-1)!}`;
  return [
    `\n  Those of Hardhat's mnemonic with the numbers ${range(keepers.committee)} are the committee, ${range(operatorAccounts)} the operators of`,
    `  nodes 1 to 25, ${range(walletAccounts)} the owners of wallets 1 to 5:`,
    "  HDNodeWallet.fromPhrase(mnemonic, undefined, `m/44'/60'/0'/0/${number}`).",
  ].join("\n");
}

function commands({ url, accounts }: Connection): string {
  const { privateKey } = accounts[localRoles.indexOf("guest")]!;
  const list = facts([
    ["npx stakeweight stake 1,000 --preset 52", "opens a position of the guest; --help tells the rest"],
    ["npx stakeweight status", "what the guest has"],
    ["npx stakeweight nodes", "the nodes; likewise weeks, wallets, roles, vote"],
    ["npx stakeweight keeper", "closes weeks, releases and calls up nodes, slashes"],
    ["npm run roles -- --network localhost", "whether everybody can do what the documents say"],
    ["npm run migrate -- --dry-run", "how the legacy locks would move to StakeWeight"],
    ["npm run migrate", "moves them"],
  ]);
  return [
    `  export STAKEWEIGHT_PRIVATE_KEY=${privateKey}`,
    ...(url === DEFAULT_URL ? [] : [`  export STAKEWEIGHT_RPC_URL=${url} LOCAL_RPC_URL=${url}`]),
    list,
  ].join("\n");
}

function snippet({ url, accounts }: Connection): string {
  const { privateKey } = accounts[localRoles.indexOf("guest")]!;
  return `
import { JsonRpcProvider, Wallet } from "ethers";
import { amounts, connect, staking } from "stakeweight-sdk";

async function main() {
  const key = "${privateKey}";
  const provider = new JsonRpcProvider("${url}", undefined, { cacheTimeout: -1 });
  const guest = await connect({ runner: new Wallet(key, provider) });
  const amount = amounts.parseAmount("1,000");
  for (const call of await staking.prepareStake(guest, { amount, presetWeeks: 52 })) {
    await (await call.send()).wait();
  }
  const { weight } = await staking.getStake(guest);
  console.log("stake weight:", amounts.formatAmount(weight));
}

void main();
`.trim();
}
