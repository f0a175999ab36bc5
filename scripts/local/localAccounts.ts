/** How many accounts a local chain has, all with ether. */
export const LOCAL_ACCOUNTS = 40;

/** The roles of the first accounts; those that follow act in the scenario. */
export const localRoles = ["deployer", "pauser", "funder", "guest"] as const;

export type LocalRole = (typeof localRoles)[number];

/** The most accounts that a scenario on a local chain can have. */
export const MAX_SCENARIO_ACCOUNTS = LOCAL_ACCOUNTS - localRoles.length;

/** An account whose key everybody knows. */
export interface LocalAccount {
  address: string;
  privateKey: string;
}
