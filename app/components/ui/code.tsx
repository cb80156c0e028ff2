/** A document number or a label's code, as printed. */
export function Code({ children }: { children: string }) {
  return (
    <span className="code" translate="no">
      {children}
    </span>
  );
}
