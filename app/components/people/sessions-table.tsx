import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { deviceName } from "./device-name.ts";

export interface Session {
  organization: string;
  createdAt: Date;
  expiresAt: Date;
  address: string | null;
  /** The browser's own name for itself. */
  device: string | null;
  current: boolean;
}

/** Where somebody is signed in. */
export function SessionsTable({ sessions }: { sessions: Session[] }) {
  const { session: words } = useMessages();
  const columns = [
    { label: words.device },
    { label: words.organization },
    { label: words.since },
    { label: words.address },
    { label: words.until },
  ];
  return (
    <Ledger caption={words.sessions} captionHidden columns={columns}>
      {sessions.map((session) => (
        <tr key={session.createdAt.toISOString()}>
          <th scope="row">
            {deviceName(session.device) ?? words.otherDevice}{" "}
            {session.current && <Tag tone="ok">{words.thisDevice}</Tag>}
          </th>
          <td>{session.organization}</td>
          <td>
            <DateTime at={session.createdAt} />
          </td>
          <td>{session.address}</td>
          <td>
            <DateTime at={session.expiresAt} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
