import { finalizeWallets } from "../../scripts/local/finalizeWallets";
import { prepareWallets } from "../../scripts/local/prepareWallets";
import { readWallets } from "../../scripts/local/readWallets";
import { deployed } from "./deployed";
import { localInProcess } from "./localInProcess";
import { now, WEEK } from "./time";

/** The wallets' period as `npm start` lets it happen, in this process: prepared at the deployment, finalized half a year after. */
export async function walletPeriodLivedThrough() {
  await deployed();
  const local = await localInProcess();
  const present = Number((await now()) + 26n * WEEK);
  const funded = await prepareWallets({ local, present });
  const finalized = await finalizeWallets({ local, present });
  return { local, present, funded, finalized, report: await readWallets({ local, finalized }) };
}
