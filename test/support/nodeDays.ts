import { planNodeDays } from "../../scripts/local/nodeDays";
import { readNodes } from "../../scripts/local/readNodes";
import { type DoneNodeStep, runNodes } from "../../scripts/local/runNodes";
import { deployed } from "./deployed";
import { localInProcess } from "./localInProcess";
import { now, warpTo, WEEK } from "./time";

/** The nodes' days as `npm start` lets them happen, in this process, half a year after the deployment. */
export async function nodeDaysLivedThrough() {
  await deployed();
  await warpTo((await now()) + 26n * WEEK);
  const local = await localInProcess();
  const chainNow = Number(await now());
  const days = planNodeDays({ chainNow, present: chainNow });
  const told: DoneNodeStep[] = [];
  const steps = await runNodes({ local, days, onStep: (step) => told.push(step) });
  return { local, days, steps, told, report: await readNodes({ local, days, steps }) };
}
