import { createContext, useContext, type ReactNode } from "react";

const NonceContext = createContext<string | undefined>(undefined);

/** Carries the nonce of the content security policy from entry.server to the inline scripts. */
export function NonceProvider({ nonce, children }: { nonce: string; children: ReactNode }) {
  return <NonceContext.Provider value={nonce}>{children}</NonceContext.Provider>;
}

/** The nonce for inline scripts; undefined in the browser, where it has done its work. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
