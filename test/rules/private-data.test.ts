import { describe, expect, it } from 'vitest';
import { findPrivateData } from '../../src/rules/private-data.js';
import { expectLinear } from '../support/growth.js';

const found = (text: string) =>
  findPrivateData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('findPrivateData', () => {
  it.each([
    ['write to k.miller@bakery-north.net.', ['email k.miller@bakery-north.net']],
    ['пишите на почта@пример-пекарня.рф', ['email почта@пример-пекарня.рф']],
    ['8 (912) 345-67-89', ['phone 8 (912) 345-67-89']],
    ['тел. +7 912 345 67 89, звоните', ['phone +7 912 345 67 89']],
    ['89123456789', ['phone 89123456789']],
    ['+44 20 7946 0958', ['phone +44 20 7946 0958']],
    ['call (212) 555-0143 now', ['phone (212) 555-0143']],
    ['card 4111 1111 1111 1111', ['card 4111 1111 1111 1111']],
    ['5555555555554444', ['card 5555555555554444']],
    ['СНИЛС 112-233-445 95', ['insurance 112-233-445 95']],
    ['ИНН 500100732259', ['taxpayer 500100732259']],
    ['ИНН компании 7830002293', ['taxpayer 7830002293']],
    ['паспорт 45 08 123456', ['passport 45 08 123456']],
    ['passport no. 123456789', ['passport 123456789']],
    ['жалоба от Берёзкина Олега Вячеславовича', ['name Берёзкина Олега Вячеславовича']],
    ['Анна Сергеевна Крылова пришла', ['name Анна Сергеевна Крылова']],
  ])('finds in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['me@example.com, @handle, 5 @ 3, a@b'],
    ['8 800 555 35 35, 1-800-555-0143'],
    ['4111 1111 1111 1112'],
    ['112-233-445 96'],
    ['500100732258, 7830002293'],
    ['45 08 123456'],
    ['в 2021 году 380 000 рублей, +1 200 000 000 за год, 12.05.2023 – 14.05.2023'],
    ['заказ 100200300400, артикул 12345678901'],
    ['Пётр Ильич помог. Снова Иван Петрович. Звонит Анна Петровна из Москвы.'],
    ['Меня зовут Берёзкин Олег Вячеславович.'],
    ['Иван Павел Олег, Москвич Кирпич Кулич'],
    ['ORDER-2123-555-01439x'],
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['1 ', 10_000],
    ['1', 50_000],
    ['+7 ', 20_000],
    ['a@', 5000],
    ['a@b.', 5000],
    ['a.', 50_000],
    ['Иванов ', 50_000],
    ['Анна Сергеевна ', 1000],
  ])('takes time in proportion to the length of a text of %j', async (piece, size) => {
    await expectLinear((count) => () => findPrivateData(piece.repeat(count)), size);
  });
});
