// Package gdelt reads the event files of the GDELT Project, one for each quarter
// of an hour: who did what to whom, as machines read it in the news, and the list
// of files that are there.
package gdelt
