import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { formatEther, getAddress, parseEther, ZeroAddress } from "ethers";
import { z } from "zod";

const address = z.string("must be an address").transform((text, context) => {
  try {
    const checksummed = getAddress(text);
    if (checksummed !== ZeroAddress) return checksummed;
  } catch {
    // Reported below, together with the zero address.
  }
  context.addIssue({ code: "custom", message: `must be an address other than zero, is ${JSON.stringify(text)}` });
  return z.NEVER;
});

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** More than all positions together can hold, in wei. */
const MORE_THAN_ANY_WEIGHT = 2n ** 96n;

function wholeNumber({ from, to, unit }: { from: number; to: number; unit: string }) {
  const error = ({ input }: { input?: unknown }) =>
    `must be a whole number of ${unit} from ${from} to ${to}, is ${JSON.stringify(input)}`;
  return z.number({ error }).int({ error }).min(from, { error }).max(to, { error });
}

/** A decimal text, because wei do not fit a JSON number. */
const votes = z.unknown().transform((value, context) => {
  if (typeof value === "string" && /^[1-9][0-9]{0,28}$/.test(value)) {
    const wei = BigInt(value);
    if (wei < MORE_THAN_ANY_WEIGHT) return wei;
  }
  const range = `from 1 to ${MORE_THAN_ANY_WEIGHT - 1n}`;
  context.addIssue({
    code: "custom",
    message: `must be wei as a string of digits, ${range}, is ${JSON.stringify(value)}`,
  });
  return z.NEVER;
});

const governance = z.strictObject(
  {
    /** Seconds from a proposal to the second whose votes count. */
    votingDelay: wholeNumber({ from: 1, to: 30 * DAY - 1, unit: "seconds" }),
    /** Seconds in which votes are taken, from then on. */
    votingPeriod: wholeNumber({ from: HOUR, to: 60 * DAY, unit: "seconds" }),
    /** Votes that a proposer needs, in wei of stake weight. */
    proposalThreshold: votes,
    /** Share of all votes that a proposal needs, those against not counted. */
    quorumPercent: wholeNumber({ from: 1, to: 100, unit: "percent" }),
    /** Seconds between the acceptance of a proposal and its execution. */
    timelockDelay: wholeNumber({ from: 1, to: 30 * DAY, unit: "seconds" }),
  },
  { error: ({ code }) => (code === "invalid_type" ? "must be an object of five settings" : undefined) },
);

/** The finest step of a decimal, 1e-18, and 1 and 2 in 1e18 fixed point. */
const LEAST = 1n;
const ONE = parseEther("1");
const TWO = parseEther("2");

/** A decimal text such as "0.8", in 1e18 fixed point. */
function fixedPoint({ from, to, places = 18 }: { from: bigint; to: bigint; places?: number }) {
  return z.unknown().transform((value, context) => {
    if (typeof value === "string" && new RegExp(`^[0-9](\\.[0-9]{1,${places}})?$`).test(value)) {
      const parsed = parseEther(value);
      if (parsed >= from && parsed <= to) return parsed;
    }
    const bounds = from === 0n ? `from 0 to ${to / ONE}` : `above 0, at most ${to / ONE}`;
    const range = places === 18 ? bounds : `${bounds}, with at most ${places} places`;
    context.addIssue({
      code: "custom",
      message: `must be a decimal ${range}, as a string, is ${JSON.stringify(value)}`,
    });
    return z.NEVER;
  });
}

const basisPoints = ({ from = 0, to }: { from?: number; to: number }) =>
  wholeNumber({ from, to, unit: "basis points" });

/** The most reporters of Phase 1, PerformanceOracle's `MAX_COMMITTEE`. */
const MAX_COMMITTEE = 32;

/** The registry keeps scores to so many places, so thresholds have no more. */
const THRESHOLD_PLACES = 9;

const member = z.strictObject(
  { reporter: address, operator: address.nullable() },
  { error: ({ code }) => (code === "invalid_type" ? "must be an object of reporter and operator" : undefined) },
);

const sizeOfCommittee = { error: `must be a list of 1 to ${MAX_COMMITTEE} members` };

