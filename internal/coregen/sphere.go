package coregen

import "math"

// earthRadius is the mean radius of the Earth in kilometres.
const earthRadius = 6371.0088

type vector [3]float64

func (a vector) dot(b vector) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }

func (a vector) cross(b vector) vector {
	return vector{a[1]*b[2] - a[2]*b[1], a[2]*b[0] - a[0]*b[2], a[0]*b[1] - a[1]*b[0]}
}

func (a vector) norm() float64 { return math.Sqrt(a.dot(a)) }

// onSphere is the point at a longitude and latitude in degrees.
func onSphere(lonLat [2]float64) vector {
	lon, lat := lonLat[0]*math.Pi/180, lonLat[1]*math.Pi/180
	return vector{math.Cos(lat) * math.Cos(lon), math.Cos(lat) * math.Sin(lon), math.Sin(lat)}
}

// angle is the great-circle angle between two points, exact for near ones too.
func angle(a, b vector) float64 { return math.Atan2(a.cross(b).norm(), a.dot(b)) }

// greatCircle is the distance between two points in kilometres.
func greatCircle(a, b [2]float64) float64 {
	return earthRadius * angle(onSphere(a), onSphere(b))
}

// A side is one side of a polygon, with the pole of its great circle.
type side struct {
	a, b, pole vector
}

func sides(ring [][2]float64) []side {
	var out []side
	for i := 1; i < len(ring); i++ {
		a, b := onSphere(ring[i-1]), onSphere(ring[i])
		n := a.cross(b)
		if l := n.norm(); l > 0 {
			out = append(out, side{a, b, vector{n[0] / l, n[1] / l, n[2] / l}})
		}
	}
	return out
}

// away is the angle from a point to a side.
func (s side) away(p vector) float64 {
	if s.pole.cross(s.a).dot(p) >= 0 && s.b.cross(s.pole).dot(p) >= 0 && // ahead of the start, short of the end
		s.pole.cross(s.a).dot(p)+s.b.cross(s.pole).dot(p) > 0 {
		return math.Abs(math.Asin(max(-1, min(1, s.pole.dot(p)))))
	}
	return min(angle(p, s.a), angle(p, s.b))
}

// apart is the least great-circle distance between two outlines that do not
// cross, in kilometres: it is reached at a corner of one of them. An outline
// can be a single point.
func apart(x, y [][2]float64) float64 {
	switch {
	case len(x) == 1 && len(y) == 1:
		return greatCircle(x[0], y[0])
	case len(y) == 1:
		x, y = y, x
	}
	if len(x) == 1 {
		p, least := onSphere(x[0]), math.Pi
		for _, s := range sides(y) {
			least = min(least, s.away(p))
		}
		return earthRadius * least
	}
	least := math.Pi
	xs, ys := sides(x), sides(y)
	for _, s := range xs {
		for _, t := range ys {
			least = min(least, s.away(t.a), t.away(s.a))
		}
	}
	return earthRadius * least
}

// surface is the area inside a closed line on the unit sphere, by the trapezoid
// rule in longitude and the sine of latitude.
func surface(ring [][2]float64) float64 {
	sum := 0.0
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		sum += (b[0] - a[0]) * math.Pi / 180 * (math.Sin(a[1]*math.Pi/180) + math.Sin(b[1]*math.Pi/180)) / 2
	}
	return math.Abs(sum)
}
