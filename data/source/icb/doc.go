// Package icb reads the International Crisis Behavior project's crises as each
// actor went through them: what set them off, who was drawn in and how they
// ended.
package icb
