// Package capability measures the material power of states: the resources a
// government could bring to bear, the forces that spending has built up, and how
// far those reach. It does not measure what a state achieves with them.
//
// Indices disagree, so a conclusion should be shown under several. There are
// four kinds here:
//
//   - [ShareOf] and its measure [Share]: part of the published world total of one
//     indicator, so that leaving a state out does not make others larger.
//   - [CINC]: the mean of six shares, military, industrial and demographic.
//   - [NetResources] and [Stock]: output discounted for the people it keeps, and
//     military capital. Where no world total exists they become shares of the
//     states covered ([Portions], [Covered]), and the unit says so.
//   - [Compose]: a weighted composite of many indicators by distance to the best,
//     with weights as data and every number under it kept.
//
// [Reach] and [Transport] carry capability over distance. A figure that is
// missing stays missing: it is left out of a mean, its weight is reported, and
// nothing is imputed. Figures published as a range enter by their middle. A key
// in square brackets names a work in trace/cite/references.bib.
package capability
