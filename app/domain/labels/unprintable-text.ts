/** Characters that no printing font draws, so that the label would show empty boxes in a name. */
export class UnprintableText extends Error {
  readonly characters: readonly string[];

  constructor(characters: readonly string[]) {
    super(`no glyph for ${characters.map(named).join(", ")}`);
    this.name = "UnprintableText";
    this.characters = characters;
  }
}

function named(character: string): string {
  return `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
}
