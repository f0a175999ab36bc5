import { dataSlice, getAddress, keccak256, type Provider, toUtf8Bytes } from "ethers";
import { ILegacyConfig__factory } from "../../typechain-types";
import { DeploymentError } from "./DeploymentError";

/** Where the legacy StakeWeight keeps the address of its configuration: the first slot of its state. */
const CONFIG_SLOT = keccak256(toUtf8Bytes("com.walletconnect.stakeweight.storage"));

/** Refuses a `legacyStakeWeight` parameter that is no legacy StakeWeight over `token`, before anything is sent. */
export async function assertLegacy(options: { legacy: string; token: string; provider: Provider }): Promise<void> {
  const { legacy, token, provider } = options;
  if ((await provider.getCode(legacy)) === "0x") {
    throw new DeploymentError(`legacyStakeWeight: there is no contract at ${legacy}`);
  }
  const config = getAddress(dataSlice(await provider.getStorage(legacy, CONFIG_SLOT), 12));
  let legacyToken: string;
  try {
    legacyToken = await ILegacyConfig__factory.connect(config, provider).getL2wct();
  } catch (cause) {
    throw new DeploymentError(`legacyStakeWeight: ${legacy} has no configuration that names its token`, { cause });
  }
  if (legacyToken !== token) {
    throw new DeploymentError(`legacyStakeWeight: ${legacy} locked ${legacyToken}, StakeWeight stakes ${token}`);
  }
}
