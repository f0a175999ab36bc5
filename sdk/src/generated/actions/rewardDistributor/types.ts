// Generated from the contracts by `npm run build`. Never edited.
export {};
