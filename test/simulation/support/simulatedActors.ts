import { HDNodeWallet, Mnemonic, Wallet } from "ethers";
import { keepers, localRoles, operatorAccounts } from "../../../scripts/local/localAccounts";
import type { Actors } from "../../../scripts/simulation/Actors";

const MNEMONIC = "test test test test test test test test test test test junk";

/** Who acts in a small network, by the accounts of a development chain. */
export function simulatedActors({ nodes }: { nodes: number }): Actors {
  const parent = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(MNEMONIC), "m/44'/60'/0'/0");
  const wallet = (account: number) => new Wallet(parent.deriveChild(account).privateKey);
  const address = (account: number) => wallet(account).address.toLowerCase();
  return {
    treasury: address(localRoles.indexOf("deployer")),
    supply: 10n ** 27n,
    funder: address(localRoles.indexOf("funder")),
    registrar: address(keepers.registrar),
    guardian: address(keepers.guardian),
    certifier: address(keepers.certifier),
    committee: keepers.committee.map(wallet),
    operators: operatorAccounts.slice(0, nodes).map(address),
  };
}
