/** How many accounts a local chain has, all with ether. */
export const LOCAL_ACCOUNTS = 80;

/** The roles of the first accounts; those that follow act in the scenario. */
export const localRoles = ["deployer", "pauser", "funder", "guest"] as const;

export type LocalRole = (typeof localRoles)[number];

/** The most accounts that a scenario on a local chain can have. */
export const MAX_SCENARIO_ACCOUNTS = 36;

/** Where the accounts begin that keep the nodes and wallets in order, as parameters/local.json names them. */
const FIRST_KEEPER = localRoles.length + MAX_SCENARIO_ACCOUNTS;

/** The accounts of the network's keepers, by their index: registrar, guardian and certifier, then the committee. */
export const keepers = {
  registrar: FIRST_KEEPER,
  guardian: FIRST_KEEPER + 1,
  certifier: FIRST_KEEPER + 2,
  committee: Array.from({ length: 7 }, (_, member) => FIRST_KEEPER + 3 + member),
};

/** The accounts of the node operators, by their index. */
export const operatorAccounts = Array.from({ length: 25 }, (_, operator) => FIRST_KEEPER + 10 + operator);

/** The accounts of the wallets' owners, by their index. */
export const walletAccounts = Array.from({ length: 5 }, (_, wallet) => FIRST_KEEPER + 35 + wallet);

/** An account whose key everybody knows. */
export interface LocalAccount {
  address: string;
  privateKey: string;
}
