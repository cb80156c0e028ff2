import { useMessages } from "#app/i18n/provider.tsx";

/** The first stop of the Tab key: past the menus to the page itself. */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      {useMessages().common.skipToMain}
    </a>
  );
}
