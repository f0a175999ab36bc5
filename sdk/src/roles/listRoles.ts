import type { Connection } from "../connection/Connection.js";
import { pin } from "../connection/pin.js";
import { legacyStakeWeightBridge } from "../generated/actions/legacyStakeWeightBridge/contract.js";
import { nodeIdentities } from "../generated/actions/nodeIdentities/contract.js";
import { nodeRegistry } from "../generated/actions/nodeRegistry/contract.js";
import { nodeRewards } from "../generated/actions/nodeRewards/contract.js";
import { performanceOracle } from "../generated/actions/performanceOracle/contract.js";
import { rewardDistributor } from "../generated/actions/rewardDistributor/contract.js";
import { stakeWeight } from "../generated/actions/stakeWeight/contract.js";
import { timelock } from "../generated/actions/timelock/contract.js";
import { walletRewards } from "../generated/actions/walletRewards/contract.js";
import { wctGovernor } from "../generated/actions/wctGovernor/contract.js";
import { readGovernor } from "./readGovernor.js";
import { readProxyAdmin } from "./readProxyAdmin.js";
import { readRoles } from "./readRoles.js";
import type { RoleEntry } from "./RoleEntry.js";

/** Whatever has roles or an administrator, in the order in which it is listed. */
const definitions = [
  stakeWeight,
  rewardDistributor,
  nodeIdentities,
  nodeRegistry,
  nodeRewards,
  performanceOracle,
  walletRewards,
  legacyStakeWeightBridge,
  timelock,
  wctGovernor,
];

/**
 * Who may do what: the members of every role of every contract of the deployment, the administrators of its proxies and their
 * owners, and whom the governor obeys, all as of one block. What each role may do, and the worst it can do, stands in
 * docs/roles.md.
 */
export async function listRoles(connection: Connection): Promise<RoleEntry[]> {
  const pinned = await pin(connection);
  const entries = await Promise.all(
    definitions
      .filter(({ name }) => pinned.deployment.contracts[name])
      .map(async (definition) =>
        Promise.all([
          readRoles(pinned, definition),
          readProxyAdmin(pinned, definition.name),
          definition === wctGovernor ? readGovernor(pinned) : [],
        ]),
      ),
  );
  return entries.flat(2);
}
