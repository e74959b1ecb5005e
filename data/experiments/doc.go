// Package experiments reads tables of experiments, whoever made them: a
// workbench in another language, a spreadsheet, or a run of this program.
//
// A table has a row for each experiment and a column for each input and outcome,
// as CSV (commas, semicolons or tabs; packed or not), a sheet of an .xlsx, a
// .dta, or Parquet. Columns are numbers, with true and false as 1 and 0, or
// names, which are categories. [Read] finds out which from the first cell that is not
// missing, and refuses a cell that does not fit with file, line and column.
//
// A table then becomes [rdm.Cases] among which some are of interest ([Table.Where]
// reads conditions such as "fed < 0.8"), a sample for sensitivity, or a long
// table of policies and futures ([Table.Policies]). Which columns are inputs is
// written in runs of this program; of other tables it is guessed with caution
// ([Table.Inputs]), and what was left out is said.
package experiments
