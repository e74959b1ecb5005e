package rdm_test

import (
	"math"
	"math/bits"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"pgregory.net/rapid"
)

// A key is the arguments of a draw; coordinates lists how to walk along each.
type key struct {
	seed           uint64
	future, year   int
	purpose, actor uint32
}

func (k key) uniform() float64 { return rdm.Uniform(k.seed, k.future, k.year, k.purpose, k.actor) }

func (k key) bits() uint64 {
	return rdm.NewStream(k.seed, k.future).Bits(k.year, k.purpose, k.actor)
}

var coordinates = []struct {
	name string
	wide uint // bits that count
	flip func(k key, by uint64) key
}{
	{"seed", 64, func(k key, by uint64) key { k.seed ^= by; return k }},
	{"future", 64, func(k key, by uint64) key { k.future ^= int(by); return k }},
	{"year", 32, func(k key, by uint64) key { k.year ^= int(by); return k }},
	{"purpose", 32, func(k key, by uint64) key { k.purpose ^= uint32(by); return k }},
	{"actor", 32, func(k key, by uint64) key { k.actor ^= uint32(by); return k }},
}

// Values written down once: a change would silently change every published run.
func TestUniformNeverChanges(t *testing.T) {
	tests := []struct {
		key  key
		want float64
	}{
		{key{}, 0.43599492922587302},
		{key{1, 2, 3, 4, 5}, 0.32936038124398015},
		{key{1<<64 - 1, 9999, 2047, 7, 732}, 0.72125714359418736},
	}
	for _, tt := range tests {
		if got := tt.key.uniform(); got != tt.want {
			t.Errorf("Uniform(%+v) = %.17g; want %.17g", tt.key, got, tt.want)
		}
	}
}

func TestUniformLiesInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := key{rapid.Uint64().Draw(t, "seed"), rapid.Int().Draw(t, "future"), rapid.Int().Draw(t, "year"),
			rapid.Uint32().Draw(t, "purpose"), rapid.Uint32().Draw(t, "actor")}
		u := k.uniform()
		if !(u > 0 && u < 1) {
			t.Fatalf("Uniform(%+v) = %v; want inside (0, 1)", k, u)
		}
		s := rdm.NewStream(k.seed, k.future)
		if v := s.Uniform(k.year, k.purpose, k.actor); v != u {
			t.Fatalf("Stream gives %v, Uniform %v", v, u)
		}
		if z, w := s.Normal(k.year, k.purpose, k.actor), rdm.Normal(k.seed, k.future, k.year, k.purpose, k.actor); z != w || math.IsInf(z, 0) {
			t.Fatalf("Stream gives %v, Normal %v", z, w)
		}
	})
}

// Along each coordinate the draws must look independent and even. The bounds
// are five standard errors; the draws are fixed, so the test cannot flicker.
func TestUniformIsEvenAlongEachCoordinate(t *testing.T) {
	const n, buckets = 1 << 18, 256
	start := key{seed: 42, future: 7, year: 2030, purpose: 3, actor: 2}
	for _, c := range coordinates {
		t.Run(c.name, func(t *testing.T) {
			var sum, square, serial, last float64
			var count [buckets]float64
			for i := range n {
				u := c.flip(start, uint64(i)).uniform()
				sum += u
				square += (u - 0.5) * (u - 0.5)
				if i > 0 {
					serial += (u - 0.5) * (last - 0.5)
				}
				count[int(u*buckets)]++
				last = u
			}
			within(t, "mean", sum/n, 0.5, 5*math.Sqrt(1.0/12/n))
			within(t, "variance", square/n, 1.0/12, 5*math.Sqrt(1.0/180/n))
			within(t, "serial correlation", 12*serial/n, 0, 5/math.Sqrt(n))
			chi := 0.0
			for _, c := range count {
				chi += (c - n/buckets) * (c - n/buckets) / (n / buckets)
			}
			within(t, "chi-square", chi, buckets-1, 5*math.Sqrt(2*(buckets-1)))
		})
	}
}

// Flipping any bit of the key flips each bit of the draw half of the time.
func TestStreamAvalanche(t *testing.T) {
	const keys = 4096
	for _, c := range coordinates {
		for bit := range c.wide {
			var flips [64]int
			all := 0
			for i := range uint64(keys) {
				k := key{i * 7, int(i * 13), int(i % 40), uint32(i % 11), uint32(i * 3)}
				changed := k.bits() ^ c.flip(k, 1<<bit).bits()
				all += bits.OnesCount64(changed)
				for j := range flips {
					flips[j] += int(changed >> j & 1)
				}
			}
			within(t, c.name+": bits flipped", float64(all)/keys, 32, 5*4/math.Sqrt(keys))
			for _, f := range flips {
				within(t, c.name+": share of flips", float64(f)/keys, 0.5, 6*0.5/math.Sqrt(keys))
			}
		}
	}
}

func TestNormalMoments(t *testing.T) {
	const n = 1 << 18
	var sum, square, fourth float64
	for i := range n {
		z := rdm.Normal(1, i, 2030, 1, 1)
		sum += z
		square += z * z
		fourth += z * z * z * z
	}
	within(t, "mean", sum/n, 0, 5/math.Sqrt(n))
	within(t, "variance", square/n, 1, 5*math.Sqrt(2.0/n))
	within(t, "fourth moment", fourth/n, 3, 5*math.Sqrt(96.0/n))
}

// The error function of the standard library is exact to the last digits and
// shares nothing with the quantile, so going there and back checks it.
func TestNormalQuantileInvertsErfc(t *testing.T) {
	for e := -52.0; e < -0.5; e += 0.01 {
		p := (math.Floor(math.Exp2(e+52)) + 0.5) * 0x1p-52 // as Uniform makes them
		z := rdm.NormalQuantile(p)
		if back := math.Erfc(-z/math.Sqrt2) / 2; math.Abs(back/p-1) > 1e-9 {
			t.Fatalf("NormalQuantile(%g) = %v, which stays below with probability %g", p, z, back)
		}
	}
}

// From printed tables of the normal distribution.
func TestNormalQuantileTable(t *testing.T) {
	for p, want := range map[float64]float64{
		0.5: 0, 0.8413447460685429: 1, 0.95: 1.6448536269514722, 0.975: 1.9599639845400545, 0.001: -3.090232306167813,
	} {
		within(t, "quantile", rdm.NormalQuantile(p), want, 1e-12)
	}
}

func TestDrawsDoNotAllocate(t *testing.T) {
	s, x := rdm.NewStream(1, 2), 0.0
	if n := testing.AllocsPerRun(100, func() { x += s.Normal(1, 2, 3) + rdm.Uniform(1, 2, 3, 4, 5) }); n != 0 {
		t.Errorf("%v allocations a draw; want none", n)
	}
}

func within(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %v; want %v within %v", what, got, want, tolerance)
	}
}
