import type { ContractName } from "../../deployments/Deployment.js";
import type { ErrorArgs, ErrorName } from "../ErrorArgs.js";
import type { commonSentences } from "./common.js";

/** What a person is told, by the error's values. */
export type Sentence<N extends ErrorName, C extends ContractName> = (args: ErrorArgs<N, C>) => string;

/** Errors that mean the same in every contract. */
type CommonName = keyof typeof commonSentences;

/** A sentence for every error of a contract; for the common ones only where it has more to say. */
export type Sentences<C extends ContractName> = {
  readonly [N in Exclude<ErrorName<C>, CommonName>]: Sentence<N, C>;
} & {
  readonly [N in Extract<ErrorName<C>, CommonName>]?: Sentence<N, C>;
};
