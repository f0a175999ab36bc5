import type { JsonRpcProvider } from "ethers";
import { type Connection, connect, findDeployment, token as tokens, verifyDeployment } from "stakeweight-sdk";
import { openProvider } from "./connection/openProvider.js";
import { readDeployment } from "./connection/readDeployment.js";
import { UsageError } from "./errors/UsageError.js";
import { findKey } from "./keys/findKey.js";
import { Output } from "./output/Output.js";
import type { Settings } from "./Settings.js";
import type { Surroundings } from "./Surroundings.js";

/** The staked token, as amounts are read and printed. */
export interface Token {
  symbol: string;
  decimals: number;
}

/** What a command works with. Nothing is connected, and no key opened, before it is asked for. */
export class Context {
  readonly output: Output;
  #provider: JsonRpcProvider | undefined;

  constructor(
    readonly settings: Settings,
    readonly surroundings: Surroundings,
  ) {
    this.output = new Output(surroundings, settings);
  }

  /** A connection that reads; `account` is whom --from or the key names, if that can be told without a password. */
  async connect(): Promise<Connection> {
    const account = this.settings.from ?? (await findKey(this.settings, this.surroundings))?.address;
    return connect({
      runner: await this.#openProvider(),
      ...(await this.#deployment()),
      ...(account === undefined ? {} : { account }),
    });
  }

  /**
   * A connection for a write, to contracts whose code is the recorded one: with the signer, or with --unsigned and --safe only
   * with the account that is to sign. Throws {@link UsageError} if there is neither.
   */
  async connectToWrite(): Promise<Connection> {
    const { settings, surroundings } = this;
    const key = await findKey(settings, surroundings);
    const isElsewhere = settings.unsigned || settings.safe !== undefined;
    // A key that lies around is not the Safe's.
    if (settings.safe !== undefined && settings.from === undefined) {
      throw new UsageError("which Safe will sign? --safe needs --from ADDRESS, the address of the Safe");
    }
    if (settings.unsigned && (settings.from ?? key?.address) === undefined) {
      throw new UsageError("who will sign? --unsigned needs --from ADDRESS");
    }
    if (!isElsewhere && !key) {
      throw new UsageError(
        "nobody to sign: give --keystore FILE|NAME, or set STAKEWEIGHT_KEYSTORE or STAKEWEIGHT_PRIVATE_KEY; " +
          "to sign elsewhere, --unsigned or --safe FILE with --from ADDRESS",
      );
    }
    const provider = await this.#openProvider();
    const options = await this.#deployment();
    await verifyDeployment({ provider, deployment: options.deployment ?? findDeployment(await chainIdOf(provider)) });
    if (isElsewhere) return this.connect();
    const wallet = await key!.open();
    if (settings.from !== undefined && settings.from !== wallet.address) {
      throw new UsageError(`the key is that of ${wallet.address}, but --from names ${settings.from}`);
    }
    return connect({ runner: wallet.connect(provider), ...options });
  }

  /** The token's symbol and decimals. */
  async token(connection: Connection): Promise<Token> {
    const [symbol, decimals] = await Promise.all([tokens.symbol(connection), tokens.decimals(connection)]);
    return { symbol, decimals: Number(decimals) };
  }

  /** Lets go of the node, so that the process can end. */
  close(): void {
    this.#provider?.destroy();
  }

  async #openProvider(): Promise<JsonRpcProvider> {
    const { rpc, chain } = this.settings;
    return (this.#provider ??= await openProvider({ url: rpc[0]!, expectedChain: chain }));
  }

  async #deployment() {
    const { deployment } = this.settings;
    return deployment === undefined ? {} : { deployment: await readDeployment(deployment) };
  }
}

async function chainIdOf(provider: JsonRpcProvider): Promise<number> {
  return Number((await provider.getNetwork()).chainId);
}
