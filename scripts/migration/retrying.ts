import type { Provider } from "ethers";
import { type RetryOptions, withRetries } from "../chain/withRetries";

/** What only reads. A transaction is never sent twice: what became of the first one is not known. */
const reads = new Set<string | symbol>([
  "call",
  "estimateGas",
  "getBalance",
  "getBlock",
  "getBlockNumber",
  "getCode",
  "getFeeData",
  "getLogs",
  "getNetwork",
  "getStorage",
  "getTransaction",
  "getTransactionCount",
  "getTransactionReceipt",
] satisfies (keyof Provider)[]);

/** The provider, asking again where asking fails for a reason that may pass. */
export function retrying<P extends Provider>(provider: P, options?: RetryOptions): P {
  return new Proxy(provider, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property, target);
      if (typeof member !== "function") return member;
      // The target has private fields, which a proxy has not.
      const ask = (...args: unknown[]) => Reflect.apply(member, target, args) as Promise<unknown>;
      return reads.has(property) ? (...args: unknown[]) => withRetries(() => ask(...args), options) : ask;
    },
  });
}
