// Package lowy reads the Lowy Institute: [Network] are ties between states of
// Asia and all others, [Diplomacy] their posts in each other, and [Scores] what
// the Asia Power Index gives them.
//
// Licences allow no passing on. The institute's letters for states are its own
// (SK is South Korea), so they are not taken for ISO codes.
package lowy
