package ir

import "math"

// earthRadius is the mean radius of the earth in km.
const earthRadius = 6371.0088

// Kilometres is the shortest way over a sphere between two points, in km.
// Degrees north and east are positive.
func Kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const degree = math.Pi / 180
	north := math.Sin((lat2 - lat1) / 2 * degree)
	east := math.Sin((lon2 - lon1) / 2 * degree)
	h := north*north + math.Cos(lat1*degree)*math.Cos(lat2*degree)*east*east
	return 2 * earthRadius * math.Asin(math.Min(1, math.Sqrt(h)))
}
