// Package gdppop reads estimates of output and population that others have made
// from several sources: [Simulated] by Fariss and others since 1816, [Surplus]
// by Anders and others since 1800, and [Forecasts] of the output of the United
// States and China until 2050.
package gdppop
