import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { deployments } from "hardhat";
import type { Deployment } from "hardhat-deploy/types";

interface Recorded<Fixture> {
  fixture: Fixture;
  records: Record<string, Deployment>;
}

const wrappers = new Map<() => Promise<unknown>, () => Promise<Recorded<unknown>>>();

/** `loadFixture` for tests that read or change the records of deployments, which are no state of the chain. */
export async function loadDeployment<Fixture>(fixture: () => Promise<Fixture>): Promise<Fixture> {
  // One wrapper per fixture, since loadFixture knows fixtures by their identity.
  const wrapper =
    wrappers.get(fixture) ??
    async function recorded() {
      return { fixture: await fixture(), records: { ...(await deployments.all()) } };
    };
  wrappers.set(fixture, wrapper);
  const loaded = (await loadFixture(wrapper)) as Recorded<Fixture>;
  for (const name of Object.keys(await deployments.all())) await deployments.delete(name);
  for (const [name, record] of Object.entries(loaded.records)) await deployments.save(name, record);
  return loaded.fixture;
}
