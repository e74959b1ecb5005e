// Words of a page in both languages. A key that one of them lacks, or has too
// many, is a type error and fails the build.
import { josa } from './josa';
import { lang } from './lang.svelte';

type Facts = Record<string, string | number>;

// say returns what looks a key up in the language of the moment. In a text,
// {name} stands for a fact; in Korean {name:은/는} adds the particle that fits.
export function say<T extends Record<string, string>>(en: T, ko: Record<keyof T, string>) {
  return (key: keyof T & string, facts: Facts = {}): string => fill(lang() === 'ko' ? ko[key] : (en[key] as string), facts);
}

export function fill(text: string, facts: Facts): string {
  return text.replace(/\{(\w+)(?::([^}]+))?\}/g, (whole, name: string, pair?: string) => {
    const fact = facts[name];
    if (fact === undefined) return whole;
    return pair ? josa(String(fact), pair) : String(fact);
  });
}
