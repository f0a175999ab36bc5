import { HDNodeWallet } from "ethers";
import { config, deployments, ethers } from "hardhat";
import type { HttpNetworkHDAccountsConfig } from "hardhat/types";
import { bindLocal, type LocalChain } from "../../scripts/local/bindLocal";
import { LOCAL_ACCOUNTS } from "../../scripts/local/localAccounts";

/** The chain of this process as `npm start` has its own, after the deployment. */
export async function localInProcess(): Promise<LocalChain> {
  return bindLocal({ url: "", node: await inProcessNode(), provider: ethers.provider });
}

async function inProcessNode() {
  const { mnemonic, path } = config.networks.hardhat.accounts as unknown as HttpNetworkHDAccountsConfig;
  const parent = HDNodeWallet.fromPhrase(mnemonic, undefined, path);
  const accounts = Array.from({ length: LOCAL_ACCOUNTS }, (_, index) => parent.deriveChild(index));
  const records = Object.entries(await deployments.all());
  return {
    stage: "ready" as const,
    addresses: Object.fromEntries(records.map(([name, { address }]) => [name, address])),
    accounts: accounts.map(({ address, privateKey }) => ({ address, privateKey })),
  };
}
