import type {
  ActionSet,
  AdaptiveCard,
  CardAction,
  CardElement,
  Column,
} from "./elements/adaptive-card";

type ToActions = (actions: CardAction[]) => CardAction[];

/** The same card with other buttons, row by row, wherever the rows are. */
export function changeActions(card: AdaptiveCard, toActions: ToActions): AdaptiveCard {
  return { ...card, body: card.body.flatMap((element) => changeElement(element, toActions)) };
}

/** A row that has no buttons any more is none. */
function changeElement(element: CardElement, toActions: ToActions): CardElement[] {
  if (element.type === "ActionSet") return changeRow(element, toActions);
  if (element.type !== "ColumnSet") return [element];
  return [{ ...element, columns: element.columns.map((one) => changeColumn(one, toActions)) }];
}

function changeColumn(column: Column, toActions: ToActions): Column {
  const items = column.items.flatMap<Column["items"][number]>((item) =>
    item.type === "ActionSet" ? changeRow(item, toActions) : item,
  );
  return { ...column, items };
}

function changeRow(row: ActionSet, toActions: ToActions): ActionSet[] {
  const actions = toActions(row.actions);
  return actions.length > 0 ? [{ ...row, actions }] : [];
}