const committee = z
  .array(member, sizeOfCommittee)
  .min(1, sizeOfCommittee)
  .max(MAX_COMMITTEE, sizeOfCommittee)
  .superRefine((members, context) => {
    const reporters = members.map(({ reporter }) => reporter);
    reporters.forEach((reporter, index) => {
      const first = reporters.indexOf(reporter);
      if (first === index) return;
      const message = `must not be that of member ${first} again, is ${JSON.stringify(reporter)}`;
      context.addIssue({ code: "custom", path: [index, "reporter"], message });
    });
  });

/** With what the PerformanceOracle begins, within the bounds that it sets itself; its Configuration says what each means. */
const measurement = z
  .strictObject(
    {
      uptimeWeight: fixedPoint({ from: LEAST, to: TWO }),
      latencyWeight: fixedPoint({ from: LEAST, to: TWO }),
      goodLatencyMs: wholeNumber({ from: 0, to: 60_000, unit: "milliseconds" }),
      badLatencyMs: wholeNumber({ from: 1, to: 60_000, unit: "milliseconds" }),
      confinement: fixedPoint({ from: 0n, to: ONE, places: THRESHOLD_PLACES }),
      promotion: fixedPoint({ from: 0n, to: ONE, places: THRESHOLD_PLACES }),
      activeFloor: wholeNumber({ from: 0, to: 15, unit: "nodes" }),
      baseBps: basisPoints({ to: 10_000 }),
      reservedBps: basisPoints({ to: 10_000 }),
      shareCapBps: basisPoints({ from: 1, to: 10_000 }),
      slashBps: basisPoints({ to: 100 }),
      equivocationSlashBps: basisPoints({ to: 100 }),
      /** The reporters of Phase 1; `operator` is whose node each belongs to, null for none. */
      committee,
    },
    { error: ({ code }) => (code === "invalid_type" ? "must be an object of thirteen settings" : undefined) },
  )
  .superRefine(({ goodLatencyMs, badLatencyMs, confinement, promotion }, context) => {
    if (badLatencyMs <= goodLatencyMs) {
      const message = `must be more than goodLatencyMs (${goodLatencyMs}), is ${badLatencyMs}`;
      context.addIssue({ code: "custom", path: ["badLatencyMs"], message });
    }
    if (promotion < confinement) {
      const message = `must be at least confinement (${formatEther(confinement)}), is ${formatEther(promotion)}`;
      context.addIssue({ code: "custom", path: ["promotion"], message });
    }
  });

const schema = z.strictObject({
  /** The ERC-20 to stake. null, on local chains only: deploy WCT. */
  token: address.nullable(),
  /** May pause what brings tokens or risk in. */
  pauser: address,
  /** Keeps the allowlist of nodes, and may deactivate them, in Phase 1. */
  registrar: address,
  /** May veto slashes. */
  guardian: address,
  /** Certifies wallets. */
  certifier: address,
  /** The proxy of the legacy StakeWeight whose locks are to arrive here; null if there is none. */
  legacyStakeWeight: address.nullable(),
  /** With what the governor and the timelock begin; afterwards they change it themselves. */
  governance,
  measurement,
});

export type Parameters = z.infer<typeof schema>;

/** A network's deployment parameters are missing or malformed. */
export class ParameterError extends Error {
  override readonly name = "ParameterError";
}

const localNetworks = ["hardhat", "localhost"];

/** Checks deployment parameters; `source` stands in the error for where they came from. */
export function validateParameters(options: { network: string; source: string; value: unknown }): Parameters {
  const result = schema.safeParse(options.value);
  if (!result.success) {
    const reasons = result.error.issues.map((issue) => `${issue.path.join(".") || "file"}: ${issue.message}`);
    throw new ParameterError(`${options.source}: ${reasons.join("; ")}`, { cause: result.error });
  }
  if (result.data.token === null && !localNetworks.includes(options.network)) {
    throw new ParameterError(`${options.source}: token: must be an address on ${options.network}`);
  }
  return result.data;
}

/** Reads and checks a network's parameters, once, from `scripts/deployment/parameters/`. */
export function readParameters(network: string): Parameters {
  const name = localNetworks.includes(network) ? "local" : network;
  const source = `scripts/deployment/parameters/${name}.json`;
  const file = path.join(__dirname, "parameters", `${name}.json`);
  if (!existsSync(file)) throw new ParameterError(`no parameters for network ${network}: ${source} does not exist`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new ParameterError(`${source}: not JSON: ${String(cause)}`, { cause });
  }
  return validateParameters({ network, source, value });
}
