import { Contract, keccak256, type Provider, toBeHex, toUtf8Bytes } from "ethers";
import { readLogs } from "stakeweight-sdk/history";
import { TimelockController__factory, WCTGovernor__factory } from "../../typechain-types";
import { recordedContracts } from "./recordedContracts";
import type { Records } from "./types";

/** An operation that waits in a timelock although no proposal of the deployment's governor put it there. */
export interface ForeignOperation {
  /** The timelock's name. */
  contract: string;
  id: string;
}

/**
 * Whoever was proposer once may have scheduled what can still be executed, long after the role is gone: all operations that
 * wait in the timelocks of a deployment, less those of the governors' own proposals.
 */
export async function readForeignOperations(options: {
  records: Records;
  provider: Provider;
}): Promise<ForeignOperation[]> {
  const { records, provider } = options;
  const contracts = recordedContracts(records);
  const toBlock = await provider.getBlockNumber();
  const timelockEvents = TimelockController__factory.createInterface();
  const scheduled = timelockEvents.getEvent("CallScheduled").topicHash;
  const foreign: ForeignOperation[] = [];
  for (const { name, address, functions, since } of contracts) {
    if (!functions.has("isOperationPending(bytes32)")) continue;
    const timelock = new Contract(address, timelockEvents, provider);
    const logs = await readLogs(provider, { filter: { address, topics: [scheduled] }, fromBlock: since, toBlock });
    const pending: string[] = [];
    for (const id of new Set(logs.map(({ topics }) => topics[1]!))) {
      if ((await timelock.getFunction("isOperationPending")(id)) as boolean) pending.push(id);
    }
    if (pending.length === 0) continue;
    const proposed = new Set<string>();
    for (const governor of contracts.filter((contract) => contract.functions.has("COUNTING_MODE()"))) {
      const ids = await proposedOperations({ provider, governor, timelock, toBlock });
      ids.forEach((id) => proposed.add(id));
    }
    foreign.push(...pending.filter((id) => !proposed.has(id)).map((id) => ({ contract: name, id })));
  }
  return foreign;
}

/** Under which ids a governor's proposals wait in its timelock. */
async function proposedOperations(options: {
  provider: Provider;
  governor: { address: string; since: number };
  timelock: Contract;
  toBlock: number;
}): Promise<string[]> {
  const { provider, governor, timelock, toBlock } = options;
  const governorEvents = WCTGovernor__factory.createInterface();
  const created = governorEvents.getEvent("ProposalCreated").topicHash;
  const logs = await readLogs(provider, {
    filter: { address: governor.address, topics: [created] },
    fromBlock: governor.since,
    toBlock,
  });
  return Promise.all(
    logs.map(async (log) => {
      const { args } = governorEvents.parseLog(log)!;
      const calls = [args.targets, args[3], args.calldatas].map((values) => Array.from(values as unknown[]));
      // OpenZeppelin's GovernorTimelockControl: the governor's address to the left, and the description's hash over it.
      const salt = (BigInt(governor.address) << 96n) ^ BigInt(keccak256(toUtf8Bytes(args.description as string)));
      const noPredecessor = toBeHex(0, 32);
      return (await timelock.getFunction("hashOperationBatch")(...calls, noPredecessor, toBeHex(salt, 32))) as string;
    }),
  );
}
