import { getAddress, isAddress } from "ethers";
import { z } from "zod";
import { UsageError } from "./errors/UsageError.js";

const DEFAULT_RPC = "http://127.0.0.1:8545";

const address = z
  .string()
  .refine(isAddress, "not an address")
  .transform((text) => getAddress(text));

const count = (what: string, max: number) =>
  z.coerce
    .number(`${what} is a whole number`)
    .int(`${what} is a whole number`)
    .min(1, `at least 1`)
    .max(max, `at most ${max}`);

const schema = z.object({
  /** In the order in which they are asked; all but the keeper ask the first only. */
  rpc: z
    .string()
    .default(DEFAULT_RPC)
    .transform((text) => text.split(",").map((url) => url.trim()))
    .pipe(z.array(z.url({ protocol: /^https?$/, error: "not an http(s) URL" }))),
  chain: count("a chain id", Number.MAX_SAFE_INTEGER).optional(),
  deployment: z.string().min(1).optional(),
  from: address.optional(),
  keystore: z.string().min(1, "empty").optional(),
  passwordFile: z.string().min(1, "empty").optional(),
  privateKey: z
    .string()
    .trim()
    .regex(/^(0x)?[0-9a-fA-F]{64}$/, "not 32 bytes in hexadecimal")
    .optional(),
  json: z.boolean().default(false),
  verbose: z.boolean().default(false),
  yes: z.boolean().default(false),
  unsigned: z.boolean().default(false),
  safe: z.string().min(1, "empty").optional(),
  confirmations: count("the number of confirmations", 1000).default(1),
});

/** The options that every command has, read once from the command line and the environment. */
export type Settings = z.output<typeof schema>;

/** Where each setting comes from if the command line has none of it. */
const variables = {
  rpc: "STAKEWEIGHT_RPC_URL",
  chain: "STAKEWEIGHT_CHAIN_ID",
  deployment: "STAKEWEIGHT_DEPLOYMENT",
  from: "STAKEWEIGHT_FROM",
  keystore: "STAKEWEIGHT_KEYSTORE",
  passwordFile: "STAKEWEIGHT_PASSWORD_FILE",
  privateKey: "STAKEWEIGHT_PRIVATE_KEY",
} as const;

/** Reads the settings; the command line goes before the environment. Throws {@link UsageError}, which never quotes a key. */
export function readSettings(
  options: Readonly<Record<string, unknown>>,
  env: Readonly<Record<string, string | undefined>>,
): Settings {
  // No option sets the key, whatever it is called.
  const given = Object.fromEntries(Object.entries(options).filter(([name]) => name !== "privateKey"));
  const fromEnvironment = Object.fromEntries(
    Object.entries(variables)
      // An empty variable is as good as none.
      .filter(([name, variable]) => given[name] === undefined && Boolean(env[variable]))
      .map(([name, variable]) => [name, env[variable]]),
  );
  // A keystore that is asked for by hand goes before a key that lies in the environment.
  if (given.keystore !== undefined) delete fromEnvironment.privateKey;
  const input: Record<string, unknown> = { ...fromEnvironment, ...given };
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const sentences = issues.map(({ path: [key], message }) => {
      const name = String(key);
      const source = name in given ? optionOf(name) : (variables as Record<string, string>)[name]!;
      // The path of an RPC's URL may be a key, even if it is no URL for want of its beginning.
      if (name === "rpc") return `${source}, ${hostsIn(String(input[name]))}: ${message}`;
      return name === "privateKey" ? `${source} is ${message}` : `${source} ${String(input[name])}: ${message}`;
    });
    throw new UsageError(sentences.join("; "));
  }
  const settings = parsed.data;
  if (settings.keystore !== undefined && settings.privateKey !== undefined) {
    throw new UsageError(
      "STAKEWEIGHT_KEYSTORE and STAKEWEIGHT_PRIVATE_KEY are both set: which of them signs? Unset one",
    );
  }
  if (settings.unsigned && settings.safe !== undefined) {
    throw new UsageError(
      "--unsigned and --safe exclude each other: the first prints transactions, the second writes a file",
    );
  }
  return settings;
}

/** Of URLs, or of what was to be some, no more than tells them apart: "localhost:8545". */
function hostsIn(urls: string): string {
  return urls
    .split(",")
    .map((url) => url.trim().replace(/^[a-z]+:\/\//i, ""))
    .map((rest) => rest.replace(/[/?#].*$/s, "").replace(/^.*@/s, ""))
    .join(", ");
}

/** "--password-file". */
function optionOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
