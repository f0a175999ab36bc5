import { Counter, Gauge, Registry } from "prom-client";

/** The keeper's figures for Prometheus. */
export class Metrics {
  readonly registry = new Registry();

  readonly rounds = this.#counter("rounds_total", "Rounds, by how they ended: complete or failed.", ["outcome"]);
  readonly actions = this.#counter(
    "actions_total",
    "What became of jobs: done; idle or reverted if another was faster; refused by the simulation; not sent (busy, tooExpensive, unaffordable, rejected); superseded; pending.",
    ["duty", "outcome"],
  );
  readonly due = this.#gauge("due_jobs", "Jobs that were found in the last round.", ["duty"]);
  readonly rpcErrors = this.#counter("rpc_errors_total", "Failures of RPCs, by host and kind.", ["endpoint", "kind"]);
  readonly rpcResting = this.#gauge("rpc_resting", "1 for an RPC that is left alone because it failed.", ["endpoint"]);
  readonly headBlock = this.#gauge("head_block", "The newest block.");
  readonly headAge = this.#gauge("head_age_seconds", "The age of the newest block by this machine's clock.");
  readonly lastSuccess = this.#gauge("last_success_timestamp_seconds", "When the last round was completed.");
  readonly balance = this.#gauge("balance_ether", "What the account has to pay for gas.");
  readonly gasUsed = this.#counter("gas_used_total", "Gas of mined transactions.", ["duty"]);
  readonly healthy = this.#gauge("healthy", "1 while nothing is wrong, else 0.");

  #counter<L extends string>(name: string, help: string, labelNames: L[] = []): Counter<L> {
    return new Counter({ name: `stakeweight_keeper_${name}`, help, labelNames, registers: [this.registry] });
  }

  #gauge<L extends string>(name: string, help: string, labelNames: L[] = []): Gauge<L> {
    return new Gauge({ name: `stakeweight_keeper_${name}`, help, labelNames, registers: [this.registry] });
  }
}
