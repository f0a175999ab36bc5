import { HDNodeWallet, Mnemonic } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types";

/** `count` accounts of the configuration's mnemonic, from the `first` one that the chain knows on. */
export function mnemonicWallets(hre: HardhatRuntimeEnvironment, first: number, count: number): HDNodeWallet[] {
  const { accounts } = hre.config.networks.hardhat;
  if (Array.isArray(accounts)) throw new Error("the local network's accounts must come from a mnemonic");
  const parent = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(accounts.mnemonic, accounts.passphrase), accounts.path);
  return Array.from({ length: count }, (_, index) => parent.deriveChild(accounts.initialIndex + first + index));
}
