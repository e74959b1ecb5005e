// A Column of a table says how a row's value is written and ordered.
export interface Column<Row> {
  name: string;
  text: (row: Row) => string;
  number?: (row: Row) => number | undefined; // makes it a column of numbers
  head?: boolean; // names the row
  link?: (row: Row) => string;
}
