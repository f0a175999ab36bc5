import type { Connection } from "../connection/Connection.js";
import { pin, type PinnedConnection } from "../connection/pin.js";
import { endpointOf } from "../generated/actions/nodeIdentities/endpointOf.js";
import { keysAt } from "../generated/actions/nodeIdentities/keysAt.js";
import { nodeOf } from "../generated/actions/nodeRegistry/nodeOf.js";
import type { Status } from "../generated/actions/nodeRegistry/types.js";
import { owedTo } from "../generated/actions/nodeRewards/owedTo.js";
import { weightsAt } from "../generated/actions/stakeWeight/weightsAt.js";
import { readEvents } from "../history/readEvents.js";
import { inBatches } from "../support/inBatches.js";

/** Seconds of an epoch, which is a UTC day. */
const EPOCH = 86_400n;

/** No more than StakeWeight tells the weights of in one call. */
const CHUNK = 256;

/** A node, and where it stands. */
export interface NodeEntry {
  /** Who holds the position behind it, by which it is known. */
  readonly operator: string;
  readonly status: Status;
  /** Its number in the order of registrations, a new one each time. */
  readonly registration: bigint;
  /** Whether it is Active or Reserved. */
  readonly isSeated: boolean;
  /** Stake weight of its operator, in wei. */
  readonly weight: bigint;
  /** In 1e18 fixed point; undefined if it was not scored since it was seated. */
  readonly lastScore: bigint | undefined;
  /** The address that signs its reports in the running epoch. */
  readonly key: string;
  /** Where it answers in the running epoch; empty if it was deactivated. */
  readonly endpoint: string;
  /** Unix seconds: until when it has to confirm its call-up; 0 if it is not called up. */
  readonly confirmBy: bigint;
  /** Unix seconds: when its confinement ends, or from when on a deactivated node can register anew; otherwise 0. */
  readonly returnsAt: bigint;
  /** What it has earned and not been paid, in wei. */
  readonly owed: bigint;
}

/** All nodes that ever registered, in the order of their last registration, all as of one block. */
export async function listNodes(connection: Connection): Promise<NodeEntry[]> {
  const pinned = await pin(connection);
  const operators = await readOperators(pinned);
  const chunks = Array.from({ length: Math.ceil(operators.length / CHUNK) }, (_, index) =>
    operators.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  const nodes: NodeEntry[] = [];
  for (const chunk of chunks) nodes.push(...(await readNodes(pinned, chunk)));
  return nodes.sort((one, other) => Number(one.registration - other.registration));
}

async function readOperators(connection: PinnedConnection): Promise<string[]> {
  const events = await readEvents(connection, { contract: "NodeRegistry", event: "Registered" });
  return [...new Set(events.map(({ args }) => args.operator))];
}

async function readNodes(connection: PinnedConnection, operators: string[]): Promise<NodeEntry[]> {
  const { timestamp } = connection;
  const [{ weights }, keys, nodes] = await Promise.all([
    weightsAt(connection, { accounts: operators, timestamp, minAmount: 0n, minPresetWeeks: 0n }),
    keysAt(connection, { operators, epoch: timestamp / EPOCH }),
    inBatches(operators, (operator) =>
      Promise.all([
        nodeOf(connection, { operator }),
        endpointOf(connection, { operator }),
        owedTo(connection, { operator }),
      ]),
    ),
  ]);
  return nodes.map(([node, endpoint, owed], index) => ({
    operator: operators[index]!,
    status: node.status,
    registration: node.registration,
    isSeated: node.isSeated,
    weight: weights[index]!,
    lastScore: node.hasScore ? node.lastScore : undefined,
    key: keys[index]!,
    endpoint,
    confirmBy: node.confirmBy,
    returnsAt: node.returnsAt,
    owed,
  }));
}
