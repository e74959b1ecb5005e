// The map: land as the data draw it, on a sphere.
import { geoArea, geoNaturalEarth1, geoMercator, geoPath, type GeoProjection } from 'd3-geo';

export type Ring = [number, number][];

export interface Land {
  ccode: number; // 0 where it is no state of the program
  iso: string;
  name: string;
  rings: Ring[];
}

interface Feature {
  properties: { ccode?: number; iso?: string; name?: string };
  geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] } | null;
}

export interface Geometry {
  features: Feature[];
  disputed?: string | { en: string; ko: string };
}

export function lands(g: Geometry): Land[] {
  return g.features.map((f) => ({
    ccode: f.properties.ccode ?? 0,
    iso: f.properties.iso ?? '',
    name: f.properties.name ?? '',
    rings: (!f.geometry ? [] : f.geometry.type === 'Polygon' ? f.geometry.coordinates : f.geometry.coordinates.flat()).map(wound),
  }));
}

// Views are the parts of the world that can be looked at: corners in degrees.
export const views = {
  world: [-170, -56, 190, 78],
  eurasia: [-12, 0, 150, 70],
  eastasia: [90, -12, 152, 52],
  europe: [-12, 33, 62, 70],
  mideast: [24, 10, 78, 45],
  americas: [-140, 5, -50, 68],
  oceania: [108, -48, 182, 4],
} as const;

export type View = keyof typeof views;

// The cut of the world runs through the Bering Strait, so that no state is torn.
const cut = 11;

export function projection(view: View, w: number, h: number): GeoProjection {
  const [west, south, east, north] = views[view];
  if (view === 'world') {
    const p = geoNaturalEarth1().rotate([-cut, 0]);
    const edge = { type: 'LineString', coordinates: [[11, south], [11, north], [west + 1, 0], [east - 1, 0]] } as const;
    return p.fitExtent([[2, 2], [w - 2, h - 2]], edge as never).clipExtent([[0, 0], [w, h]]);
  }
  const p = geoMercator().rotate([-(west + east) / 2, 0]);
  const corners = { type: 'MultiPoint', coordinates: [[west, south], [east, north]] } as const;
  return p.fitExtent([[0, 0], [w, h]], corners as never).clipExtent([[-20, -20], [w + 20, h + 20]]);
}

// shape is the outline of a land on the picture. Rings are filled by the
// even-odd rule, so each goes round the way that d3 takes for land.
export function shape(p: GeoProjection, land: Land): string {
  const draw = geoPath(p).digits(1);
  return land.rings.map((r) => draw({ type: 'Polygon', coordinates: [r] }) ?? '').join('');
}

// borders is the outline without the seam at 180 degrees, where land ends on
// the plate and not in the world.
export function borders(p: GeoProjection, land: Land): string {
  const lines: Ring[] = [];
  for (const ring of land.rings) {
    let run: Ring = [];
    ring.forEach((at, i) => {
      const before = ring[i - 1];
      if (before && onSeam(before) && onSeam(at)) {
        if (run.length > 1) lines.push(run);
        run = [];
      }
      run.push(at);
    });
    if (run.length > 1) lines.push(run);
  }
  return geoPath(p).digits(1)({ type: 'MultiLineString', coordinates: lines }) ?? '';
}

const onSeam = (at: [number, number]) => Math.abs(at[0]) > 179.99 || at[1] < -89.9;

// wound turns a ring so that the land is inside it: d3 takes what lies to its
// right, and less than half of the sphere is land of one ring.
function wound(r: Ring): Ring {
  const half = 2 * Math.PI;
  return geoArea({ type: 'Polygon', coordinates: [r] }) > half ? [...r].reverse() : r;
}

// middle is where a land's name would stand: the middle of its largest ring.
export function middle(p: GeoProjection, land: Land): [number, number] | undefined {
  let best: [number, number] | undefined, size = 0;
  const path = geoPath(p);
  for (const r of land.rings) {
    const g = { type: 'Polygon' as const, coordinates: [r] };
    const area = path.area(g);
    if (area > size) {
      size = area;
      best = path.centroid(g);
    }
  }
  return best;
}
