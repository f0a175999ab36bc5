import type { ContractTransactionResponse } from "ethers";
import type { LocalChain } from "./bindLocal";

/** A transaction of the wallets failed. */
export class WalletRunError extends Error {
  override readonly name = "WalletRunError";
}

/** Mines what `sends` send in one block, at second `t` if given. */
export async function mineWallets(options: {
  local: LocalChain;
  sends: (() => Promise<ContractTransactionResponse>)[];
  t?: number;
}): Promise<void> {
  const { local, sends, t } = options;
  const { transactions } = await local.chain.mine(sends, t);
  const failed = transactions.find(({ succeeded }) => !succeeded);
  if (!failed) return;
  const { walletRewards, token } = local.contracts;
  const { revertData } = failed;
  const error = walletRewards.interface.parseError(revertData) ?? token.interface.parseError(revertData);
  const reason = error ? `${error.name}(${error.args.join(", ")})` : `an unknown error (${revertData})`;
  throw new WalletRunError(`a transaction was refused: ${reason}`);
}
