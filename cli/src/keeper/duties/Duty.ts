import type { Call, Connection } from "stakeweight-sdk";
import type { Snapshot } from "../chain/Snapshot.js";

/** Something that can be done now, by one transaction. */
export interface Job {
  /** Names it and its circumstances: a job that failed waits, under other circumstances it is another one. */
  key: string;
  prepare(connection: Connection): Call<unknown>;
  /** Whether the simulation's result says that nothing is left to do. */
  isIdle?(result: unknown): boolean;
}

/** What a keeper looks after. */
export interface Duty {
  name: string;
  /** What can be done after the snapshot's block. Only reads. */
  find(snapshot: Snapshot): Promise<Job[]>;
}
