// Package ui serves the pages of the workbench. They are written in Svelte under
// src, built into dist by npm run build, and embedded from there, so that the
// program needs neither npm nor a folder beside it.
//
// A page computes nothing: what it shows is an answer of the HTTP API of package
// api under the same address, with the command that gives the same. README.md
// says how a page is added.
package ui
