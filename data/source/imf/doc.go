// Package imf reads the International Monetary Fund: [Outlook] are its figures
// and forecasts for every economy, [Trade] is trade in goods by partner.
package imf
