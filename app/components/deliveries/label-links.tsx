import { FileDown, Printer } from "lucide-react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** The three ways to a delivery's labels: print from the browser, and PDF on either paper. */
export function LabelLinks({ id }: { id: string }) {
  const { detail: words } = useMessages().deliveries;
  const labels = `/desk/deliveries/${id}/labels`;
  return (
    <>
      <LinkButton href={labels} icon={Printer}>
        {words.print}
      </LinkButton>
      <LinkButton href={`${labels}.pdf?format=100x150`} icon={FileDown} document>
        {words.pdfCarton}
      </LinkButton>
      <LinkButton href={`${labels}.pdf?format=a4`} icon={FileDown} document>
        {words.pdfSheet}
      </LinkButton>
    </>
  );
}
