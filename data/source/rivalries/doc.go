// Package rivalries reads which states saw each other as rivals, by two lists of
// Thompson and others ([Strategic], [Handbook]), which of them raced in arms
// ([ArmsRaces]), and how much threat to its territory each state faced
// ([TerritorialThreat]).
package rivalries
