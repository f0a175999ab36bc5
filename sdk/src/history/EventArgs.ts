import type { definitions } from "./definitions.js";

/** The contracts whose events can be read. */
export type EventContract = keyof typeof definitions;

/** All that a contract's ABI tells, as a type. */
type AbiOf<C extends EventContract> = (typeof definitions)[C]["abi"][number];

type EventEntry<C extends EventContract> = Extract<AbiOf<C>, { readonly type: "event" }>;

/** The names of a contract's events. */
export type EventName<C extends EventContract> = EventEntry<C>["name"];

type InputsOf<C extends EventContract, E extends EventName<C>> = Extract<EventEntry<C>, { readonly name: E }>["inputs"];

/** The values of an enumeration by their names; those of a contract's events. */
type EnumNames<C extends EventContract, T> = (typeof definitions)[C] extends { readonly enums: infer Enums }
  ? T extends keyof Enums
    ? Enums[T] extends readonly (infer Name)[]
      ? Name
      : never
    : bigint
  : never;

/** What a type of the ABI is read as: plain values. */
type ValueOf<C extends EventContract, P> = P extends { readonly type: infer T; readonly internalType?: infer I }
  ? T extends `${infer Element}[]`
    ? ValueOf<C, Omit<P, "type"> & { readonly type: Element }>[]
    : T extends "tuple"
      ? P extends { readonly components: infer Components extends readonly unknown[] }
        ? NamedValues<C, Components>
        : never
      : I extends `enum ${string}`
        ? EnumNames<C, I>
        : T extends `uint${string}` | `int${string}`
          ? bigint
          : T extends "bool"
            ? boolean
            : string
  : never;

type NamedValues<C extends EventContract, Parameters extends readonly unknown[]> = {
  [P in Parameters[number] as P extends { readonly name: infer Name extends string } ? Name : never]: ValueOf<C, P>;
};

/** The values of an event by their names. */
export type EventArgs<C extends EventContract, E extends EventName<C>> = NamedValues<C, InputsOf<C, E>>;

/** Values that an event is searched by: those that are indexed; a list means any of them. */
export type EventFilter<C extends EventContract, E extends EventName<C>> = {
  [
    P in InputsOf<C, E>[number] as P extends { readonly indexed: true; readonly name: infer Name extends string }
      ? Name
      : never
  ]?: ValueOf<C, P> | readonly ValueOf<C, P>[];
};

/** An event as it was found. */
export type EventOf<C extends EventContract, E extends EventName<C>> = E extends unknown
  ? {
      contract: C;
      event: E;
      args: EventArgs<C, E>;
      /** The block's number. */
      block: number;
      /** The event's place in its block. */
      logIndex: number;
      transactionHash: string;
    }
  : never;
