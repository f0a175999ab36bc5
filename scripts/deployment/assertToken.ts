import type { Provider } from "ethers";
import { IERC20Metadata__factory } from "../../typechain-types/factories/@openzeppelin/contracts/token/ERC20/extensions";
import { DeploymentError } from "./DeploymentError";

/** Refuses a `token` parameter at whose address there is no ERC-20, before anything is sent. */
export async function assertToken(address: string, provider: Provider): Promise<void> {
  if ((await provider.getCode(address)) === "0x") {
    throw new DeploymentError(`token: there is no contract at ${address}`);
  }
  const token = IERC20Metadata__factory.connect(address, provider);
  try {
    await Promise.all([token.decimals(), token.totalSupply(), token.balanceOf(address)]);
  } catch (cause) {
    throw new DeploymentError(`token: the contract at ${address} does not answer as an ERC-20`, { cause });
  }
}
