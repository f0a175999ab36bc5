import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/signers";
import { id, MaxUint256 } from "ethers";
import { LegacyPermanentStakeWeight__factory } from "../../typechain-types";
import { presets, WCT } from "./amounts";
import { impersonated } from "./impersonated";
import type { LegacyGeneration } from "./legacy";
import { besideLegacy } from "./migration";
import { DAY, HOUR, nextAt, WEEK } from "./time";

const kinds = [
  "never transferred",
  "partly transferred",
  "dust",
  "ended",
  "ends this week",
  "perpetual",
  "made perpetual",
  "started to unlock",
  "as long as possible",
  "added",
  "made longer",
  "plain",
  "plain",
  "plain",
] as const;

type Kind = (typeof kinds)[number];

/** An owner of a legacy lock, and the lock as it stood last. */
export interface LegacyOwner {
  signer: HardhatEthersSigner;
  kind: Kind;
  amount: bigint;
  /** 0 if perpetual. */
  end: bigint;
  transferredAmount: bigint;
  /** 0 unless perpetual. */
  presetWeeks: bigint;
}

/** How many owners the population has. */
const OWNERS = 252;

/** How many weeks it has been growing. */
const WEEKS = 20n;

/** The same number below `limit` every time. */
function chosen(what: string, limit: bigint): bigint {
  return BigInt(id(what)) % limit;
}

/**
 * The new system beside a legacy one with {@link OWNERS} locks of all kinds, made over {@link WEEKS} weeks, at a Monday, 12:00
 * UTC; `thursday` is the next one. Every week up to that which begins then had a reward, and some have been claimed. In the
 * first generation those that would be perpetual are not.
 */
export async function populated(generation: LegacyGeneration) {
  const fixture = await besideLegacy(generation);
  const { token, legacy, deployer, funder, thursday: first } = fixture;
  const monday = fixture.monday + WEEKS * WEEK;
  const thursday = first + WEEKS * WEEK;
  const later = LegacyPermanentStakeWeight__factory.connect(legacy.addresses.stakeWeight, deployer);
  const rewards = { first, last: thursday, perWeek: 10_000n * WCT + 7n };

  const owners: LegacyOwner[] = [];
  for (let index = 0; index < OWNERS; ++index) {
    const kind = kinds[index % kinds.length]!;
    // One of the plain ones has 40 % of all WCT.
    const most = index === 11 ? 400_000_000n * WCT : chosen(`amount ${index}`, 100_000n * WCT) + WCT;
    const amount = kind === "dust" ? 1n : most;
    const signer = await impersonated(index);
    await token.connect(deployer).transfer(signer, 2n * amount + 1_000n * WCT);
    await token.connect(signer).approve(legacy.stakeWeight, MaxUint256);
    owners.push({ signer, kind, amount, end: 0n, transferredAmount: 0n, presetWeeks: 0n });
  }
  const madeIn = (week: bigint) =>
    owners.filter(({ kind }, index) => (kind === "as long as possible" ? 19n : BigInt(index) % 12n) === week);

  for (let week = first; week <= thursday; week += WEEK) {
    await legacy.distributor.connect(funder).injectReward(week, rewards.perWeek);
  }
  for (let week = 0n; week < WEEKS; ++week) {
    await nextAt(first + week * WEEK + DAY);
    if ([3n, 4n, 15n].includes(week)) await legacy.stakeWeight.checkpoint();
    for (const { signer, kind, amount } of madeIn(week)) {
      const of = later.connect(signer);
      const index = owners.findIndex((owner) => owner.signer === signer);
      const presetWeeks = presets[Math.floor(index / kinds.length) % presets.length]!;
      const end = thursday + WEEK * chosen(`end ${index}`, 84n);
      if (kind === "never transferred") await of.createLockUntransferred(signer, amount, end);
      else if (kind === "ended") await of.createLock(amount, thursday - WEEK * (1n + chosen(`end ${index}`, 7n)));
      else if (kind === "ends this week") await of.createLock(amount, thursday);
      else if (kind === "as long as possible") await of.createLock(amount, first + week * WEEK + 105n * WEEK);
      else if (kind === "perpetual" && generation === 2) await of.createPermanentLock(amount, presetWeeks);
      else if (kind === "started to unlock" && generation === 2) await of.createPermanentLock(amount, presetWeeks);
      else await of.createLock(amount, end);
    }
    if (week === 10n) {
      for (const { signer } of owners.filter((_, index) => index % 5 === 0)) await legacy.distributor.claim(signer);
    }
    if (week !== 12n) continue;
    for (const [index, { signer, kind, amount }] of owners.entries()) {
      const of = later.connect(signer);
      const { end } = await of.locks(signer);
      if (kind === "partly transferred") await of.increaseLockAmountUntransferred(signer, amount / 3n + 1n);
      if (kind === "added") await of.increaseLockAmount(amount / 7n + 1n);
      if (kind === "made longer") await of.increaseUnlockTime(end + WEEK * (1n + chosen(`more ${index}`, 8n)));
      if (generation === 1) continue;
      if (kind === "made perpetual") await of.convertToPermanent(104n);
      if (kind === "started to unlock") await of.triggerUnlock();
      if (kind === "perpetual" && index % 2 === 0) await of.increasePermanentAmount(amount / 5n + 1n);
    }
  }
  await nextAt(monday);
  await token.connect(deployer).approve(legacy.distributor, HOUR);
  for (const owner of owners) {
    const lock = await later.locks(owner.signer);
    owner.amount = lock.amount;
    owner.end = lock.end;
    owner.transferredAmount = lock.transferredAmount;
    if (generation === 2) owner.presetWeeks = await later.permanentBaseWeeks(owner.signer);
  }
  return { ...fixture, generation, owners, rewards, monday, thursday };
}

export type Population = Awaited<ReturnType<typeof populated>>;
