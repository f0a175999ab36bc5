import * as helpers from "@nomicfoundation/hardhat-network-helpers";
import type { DeploymentsExtension } from "hardhat-deploy/types";
import type { HardhatRuntimeEnvironment } from "hardhat/types";

type Fixture<T> = () => Promise<T>;
type Records = Awaited<ReturnType<DeploymentsExtension["all"]>>;

/** What changes the chain or its clock; whatever else a fixture asks before it deploys, it may deploy first. */
const CHANGES = /^(eth_send|hardhat_|evm_(?!snapshot))/;

/**
 * Deploys once on a chain instead of once in every fixture, which is most of what the tests take: a fixture that begins with the
 * deployment of everything gets the chain as that left it, with its clock. Everything else stays as it is. What a snapshot
 * loses when the chain goes back behind it is made anew.
 */
export function shareDeployment(hre: HardhatRuntimeEnvironment): void {
  const { provider } = hre.network;
  const { deployments } = hre;
  const request = provider.request.bind(provider);
  const send = provider.send.bind(provider);
  const run = deployments.run.bind(deployments);
  const state = new SharedState();

  const observe = (method: string, params: unknown) => {
    if (CHANGES.test(method)) state.isPristine = false;
    if (method === "hardhat_reset") state.forgetAll();
    if (method === "evm_revert") state.forgetFrom(Number((params as string[])[0]));
  };
  provider.request = (args) => {
    observe(args.method, args.params);
    return request(args);
  };
  provider.send = (method, params) => {
    observe(method, params);
    return send(method, params);
  };
  const snapshot = async () => Number(await send("evm_snapshot"));
  const goBack = async (id: number) => {
    state.forgetFrom(id);
    await send("evm_revert", [`0x${id.toString(16)}`]);
    return snapshot();
  };

  deployments.run = async (tags, options) => {
    const shares = state.isPristine && tags === undefined;
    if (!shares) return run(tags, options);
    if (state.deployed) {
      const { id, records } = state.deployed;
      state.deployed = { id: await goBack(id), records };
      await restore(deployments, records);
      return records;
    }
    // A copy: what is returned changes with every later deployment.
    const records = { ...(await run(tags, options)) };
    state.deployed = { id: await snapshot(), records };
    return records;
  };

  const loadFixture = async <T>(fixture: Fixture<T>): Promise<T> => {
    const loaded = state.fixtures.get(fixture);
    if (loaded) {
      state.fixtures.set(fixture, { ...loaded, id: await goBack(loaded.id) });
      return loaded.value as T;
    }
    state.isPristine = true;
    const value = await fixture();
    state.isPristine = false;
    state.fixtures.set(fixture, { id: await snapshot(), value });
    return value;
  };
  // Before any test file is loaded.
  const file = require.resolve("@nomicfoundation/hardhat-network-helpers");
  require.cache[file]!.exports = { ...helpers, loadFixture };
}

class SharedState {
  /** Whether a fixture has begun and has not changed the chain yet. */
  isPristine = false;
  deployed: { id: number; records: Records } | undefined;
  readonly fixtures = new Map<Fixture<unknown>, { id: number; value: unknown }>();

  forgetAll(): void {
    this.deployed = undefined;
    this.fixtures.clear();
  }

  /** What was kept since this snapshot is lost with it. */
  forgetFrom(id: number): void {
    if (this.deployed && this.deployed.id >= id) this.deployed = undefined;
    for (const [fixture, kept] of this.fixtures) if (kept.id >= id) this.fixtures.delete(fixture);
  }
}

/** The records as the deployment left them. */
async function restore(deployments: DeploymentsExtension, records: Records): Promise<void> {
  const present = await deployments.all();
  for (const name of Object.keys(present)) if (!(name in records)) await deployments.delete(name);
  for (const [name, record] of Object.entries(records))
    if (present[name] !== record) await deployments.save(name, record);
}
