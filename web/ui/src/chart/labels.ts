// Labels at the ends of lines, pushed apart so that all can be read.

export interface Label {
  y: number;
  text: string;
  pen: string;
  strong?: boolean;
}

// apart pushes labels at least gap apart within bounds and keeps their order.
export function apart(labels: Label[], gap: number, top: number, bottom: number): Label[] {
  const out = labels.map((l) => ({ ...l })).sort((p, q) => p.y - q.y);
  out.forEach((l, i) => {
    const before = out[i - 1];
    l.y = Math.max(l.y, top, before ? before.y + gap : top);
  });
  for (let i = out.length - 1; i >= 0; i--) {
    const l = out[i]!, after = out[i + 1];
    l.y = Math.min(l.y, after ? after.y - gap : bottom);
  }
  return out;
}
