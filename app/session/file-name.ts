/**
 * `Content-Disposition` for a file: RFC 6266 with RFC 5987, the name in the reader's language, and a plain one for old
 * programs. `inline` opens in the browser.
 */
export function fileNamed(shown: "inline" | "attachment", name: string, plainName: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${shown}; filename="${plainName}"; filename*=UTF-8''${encoded}`;
}
