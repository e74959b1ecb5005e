// Package between measures how caught in between hostile powers a state is.
//
// The pressure of a power is its reach at the state times its stake there. A
// state is squeezed by a pair of powers as far as both press it and are hostile
// to one another; being near one strong neighbour alone is not being squeezed.
// Pressures are not normalised to shares, or remote states would lead.
package between
