import { HDNodeWallet } from "ethers";
import { config, deployments, ethers } from "hardhat";
import type { HttpNetworkHDAccountsConfig } from "hardhat/types";
import { bindLocal } from "../../scripts/local/bindLocal";
import { LOCAL_ACCOUNTS } from "../../scripts/local/localAccounts";
import { planNodeDays } from "../../scripts/local/nodeDays";
import { readNodes } from "../../scripts/local/readNodes";
import { type DoneNodeStep, runNodes } from "../../scripts/local/runNodes";
import { deployed } from "./deployed";
import { now, warpTo, WEEK } from "./time";

/** The nodes' days as `npm start` lets them happen, in this process, half a year after the deployment. */
export async function nodeDaysLivedThrough() {
  await deployed();
  await warpTo((await now()) + 26n * WEEK);
  const local = bindLocal({ url: "", node: await inProcessNode(), provider: ethers.provider });
  const chainNow = Number(await now());
  const days = planNodeDays({ chainNow, present: chainNow });
  const told: DoneNodeStep[] = [];
  const steps = await runNodes({ local, days, onStep: (step) => told.push(step) });
  return { local, days, steps, told, report: await readNodes({ local, days, steps }) };
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
