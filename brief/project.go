package brief

import (
	"math"
	"slices"
)

// earthKM is the mean radius of the Earth.
const earthKM = 6371.0

// point is a place in degrees (longitude, latitude) or on the plane.
type point [2]float64

// centred projects places on a plane round a centre so that distance and
// bearing from the centre are true (azimuthal equidistant).
type centred struct {
	centre         point
	sinLat, cosLat float64
}

func newCentred(c point) centred {
	return centred{c, math.Sin(radians(c[1])), math.Cos(radians(c[1]))}
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }

// plane returns kilometres east and north of the centre.
func (c centred) plane(p point) point {
	lat, dlon := radians(p[1]), radians(p[0]-c.centre[0])
	sin, cos := math.Sin(lat), math.Cos(lat)
	z := c.sinLat*sin + c.cosLat*cos*math.Cos(dlon)
	angle := math.Acos(min(max(z, -1), 1))
	k := 1.0
	if s := math.Sin(angle); s > 1e-12 {
		k = angle / s
	}
	return point{
		earthKM * k * cos * math.Sin(dlon),
		earthKM * k * (c.cosLat*sin - c.sinLat*cos*math.Cos(dlon)),
	}
}

func (p point) norm() float64 { return math.Hypot(p[0], p[1]) }

func (p point) minus(q point) point { return point{p[0] - q[0], p[1] - q[1]} }

// ringArea is the signed area of a ring of places, in square degrees scaled by
// latitude: enough to tell the main territory from its islands.
func ringArea(ring [][2]float64) float64 {
	a := 0.0
	for i := range ring {
		p, q := ring[i], ring[(i+1)%len(ring)]
		a += (p[0]*q[1] - q[0]*p[1]) * math.Cos(radians((p[1]+q[1])/2))
	}
	return a / 2
}

// unwrapped are an outline's rings with longitudes that run on past 180 degrees
// instead of jumping to -180.
func unwrapped(rings [][][2]float64) [][][2]float64 {
	out := make([][][2]float64, 0, len(rings))
	for _, ring := range rings {
		r := slices.Clone(ring)
		for i := 1; i < len(r); i++ {
			r[i][0] -= 360 * math.Round((r[i][0]-r[i-1][0])/360)
		}
		if len(r) > 2 {
			out = append(out, r)
		}
	}
	return out
}

// mainland is the largest of a state's rings, and those at least a fifth of its
// size, largest first.
func mainland(rings [][][2]float64) [][][2]float64 {
	const part = 0.2
	out := slices.Clone(rings)
	size := func(r [][2]float64) float64 { return math.Abs(ringArea(r)) }
	slices.SortStableFunc(out, func(a, b [][2]float64) int { return -compareFloat(size(a), size(b)) })
	for i, r := range out {
		if size(r) < part*size(out[0]) {
			return out[:i]
		}
	}
	return out
}

// centroid is the mean of the places on rings on the sphere, each edge weighted
// by its length.
func centroid(rings ...[][2]float64) point {
	var x, y, z, total float64
	for _, ring := range rings {
		for i := range ring {
			p, q := ring[i], ring[(i+1)%len(ring)]
			w := math.Hypot((p[0]-q[0])*math.Cos(radians(p[1])), p[1]-q[1])
			lon, lat := radians((p[0]+q[0])/2), radians((p[1]+q[1])/2)
			x += w * math.Cos(lat) * math.Cos(lon)
			y += w * math.Cos(lat) * math.Sin(lon)
			z += w * math.Sin(lat)
			total += w
		}
	}
	if total == 0 {
		return point{}
	}
	return point{math.Atan2(y, x) * 180 / math.Pi, math.Atan2(z, math.Hypot(x, y)) * 180 / math.Pi}
}

// nearestKM is the distance from the centre to the nearest vertex of a ring.
func (c centred) nearestKM(ring [][2]float64) float64 {
	best := math.Inf(1)
	for _, p := range ring {
		best = min(best, c.plane(p).norm())
	}
	return best
}

// clip cuts a ring on the plane to a rectangle, one side after the other
// (Sutherland and Hodgman).
func clip(ring []point, low, high point) []point {
	for axis := range 2 {
		ring = cut(ring, func(p point) float64 { return p[axis] - low[axis] })
		ring = cut(ring, func(p point) float64 { return high[axis] - p[axis] })
	}
	return ring
}

// cut keeps the part of a ring where inside is not negative.
func cut(ring []point, inside func(point) float64) []point {
	var out []point
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		dp, dq := inside(p), inside(q)
		if dp >= 0 {
			out = append(out, p)
		}
		if (dp >= 0) != (dq >= 0) {
			t := dp / (dp - dq)
			out = append(out, point{p[0] + t*(q[0]-p[0]), p[1] + t*(q[1]-p[1])})
		}
	}
	return out
}

// planeArea is the area of a ring on the plane.
func planeArea(ring []point) float64 {
	a := 0.0
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		a += p[0]*q[1] - q[0]*p[1]
	}
	return math.Abs(a) / 2
}

// roomiest is the place inside a ring that lies farthest from its edge, found
// on a grid, and how far that is.
func roomiest(ring []point) (best point, room float64) {
	low, high := ring[0], ring[0]
	for _, p := range ring {
		low = point{min(low[0], p[0]), min(low[1], p[1])}
		high = point{max(high[0], p[0]), max(high[1], p[1])}
	}
	const n = 24
	for i := range n {
		for j := range n {
			p := point{
				low[0] + (high[0]-low[0])*(float64(i)+0.5)/n,
				low[1] + (high[1]-low[1])*(float64(j)+0.5)/n,
			}
			if d := depth(p, ring); d > room {
				best, room = p, d
			}
		}
	}
	return best, room
}

// depth is the distance from a place to the edge of the ring it lies in, and
// negative outside.
func depth(p point, ring []point) float64 {
	in, least := false, math.Inf(1)
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(b[0]-a[0])*(p[1]-a[1])/(b[1]-a[1]) {
			in = !in
		}
		least = min(least, toSegment(p, a, b))
	}
	if !in {
		return -least
	}
	return least
}

func toSegment(p, a, b point) float64 {
	ab, ap := b.minus(a), p.minus(a)
	n := ab[0]*ab[0] + ab[1]*ab[1]
	t := 0.0
	if n > 0 {
		t = min(max((ap[0]*ab[0]+ap[1]*ab[1])/n, 0), 1)
	}
	return ap.minus(point{t * ab[0], t * ab[1]}).norm()
}
