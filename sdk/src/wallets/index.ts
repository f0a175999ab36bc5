export * from "../generated/actions/walletRewards/index.js";
export { listWallets, type WalletEarning, type WalletEntry } from "./listWallets.js";
