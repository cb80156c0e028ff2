import { LinkButton } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import "./scan.css";

/** Where the scanning is done; the phone remembers it. */
export function ChooseWarehouse(props: { warehouses: { id: string; name: string; organization: string }[] }) {
  const words = useMessages().scan;
  const several = new Set(props.warehouses.map(({ organization }) => organization)).size > 1;
  return (
    <div className="scan">
      <main id="main" className="scan-pad scan-message">
        <h1>{words.chooseWarehouse}</h1>
        {props.warehouses.map(({ id, name, organization }) => (
          <LinkButton key={id} size="mid" href={`/desk/scan?warehouse=${id}`}>
            {several ? `${name} · ${organization}` : name}
          </LinkButton>
        ))}
        {props.warehouses.length === 0 && <p>{words.noWarehouse}</p>}
        <p>
          <a href="/desk">{words.back}</a>
        </p>
      </main>
    </div>
  );
}
