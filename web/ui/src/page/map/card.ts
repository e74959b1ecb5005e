// A state's card.
export interface Card {
  ccode: number;
  year: number;
  shares: { index: string; en: string; ko: string; unit: string; share: number; rank: number; among: number; year: number }[] | null;
  placed: boolean; // whether it lies between two powers hostile to one another
  why?: string;
  squeeze?: { value: number; rank: number; rank_low: number; rank_high: number };
  among?: number;
  settings?: number;
  pair?: { a: number; b: number };
  pair_share?: number;
  zone: number[];
  ties: { dimension: string; a: number; b: number; known: boolean }[];
  lean: number;
  has_lean: boolean;
  hedge: number;
  has_hedge: boolean;
  kinds: { kind: string; value: number; low: number; high: number; known: boolean }[];
  sources: string[];
}
