import { say } from '../i18n/words';

const en = {
  range: '{min} to {max}; at first {at}.',
  back: '{name}: back to {value}',
};

const ko: Record<keyof typeof en, string> = {
  range: '{min}에서 {max}까지, 처음 값 {at}.',
  back: '{name}: 처음 값 {value:으로/로} 되돌림',
};

export const control = say(en, ko);
