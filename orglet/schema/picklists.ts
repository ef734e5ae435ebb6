/** One value of a picklist as describe shows it. */
export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly default: boolean;
  /** Values of the controlling field that offer this one; null when there is no controlling field. */
  readonly validFor: readonly string[] | null;
  /** Lead, case, order and similar statuses: converted, closed, the status category. */
  readonly attributes: Readonly<Record<string, string | boolean | number>>;
}
