/** Where a publication stands: by its organization's credit code (or id), its issue and its version. */
export interface Address {
  organization: string;
  issue: number;
  version: number;
}

/** `/p/51310115MJ0000000G/3/1`; with a file its address. It never changes what it says. */
export const publicationPath = ({ organization, issue, version }: Address, file?: string): string =>
  `/p/${organization}/${issue}/${version}${file === undefined ? "" : `/${file}`}`;

/** An issue number or version as it stands in an address; undefined when it is none. */
export const ordinal = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
