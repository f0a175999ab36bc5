// Generated from the contracts by `npm run build`. Never edited.
/** The names of {@link OperationState}, in the order of their numbers. */
export const operationStateNames = ["Unset", "Waiting", "Ready", "Done"] as const;

export type OperationState = (typeof operationStateNames)[number];
