import { dataSlice, getAddress, type Provider } from "ethers";
import {
  ILegacyConfig__factory,
  LegacyStakeWeightBridge__factory,
  ProxyAdmin__factory,
  WCT__factory,
} from "../../typechain-types";
import { isRefusal } from "./describeFailure";
import { configSlot, supplySlot } from "./legacyLayout";
import { MigrationError } from "./MigrationError";

/** ERC-1967. */
const IMPLEMENTATION_SLOT = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbcn;
const ADMIN_SLOT = 0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103n;

/** What the legacy proxy and its token say of themselves at one block. */
export interface LegacyState {
  implementation: string;
  /** Who can upgrade it: the ProxyAdmin and its owner, where they answer as such. */
  proxyAdmin: string;
  proxyAdminOwner: string | undefined;
  /** Where the bridge moves locks to; undefined while the proxy does not run the bridge. */
  bridgesTo: string | undefined;
  token: string;
  /** Σ amounts of its locks, as it keeps it. */
  supply: bigint;
  tokenBalance: bigint;
}

/** Reads it from storage where it can be, so that it works before and after the upgrade. */
export async function readLegacyState(options: {
  provider: Provider;
  legacy: string;
  block: number;
}): Promise<LegacyState> {
  const { provider, legacy, block } = options;
  const at = { blockTag: block };
  const read = (slot: bigint) => provider.getStorage(legacy, slot, block);
  const addressIn = async (slot: bigint) => getAddress(dataSlice(await read(slot), 12));
  const [implementation, proxyAdmin, config] = await Promise.all(
    [IMPLEMENTATION_SLOT, ADMIN_SLOT, configSlot].map(addressIn),
  );
  const token = await ILegacyConfig__factory.connect(config!, provider)
    .getL2wct(at)
    .catch((cause: unknown) => {
      throw new MigrationError(
        `${legacy} is not a legacy StakeWeight: its storage names ${config!} as the configuration, which tells no token ` +
          "(--legacy takes the address of the proxy)",
        { cause },
      );
    });
  const [supply, tokenBalance, bridgesTo, proxyAdminOwner] = await Promise.all([
    read(supplySlot).then(BigInt),
    WCT__factory.connect(token, provider).balanceOf(legacy, at),
    // Neither generation of the legacy contract has such a function.
    ifAnswered(LegacyStakeWeightBridge__factory.connect(legacy, provider).stakeWeight(at)),
    ifAnswered(ProxyAdmin__factory.connect(proxyAdmin!, provider).owner(at)),
  ]);
  return {
    implementation: implementation!,
    proxyAdmin: proxyAdmin!,
    proxyAdminOwner,
    bridgesTo,
    token,
    supply,
    tokenBalance,
  };
}

/** What a view returns, or undefined where there is none. A connection that fails is no answer. */
async function ifAnswered<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}
