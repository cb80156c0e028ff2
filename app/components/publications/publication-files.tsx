import { Ledger } from "#app/components/ui/ledger.tsx";
import { type Address, publicationPath } from "#app/domain/publications/address.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** The files of a version, each with its size and the hash by which anybody can tell it apart from another. */
export function PublicationFiles(props: {
  address: Address;
  files: readonly { name: string; bytes: number; sha256: string }[];
}) {
  const { publications: words } = useMessages();
  const { file, size } = words.fileColumns;
  const columns = [{ label: file }, { label: size, numeric: true }, { label: "SHA-256", wideOnly: true }];
  return (
    <Ledger narrow caption={words.files} captionHidden columns={columns}>
      {props.files.map(({ name, bytes, sha256 }) => (
        <tr key={name}>
          <th scope="row">
            <a
              href={publicationPath(props.address, name)}
              download={name.endsWith(".html") ? undefined : name}
            >
              {words.fileNames[name] ?? name}
            </a>
          </th>
          <td className="num whitespace-nowrap">{words.bytes(bytes)}</td>
          <td className="wide-only">
            <code className="text-small break-all">{sha256}</code>
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
