import type { Provider } from "ethers";
import { LegacyStakeWeightBridge__factory, StakeWeight__factory } from "../../typechain-types";
import { isRefusal } from "./describeFailure";
import { MigrationError } from "./MigrationError";
import type { LegacyState } from "./readLegacyState";
import type { MigrationAddresses } from "./types";

/** What somebody has to do before locks can be moved. */
export interface Obstacle {
  name: "notUpgraded" | "otherStakeWeight" | "wrongToken" | "missingRole" | "paused";
  /** Who has to do what. */
  message: string;
  /** Whether it matters only while there is something to move: afterwards the role should be gone, for example. */
  onlyForMoving: boolean;
}

/** Everything that stands in the way of moving locks, at one block. */
export async function preflight(options: {
  provider: Provider;
  addresses: MigrationAddresses;
  state: LegacyState;
  block: number;
}): Promise<Obstacle[]> {
  const { provider, addresses, state, block } = options;
  const { legacy } = addresses;
  const stakeWeight = StakeWeight__factory.connect(addresses.stakeWeight, provider);
  const at = { blockTag: block };
  const ask = async <T>(call: Promise<T>) => {
    try {
      return await call;
    } catch (cause) {
      if (!isRefusal(cause)) throw cause;
      throw new MigrationError(
        `${addresses.stakeWeight} is not a StakeWeight that takes legacy locks (--stake-weight)`,
        {
          cause,
        },
      );
    }
  };
  const role = await ask(stakeWeight.MIGRATOR_ROLE(at));
  const [token, isMigrator, isPaused, administrators] = await Promise.all([
    ask(stakeWeight.token(at)),
    ask(stakeWeight.hasRole(role, legacy, at)),
    ask(stakeWeight.paused(at)),
    ask(administratorsOf(addresses, provider, at)),
  ]);

  const obstacles: Obstacle[] = [];
  const upgrader = `the owner of its ProxyAdmin ${state.proxyAdmin} (${state.proxyAdminOwner ?? "unknown"})`;
  if (state.bridgesTo === undefined) {
    obstacles.push({
      name: "notUpgraded",
      message:
        `The legacy proxy ${legacy} does not run the bridge (its implementation is ${state.implementation}): ` +
        `${upgrader} has to call upgradeAndCall(${legacy}, <address of a LegacyStakeWeightBridge for ` +
        `${addresses.stakeWeight}>, "0x").`,
      onlyForMoving: false,
    });
  } else if (state.bridgesTo !== addresses.stakeWeight) {
    obstacles.push({
      name: "otherStakeWeight",
      message:
        `The bridge at ${legacy} moves locks to ${state.bridgesTo}, not to ${addresses.stakeWeight}: correct ` +
        `--stake-weight, or ${upgrader} has to upgrade the proxy to a LegacyStakeWeightBridge for the right StakeWeight.`,
      onlyForMoving: false,
    });
  }
  if (token !== state.token) {
    obstacles.push({
      name: "wrongToken",
      message:
        `The legacy locks are of the token ${state.token}, StakeWeight ${addresses.stakeWeight} stakes ${token}: whoever ` +
        "deploys has to make a StakeWeight over the token of the legacy locks.",
      onlyForMoving: false,
    });
  }
  if (!isMigrator) {
    obstacles.push({
      name: "missingRole",
      message:
        `The legacy proxy may not open positions: ${administrators} has to call grantRole(${role}, ${legacy}) ` +
        `(MIGRATOR_ROLE) on StakeWeight ${addresses.stakeWeight}.`,
      onlyForMoving: true,
    });
  }
  if (isPaused) {
    obstacles.push({
      name: "paused",
      message: `StakeWeight ${addresses.stakeWeight} is paused: ${administrators} has to call unpause().`,
      onlyForMoving: true,
    });
  }
  if (state.bridgesTo !== undefined) await refuseImpostor(legacy, provider, at);
  return obstacles;
}

async function administratorsOf(
  { stakeWeight: address }: MigrationAddresses,
  provider: Provider,
  at: { blockTag: number },
): Promise<string> {
  const stakeWeight = StakeWeight__factory.connect(address, provider);
  const role = await stakeWeight.DEFAULT_ADMIN_ROLE(at);
  const members = await stakeWeight.getRoleMembers(role, at);
  return `the administrator (${members.length === 0 ? "there is none" : members.join(", ")})`;
}

/** Something else may happen to have a function `stakeWeight()`. */
async function refuseImpostor(legacy: string, provider: Provider, at: { blockTag: number }): Promise<void> {
  try {
    await LegacyStakeWeightBridge__factory.connect(legacy, provider).statusOf(legacy, at);
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    throw new MigrationError(`${legacy} tells a StakeWeight but no statuses of locks: it is not the bridge`, { cause });
  }
}
